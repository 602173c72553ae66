"""Statements: comments.csv of an export."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.columns import header, rows_of
from gyda.methods.opinion.polis.names import MODERATED, SECONDS, YES
from gyda.methods.opinion.polis.rows import a_moment, identity

FILE = "comments.csv"
KNOWN = ("timestamp", "author-id", "agrees", "disagrees", "moderated", "is-meta", "comment-body")


@dataclass
class Comments:
    """What the file says of each statement, by id; `counts` = agrees and disagrees."""

    texts: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    moderated: dict[str, int] = field(default_factory=dict)
    moments: dict[str, int] = field(default_factory=dict)
    meta: set[str] = field(default_factory=set)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)


def comments(text: str) -> Comments:
    """Read the statements; columns that are missing, but the id, leave their mapping empty."""
    found = header(text, FILE, ("comment-id",), KNOWN)
    said, rows = Comments(), dict[str, list[str]]()
    for line, row in list(rows_of(text, FILE))[1:]:
        if len(row) != len(found):
            raise BadInput("row-length", line=line, file=FILE, found=len(row), needed=len(found))
        _take(said, line, dict(zip(found, row, strict=True)), rows)
    if said.moments and max(map(abs, said.moments.values())) < SECONDS:
        said.moments = {one: moment * 1000 for one, moment in said.moments.items()}
    return said


def _take(said: Comments, line: int, row: dict[str, str], rows: dict[str, list[str]]) -> None:
    statement = identity(row["comment-id"], line, FILE, "comment-id")
    if rows.setdefault(statement, [*row.values()]) != [*row.values()]:
        raise BadInput("statement-twice", line=line, file=FILE, statement=statement)
    said.texts[statement] = row.get("comment-body", "")
    if row.get("author-id"):
        said.authors[statement] = identity(row["author-id"], line, FILE, "author-id")
    if row.get("timestamp", "").strip():
        said.moments[statement] = a_moment(row["timestamp"], line, FILE, "timestamp")
    if row.get("is-meta", "").strip().lower() in YES:
        said.meta.add(statement)
    if "moderated" in row:
        said.moderated[statement] = _moderated(row["moderated"], line)
    agrees, disagrees = (row.get(name, "").strip() for name in ("agrees", "disagrees"))
    if agrees.isdecimal() and disagrees.isdecimal() and len(agrees + disagrees) < 19:
        said.counts[statement] = int(agrees), int(disagrees)


def _moderated(value: str, line: int) -> int:
    found = MODERATED.get(value.strip().lower())
    if found is None:
        raise BadInput("not-moderation", line=line, file=FILE, value=value)
    return found
