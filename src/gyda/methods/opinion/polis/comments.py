"""Statements: comments.csv of an export."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.columns import header, rows_of
from gyda.methods.opinion.polis.rows import a_number, identity

FILE = "comments.csv"
MODERATED = {"-1": -1, "0": 0, "1": 1}


@dataclass
class Comments:
    """What the file says of each statement, by id."""

    texts: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    moderated: dict[str, int] = field(default_factory=dict)
    moments: dict[str, int] = field(default_factory=dict)


def comments(text: str) -> Comments:
    """Read the statements; columns that are missing, but the id, leave their mapping empty."""
    found = header(text, FILE, ("comment-id",))
    said = Comments()
    for line, row in list(rows_of(text, FILE))[1:]:
        if len(row) != len(found):
            raise BadInput("row-length", line=line, file=FILE, found=len(row), needed=len(found))
        _take(said, line, dict(zip(found, row, strict=True)))
    return said


def _take(said: Comments, line: int, row: dict[str, str]) -> None:
    statement = identity(row["comment-id"], line, FILE, "comment-id")
    if statement in said.texts:
        raise BadInput("statement-twice", line=line, file=FILE, statement=statement)
    said.texts[statement] = row.get("comment-body", "")
    if row.get("author-id"):
        said.authors[statement] = identity(row["author-id"], line, FILE, "author-id")
    if row.get("timestamp"):
        said.moments[statement] = a_number(row["timestamp"], line, FILE, "timestamp")
    if "moderated" in row:
        if row["moderated"] not in MODERATED:
            raise BadInput("not-moderation", line=line, file=FILE, value=row["moderated"])
        said.moderated[statement] = MODERATED[row["moderated"]]
