"""Votes one a row: votes.csv of an export, and the flat file."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import NamedTuple

import numpy as np

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.columns import (
    body_after,
    delimiter,
    grid,
    header,
    rows_of,
    whole_numbers,
)
from gyda.methods.opinion.polis.names import ANSWERS, SECONDS, moment_of
from gyda.methods.opinion.votes import Moments, Votes


class Names(NamedTuple):
    """What the columns of such a file are called."""

    person: str
    statement: str
    vote: str
    moment: str


POLIS = Names("voter-id", "comment-id", "vote", "timestamp")
FLAT = Names("participant", "statement", "vote", "moment")


def vote_rows(text: str, file: str, names: Names) -> Votes:
    """Return the votes; those of one pair by their moment, or by their row if there is none.

    Moments in seconds become milliseconds; a row without an answer is no vote.
    """
    found = header(text, file, names[:3], names[3:])
    column = {name: found.index(name) for name in names if name in found}
    quick = _quickly(text, len(found), column, names)
    return quick if quick is not None else _slowly(text, file, found, names)


def _quickly(text: str, width: int, column: dict[str, int], names: Names) -> Votes | None:
    """Return the votes of a plain file of whole numbers, else None."""
    fields = grid(body_after(text), width) if delimiter(text) == "," else None
    if fields is None:
        return None
    data, start, end = fields
    read = {name: whole_numbers(data, start[:, at], end[:, at]) for name, at in column.items()}
    if any(numbers is None for numbers in read.values()):
        return None
    person, statement, vote = (read[name] for name in names[:3])
    if person is None or statement is None or vote is None or (abs(vote) > 1).any():
        return None
    if person.min(initial=0) < 0 or statement.min(initial=0) < 0:
        return None
    return Votes.of(person, statement, vote.astype(np.int8), in_ms(read.get(names.moment)))


def _slowly(text: str, file: str, found: list[str], names: Names) -> Votes:
    """Read row by row, and say which is wrong."""
    person, statement, vote = (found.index(name) for name in names[:3])
    moment = found.index(names.moment) if names.moment in found else None
    people, statements, votes, moments = [], [], [], []
    for line, row in list(rows_of(text, file))[1:]:
        if len(row) != len(found):
            raise BadInput("row-length", line=line, file=file, found=len(row), needed=len(found))
        if not row[vote].strip():
            continue
        people.append(identity(row[person], line, file, names.person))
        statements.append(identity(row[statement], line, file, names.statement))
        votes.append(a_vote(row[vote], line, file))
        if moment is not None:
            moments.append(a_moment(row[moment], line, file, names.moment))
    when = None if moment is None else np.array(moments, np.int64)
    return Votes.of(people, statements, np.array(votes, np.int8), in_ms(when))


def in_ms(moments: Moments | None) -> Moments | None:
    """Return moments in milliseconds, though they were in seconds; None if there are none."""
    if moments is None or not moments.any():
        return None
    return moments * 1000 if abs(moments).max() < SECONDS else moments


def identity(value: str, line: int, file: str, column: str) -> str:
    """Return an id: any text that is not empty, whole numbers without their zeros."""
    value = value.strip()
    if not value:
        raise BadInput("id-empty", line=line, file=file, column=column)
    return str(int(value)) if value.isascii() and value.isdecimal() and len(value) < 19 else value


def a_vote(value: str, line: int, file: str) -> int:
    """Return the vote that the text is."""
    found = ANSWERS.get(value.strip().lower())
    if found is None:
        raise BadInput("not-a-vote", line=line, file=file, value=value)
    return found


def a_moment(value: str, line: int, file: str, column: str) -> int:
    """Return the moment that the text is."""
    moment = moment_of(value)
    if moment is None:
        raise BadInput("not-a-number", line=line, file=file, value=value.strip(), column=column)
    return moment
