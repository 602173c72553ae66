"""Reads the four files of a Polis export, any of which may be missing but one with votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.columns import even, rows_of
from gyda.methods.opinion.polis.comments import Comments, comments
from gyda.methods.opinion.polis.conversation import Conversation
from gyda.methods.opinion.polis.matrix import matrix
from gyda.methods.opinion.polis.names import known_as
from gyda.methods.opinion.polis.rows import FLAT, POLIS, vote_rows
from gyda.methods.opinion.polis.sign import turned
from gyda.methods.opinion.votes import Votes

FILES = ("votes.csv", "participants-votes.csv", "comments.csv", "summary.csv")


def conversation(files: Mapping[str, str], agree: int | None = None) -> Conversation:
    """Read an export from the texts of its files, by name; empty ones are as good as missing.

    Votes come from votes.csv (of a pair's votes the latest), else from participants-votes.csv.
    Exports have agree as 1. Where the files' own counts of agrees and disagrees clearly say that it
    is -1, as in Polis's database, the votes are turned round; `agree` (1 or -1) settles it.
    Raises BadInput: `no-votes`, `column-missing`, `column-twice`, `row-length`, `not-a-vote`,
    `not-a-number`, `participant-twice`, `not-csv`, with the line and the file.
    """
    files = {name: even(text) for name, text in files.items() if text.strip()}
    if "votes.csv" not in files and "participants-votes.csv" not in files:
        raise BadInput("no-votes", needed=", ".join(FILES[:2]))
    people = matrix(files[FILES[1]]) if FILES[1] in files else None
    votes = (
        vote_rows(files[FILES[0]], FILES[0], POLIS) if FILES[0] in files else Votes.of([], [], [])
    )
    if people is not None and not len(votes):
        votes = people.votes
    said = comments(files["comments.csv"]) if FILES[2] in files else Comments()
    counts = people.counts if people else {}
    other = turned(votes, said.counts, counts) if agree is None else agree < 0
    return Conversation(
        votes=votes.turned() if other else votes,
        texts=said.texts,
        authors=said.authors,
        moderated=said.moderated,
        moments=said.moments,
        groups=people.groups if people else {},
        xids=people.xids if people else {},
        summary=summary(files.get("summary.csv", "")),
        meta=said.meta,
        turned=other,
    )


def one_file(text: str, agree: int | None = None) -> Conversation:
    """Read a single file: one row a vote (of an export, or flat) or one row a person."""
    _, first = next(rows_of(text, ""), (1, []))
    if set(known_as(first, POLIS[:3])).issuperset(POLIS[:3]):
        return conversation({FILES[0]: text}, agree)
    return conversation({FILES[1]: text}, agree)


def from_flat(text: str) -> Conversation:
    """Read a flat file: columns participant, statement, vote (1, 0, -1), and moment if known."""
    return Conversation(vote_rows(even(text), "votes", FLAT))


def summary(text: str) -> dict[str, str]:
    """Return what a summary says: one name and its value a line."""
    return {row[0]: ",".join(row[1:]) for _, row in rows_of(text, "summary.csv")}
