"""Writes a conversation as a Polis export, or as one flat file."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import StringIO

import numpy as np

from gyda.methods.opinion.polis.conversation import IN, Conversation
from gyda.methods.opinion.polis.rows import FLAT
from gyda.methods.opinion.votes import Moments, Votes, order_of_ids

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def as_polis(said: Conversation) -> dict[str, str]:
    """Return the files of an export by name; what is not known stays empty."""
    files = {
        "votes.csv": _text(_vote_rows(said.votes)),
        "participants-votes.csv": _text(_matrix_rows(said)),
        "comments.csv": _text(_comment_rows(said)),
    }
    return files | ({"summary.csv": _text(said.summary.items())} if said.summary else {})


def as_flat(votes: Votes) -> str:
    """Return one row a vote: participant, statement, vote (1, 0, -1), and moment if known."""
    moments = [] if votes.moment is None else [votes.moment]
    return _text([FLAT[: 3 + len(moments)], *_each(votes, *moments)])


def _each(votes: Votes, *more: Moments) -> Iterator[tuple[object, ...]]:
    lists: list[list[int]] = [votes.person.tolist(), votes.statement.tolist()]
    lists += [votes.answer.tolist(), *(column.tolist() for column in more)]
    for person, statement, *rest in zip(*lists, strict=True):
        yield votes.people[person], votes.statements[statement], *rest


def _text(rows: Iterable[Iterable[object]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _vote_rows(votes: Votes) -> Iterator[tuple[object, ...]]:
    yield "timestamp", "datetime", "comment-id", "voter-id", "vote"
    moments = np.zeros(len(votes), np.int64) if votes.moment is None else votes.moment
    for person, statement, vote, moment in _each(votes, moments):
        yield moment, spelt(int(str(moment))), statement, person, vote


def spelt(moment: int) -> str:
    """Return milliseconds as exports spell them; nothing when they are no time that we can spell.

    >>> spelt(1403054214196)
    'Wed Jun 18 01:16:54 UTC 2014'
    """
    if not 0 < moment < 4_102_444_800_000:
        return ""
    at = datetime.fromtimestamp(moment // 1000, UTC)
    return f"{WEEKDAYS[at.weekday()]} {MONTHS[at.month - 1]} {at:%d %H:%M:%S} UTC {at.year}"


def _matrix_rows(said: Conversation) -> Iterator[tuple[object, ...]]:
    votes = said.votes
    xid = ["xid"] if said.xids else []
    about = ["group-id", "n-comments", "n-votes", "n-agree", "n-disagree"]
    yield "participant", *xid, *about, *votes.statements
    wrote: dict[str, int] = {}
    for author in said.authors.values():
        wrote[author] = wrote.get(author, 0) + 1
    start = np.concatenate([[0], np.cumsum(votes.per_person)])
    for number, person in enumerate(votes.people):
        mine = slice(start[number], start[number + 1])
        cells: list[object] = [""] * votes.m
        for statement, vote in zip(votes.statement[mine], votes.answer[mine], strict=True):
            cells[statement] = int(vote)
        answers = votes.answer[mine]
        counts = len(answers), int((answers > 0).sum()), int((answers < 0).sum())
        known = [said.xids.get(person, "")] if xid else []
        yield person, *known, said.groups.get(person, ""), wrote.get(person, 0), *counts, *cells


def _comment_rows(said: Conversation) -> Iterator[tuple[object, ...]]:
    yield (
        *("timestamp", "datetime", "comment-id", "author-id"),
        *("agrees", "disagrees", "moderated", "comment-body"),
    )
    counts = dict(zip(said.votes.statements, said.votes.tally()[0].astype(int), strict=True))
    for statement in sorted({*said.votes.statements, *said.texts}, key=order_of_ids):
        moment = said.moments.get(statement, 0)
        disagrees, _, agrees = counts.get(statement, (0, 0, 0))
        yield (
            *(moment, spelt(moment), statement, said.authors.get(statement, "")),
            *(agrees, disagrees, said.moderated.get(statement, IN)),
            said.texts.get(statement, ""),
        )
