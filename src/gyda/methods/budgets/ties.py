"""Ties: one order of all projects, fixed before the count and the same in every round and run."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256

from gyda.methods.budgets.model import Election, natural
from gyda.methods.budgets.scores import supporters
from gyda.methods.errors import BadInput

Key = Callable[[int], tuple[object, ...]]
TIES = ("id", "text", "cost", "votes", "lot")


def order(election: Election, ties: str = "id", seed: str = "") -> list[int]:
    """Return the rank of each project; of projects that tie, the one of lower rank wins.

    `id`: natural order of ids (2 before 10). `text`: ids as plain text (10 before 2), as
    some older tools do. `cost`: lower cost, then more votes, then id. `votes`: more votes, then
    lower cost, then id. `lot`: by the SHA-256 of the seed and the id, so that who commits
    to the seed before the count commits to the whole order. Raises `BadInput`.

    >>> from gyda.methods.budgets.model import election
    >>> of = election(9, {"10": 3, "2": 4}, [["2"], ["2", "10"]])
    >>> order(of, "id"), order(of, "text"), order(of, "cost"), order(of, "votes")
    ([0, 1], [1, 0], [1, 0], [0, 1])
    """
    if ties not in TIES:
        raise BadInput("unknown-ties", ties=ties, known=", ".join(TIES))
    if ties == "lot" and not seed:
        raise BadInput("lot-needs-seed")
    key = _keys(election, ties, seed)
    ranks = [0] * len(election.projects)
    for rank, k in enumerate(sorted(range(len(ranks)), key=key)):
        ranks[k] = rank
    return ranks


def _keys(election: Election, ties: str, seed: str) -> Key:
    projects = election.projects
    if ties == "text":
        return lambda k: (projects[k].id,)
    if ties == "lot":
        return lambda k: (sha256(f"{seed}\n{projects[k].id}".encode()).digest(),)
    if ties == "id":
        return lambda k: (natural(projects[k].id),)
    votes: list[Fraction | int] = supporters(election)
    if ties == "cost":
        return lambda k: (projects[k].cost, -votes[k], k)
    return lambda k: (-votes[k], projects[k].cost, k)
