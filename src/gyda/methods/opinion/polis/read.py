"""Reads the four files of a Polis export, any of which may be missing but one with votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.columns import rows_of
from gyda.methods.opinion.polis.comments import comments
from gyda.methods.opinion.polis.conversation import Conversation
from gyda.methods.opinion.polis.matrix import matrix
from gyda.methods.opinion.polis.rows import FLAT, POLIS, vote_rows
from gyda.methods.opinion.votes import Votes

FILES = ("votes.csv", "participants-votes.csv", "comments.csv", "summary.csv")


def conversation(files: Mapping[str, str]) -> Conversation:
    """Read an export from the texts of its files, by name; agree is +1 as exports have it.

    Votes come from votes.csv (of a pair's votes the latest), else from participants-votes.csv.
    Raises BadInput: `no-votes`, `column-missing`, `column-twice`, `row-length`, `not-a-vote`,
    `not-a-number`, `participant-twice`, `not-csv`, with the line and the file.
    """
    if "votes.csv" not in files and "participants-votes.csv" not in files:
        raise BadInput("no-votes", needed=", ".join(FILES[:2]))
    people = matrix(files["participants-votes.csv"]) if FILES[1] in files else None
    votes = vote_rows(files["votes.csv"], "votes.csv", POLIS) if FILES[0] in files else None
    statements = comments(files["comments.csv"]) if FILES[2] in files else None
    if votes is None and people is not None:
        votes = people.votes
    return Conversation(
        votes=votes if votes is not None else Votes.of([], [], []),
        texts=statements.texts if statements else {},
        authors=statements.authors if statements else {},
        moderated=statements.moderated if statements else {},
        moments=statements.moments if statements else {},
        groups=people.groups if people else {},
        xids=people.xids if people else {},
        summary=summary(files.get("summary.csv", "")),
    )


def from_flat(text: str) -> Conversation:
    """Read a flat file: columns participant, statement, vote (1, 0, -1), and moment if known."""
    return Conversation(vote_rows(text, "votes", FLAT))


def summary(text: str) -> dict[str, str]:
    """Return what a summary says: one name and its value a line."""
    return {row[0]: ",".join(row[1:]) for _, row in rows_of(text, "summary.csv")}
