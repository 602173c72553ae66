"""Votes one row a person: participants-votes.csv of an export, with or without xid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from dataclasses import dataclass

import numpy as np

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.columns import (
    MINUS,
    ZERO,
    Bytes,
    Numbers,
    body_after,
    delimiter,
    grid,
    header,
    rows_of,
)
from gyda.methods.opinion.polis.rows import a_vote, identity
from gyda.methods.opinion.votes import Ints, Votes

FILE = "participants-votes.csv"
ABOUT = ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
AT_ONCE = 4_000_000  # cells that are looked at together


@dataclass(frozen=True, eq=False)
class People:
    """What the file says: the votes, and each person's group, xid and counts if it has them."""

    votes: Votes
    groups: dict[str, str]
    xids: dict[str, str]
    counts: dict[str, tuple[int, int]]


Cells = tuple[Numbers, Numbers, Numbers]  # row, column, vote


def matrix(text: str) -> People:
    """Read the file: columns about the person, then one column a statement, in any order."""
    names = header(text, FILE, ("participant",), ("group-id",))
    first = 1 + max(names.index(name) for name in ABOUT if name in names)
    statements = [identity(name, 1, FILE, name) for name in names[first:]]
    body = body_after(text)
    read = _quickly(body, len(names), first) if delimiter(text) == "," else None
    about, cells = read if read is not None else _slowly(text, len(names), first)
    columns = dict(zip(names[:first], zip(*about, strict=True), strict=True)) if about else {}
    people = [identity(each, 0, FILE, "participant") for each in columns.get("participant", ())]
    _once(people, "participant-twice")
    _once(statements, "column-twice")
    row, column, vote = cells
    votes = Votes.indexed(people, statements, _int32(row), _int32(column), vote.astype(np.int8))
    groups, xids = (_known(people, columns, name) for name in ("group-id", "xid"))
    return People(votes, groups, xids, _counts(people, columns))


def _known(people: list[str], columns: dict[str, tuple[str, ...]], name: str) -> dict[str, str]:
    values = zip(people, columns.get(name, ()), strict=False)
    return {person: value for person, value in values if value}


def _counts(people: list[str], columns: dict[str, tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """Return how often each person agreed and disagreed, as the file itself says."""
    agrees, disagrees = (columns.get(name, ()) for name in ("n-agree", "n-disagree"))
    rows = zip(people, agrees, disagrees, strict=False)
    return {
        person: (int(agree), int(disagree))
        for person, agree, disagree in rows
        if agree.isdecimal() and disagree.isdecimal() and len(agree + disagree) < 19
    }


def _int32(numbers: Numbers) -> Ints:
    return numbers.astype(np.int32)


def _once(ids: list[str], code: str) -> None:
    if len(set(ids)) < len(ids):
        twice = Counter(ids).most_common(1)[0][0]
        raise BadInput(code, file=FILE, participant=twice, column=twice)


def _quickly(body: bytes, width: int, first: int) -> tuple[list[list[str]], Cells] | None:
    """Read the cells of a plain file some thousand rows at a time, else None."""
    about: list[list[str]] = []
    parts: list[Cells] = []
    lines = body.split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    step = max(1, AT_ONCE // max(width, 1))
    for at in range(0, len(lines), step):
        fields = grid(b"\n".join(lines[at : at + step]), width)
        cells = _cells(*fields, first) if fields is not None else None
        if cells is None:
            return None
        parts.append((cells[0] + at, cells[1], cells[2]))
        about += [line.decode().split(",", first)[:first] for line in lines[at : at + step]]
    if not parts:
        return about, (np.zeros(0, np.int64),) * 3
    row, column, vote = (np.concatenate(each) for each in zip(*parts, strict=True))
    return about, (row, column, vote)


def _cells(data: Bytes, start: Numbers, end: Numbers, first: int) -> Cells | None:
    """Return row, column and vote of every cell that is not empty, else None."""
    start, end = start[:, first:], end[:, first:]
    row, column = np.nonzero(end > start)
    begin, length = start[row, column], (end - start)[row, column]
    negative = data[begin] == MINUS
    digit = data[begin + negative].astype(np.int64) - ZERO
    plain = (length == 1 + negative) & ((digit == 1) | ((digit == 0) & ~negative))
    if not plain.all():
        return None
    return row, column, np.where(negative, -digit, digit)


def _slowly(text: str, width: int, first: int) -> tuple[list[list[str]], Cells]:
    """Read row by row, and say which is wrong."""
    about: list[list[str]] = []
    cells: list[tuple[int, int, int]] = []
    for line, row in list(rows_of(text, FILE))[1:]:
        if len(row) != width:
            raise BadInput("row-length", line=line, file=FILE, found=len(row), needed=width)
        identity(row[0], line, FILE, "participant")
        said = ((at, cell.strip()) for at, cell in enumerate(row[first:]))
        cells += [
            (len(about), at, a_vote(cell, line, FILE))
            for at, cell in said
            if cell and cell.lower() != "nan"
        ]
        about.append(row[:first])
    array = np.array(cells, np.int64).reshape(-1, 3)
    return about, (array[:, 0], array[:, 1], array[:, 2])
