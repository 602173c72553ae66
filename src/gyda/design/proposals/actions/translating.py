"""A person puts a version into the other language; no machine does."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from gyda.design.proposals import errors, rules
from gyda.design.proposals.actions.recording import note
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import CostLine, Effect, Proposal, Version
from gyda.design.proposals.models.effect import TEXTS
from gyda.design.proposals.queries import costs_in, effects_in, in_work_of, newest_of
from gyda.design.proposals.wording import tidy
from gyda.people.who import Who


@dataclass(frozen=True)
class Piece:
    """A text to translate: where it stands, the words, and what is there in the other language.

    `words` are in `language`; a line may have been written in another language than the rest.
    """

    key: str  # title, what, cost-0-what, effect-1-gains
    row: Any
    name: str
    language: str  # of the words that are there
    words: str
    there: str

    @property
    def other(self) -> str:
        return "en" if self.language == "cy" else "cy"


def to_translate(proposal: Proposal) -> tuple[Version, list[Piece]]:
    """Return the version that is worked on, or else holds, with its texts."""
    version = in_work_of(proposal) or newest_of(proposal)
    return version, list(_pieces(version))


def _pieces(version: Version) -> Iterator[Piece]:
    for name in ("title", "what"):
        yield _piece(name, version, name, version.language)
    for number, line in enumerate(costs_in(version)):
        yield _piece(f"cost-{number}-what", line, "what", version.language)
    for number, effect in enumerate(effects_in(version)):
        for name in TEXTS:
            yield _piece(f"effect-{number}-{name}", effect, name, version.language)


def _piece(key: str, row: Any, name: str, language: str) -> Piece:
    """Return a text as it was written: in the language that has words, the version's first."""
    own = language if getattr(row, f"{name}_{language}") else _other(language)
    words, there = getattr(row, f"{name}_{own}"), getattr(row, f"{name}_{_other(own)}")
    return Piece(key, row, name, own, words, there)


def _other(language: str) -> str:
    return "en" if language == "cy" else "cy"


def before(proposal: Proposal, pieces: list[Piece]) -> dict[str, str]:
    """Return what the newest earlier translation of title and words said, to begin from."""
    rows = Version.objects.published().filter(proposal=proposal).order_by("-number")[:5]
    found: dict[str, str] = {}
    for piece in pieces:
        if isinstance(piece.row, Version) and not piece.there:
            words = (getattr(row, f"{piece.name}_{piece.other}") for row in rows)
            found[piece.key] = next((one for one in words if one), "")
    return found


@transaction.atomic
def translate(*, who: Who, proposal_id: UUID, texts: Mapping[str, str]) -> Version:
    """Fill in what is empty; what a published version says already is never changed."""
    proposal = locked(proposal_id)
    if not (rules.is_author(who, proposal) or who.actor.is_connector):
        raise errors.NotAnAuthor
    if not proposal.can_be_worked_on:
        raise errors.MovedOn
    version, pieces = to_translate(proposal)
    filled = [piece for piece in pieces if _fill(version, piece, tidy(texts.get(piece.key, "")))]
    if not filled:
        raise errors.NothingNew
    Version.objects.filter(id=version.id).update(translated_by=who.subject)
    note(who, "proposal.translated", proposal, public=version.is_published)
    version.refresh_from_db()
    return version


def _fill(version: Version, piece: Piece, words: str) -> bool:
    """Write a translation where it may be written; tell whether anything changed."""
    if not words or words == piece.there or (piece.there and version.is_published):
        return False
    model: Any = {Version: Version, CostLine: CostLine, Effect: Effect}[type(piece.row)]
    model.objects.filter(id=piece.row.id).update(**{f"{piece.name}_{piece.other}": words})
    return True
