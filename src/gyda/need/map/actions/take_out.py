"""Takes a closed conversation out, in the files that Polis writes and `gyda map` reads.

Nobody's id, name, time or network is in them. People are numbered anew in the order in which the
map has them, so that the map of these files is the map of the page.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
import json
import zipfile
from dataclasses import replace

import numpy as np
from django.db import transaction

from gyda.journal.actions import record
from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.keeping import opening_from_bytes
from gyda.methods.opinion.polis import Conversation as Files
from gyda.methods.opinion.polis import as_flat, as_polis
from gyda.methods.opinion.votes import Votes
from gyda.need.conversations.models import Conversation, State, Statement
from gyda.need.conversations.models import Standing as Place
from gyda.need.map.data import both
from gyda.need.map.errors import NoMapYet, StewardsOnly, StillOpen
from gyda.need.map.models import Map
from gyda.need.map.reading import Asked, read_all
from gyda.people.who import Who

MODERATED = {Place.SHOWN: 1, Place.WAITING: 0, Place.REFUSED: -1, Place.MERGED: -1}
MATRIX = 5_000_000  # cells: beyond it votes.csv alone has the votes
ASIDE = "set-aside-votes.csv"


@transaction.atomic
def take_out(*, who: Who, conversation: Conversation, address: str) -> bytes:
    """Return the archive; that it was made stands in the journal."""
    if not who.actor.is_steward or who.is_acting:
        raise StewardsOnly
    if conversation.state != State.CLOSED:
        raise StillOpen
    map_ = Map.objects.filter(conversation=conversation, is_final=True).first()
    if map_ is None:
        raise NoMapYet
    files = files_of(conversation, map_, address)
    record(by=who, verb="conversation.votes-taken-out", about=conversation, votes=map_.votes)
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """Put files into an archive; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def files_of(conversation: Conversation, map_: Map, address: str) -> dict[str, str]:
    """Return the files by name."""
    asked = Asked.of(conversation)
    material = read_all(conversation, asked).material
    number = {one: str(row) for row, one in enumerate(material.votes.people)}
    votes = replace(material.votes, people=tuple(number.values()))
    aside = [number[one] in _numbers(map_, number) for one in material.votes.people]
    standing = _standing(map_, number)
    said = Files(
        votes=_kept(votes, aside, wanted=False),
        texts=_texts(conversation),
        authors={s: number[one] for s, one in asked.authors.items() if one in number},
        moderated=_moderated(conversation),
        groups=dict(standing.members),
        summary=_summary(conversation, map_, votes, address),
    )
    files = as_polis(said)
    if said.votes.n * said.votes.m > MATRIX:
        del files["participants-votes.csv"]
    if any(aside):
        files[ASIDE] = as_flat(_kept(votes, aside, wanted=True))
    kept = {"standing": vars(standing)}
    return files | {"standing.json": json.dumps(kept, ensure_ascii=False)}


def _numbers(map_: Map, number: dict[str, str]) -> set[str]:
    return {number[one] for one in map_.aside if one in number}


def _kept(votes: Votes, aside: list[bool], *, wanted: bool) -> Votes:
    """Return the votes of those who count, or of the others; only people who have any."""
    rows = [row for row, is_out in enumerate(aside) if is_out == wanted]
    return votes.of_people(np.array(rows, np.int32))


def _standing(map_: Map, number: dict[str, str]) -> Standing:
    """Return what `gyda map` must know to give groups the names and axes that they have here."""
    if not map_.kept:
        return Standing()
    found = opening_from_bytes(bytes(map_.kept)).standing
    members = {number[one]: name for one, name in found.members.items() if one in number}
    return replace(found, members=members, rival=0, wins=0)


def _texts(conversation: Conversation) -> dict[str, str]:
    rows = Statement.objects.filter(conversation=conversation)
    return {str(number): text for number, text in rows.values_list("number", "text")}


def _moderated(conversation: Conversation) -> dict[str, int]:
    rows = Statement.objects.filter(conversation=conversation).values_list(
        "number", "state", "is_meta"
    )
    return {
        str(number): -1 if is_meta else MODERATED[Place(state)] for number, state, is_meta in rows
    }


def _summary(conversation: Conversation, map_: Map, votes: Votes, address: str) -> dict[str, str]:
    title = both(conversation, "title")
    return {
        "topic": title["en"],
        "topic-cy": title["cy"],
        "url": address,
        "voters": str(votes.n),
        "voters-in-conv": str(votes.n),
        "comments": str(votes.m),
        "groups": str(len(map_.shown.get("groups", ()))),
        "conversation-description": both(conversation, "purpose")["en"],
    }
