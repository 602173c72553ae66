"""Votes and scores: how many stand behind each project, and with how many points."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.model import MOST, Election, counted
from gyda.methods.budgets.rows import flat

Number = Fraction | int
Floats = NDArray[np.float64]


def supporters(election: Election) -> list[Number]:
    """Return, by position, the weight of the ballots on which each project stands."""
    ballots = election.ballots
    if ballots.whole is not None:
        return _counted(ballots.rows, ballots.whole, len(election.projects))
    votes: list[Number] = [0] * len(election.projects)
    for row, weight in zip(election.ballots.rows, election.ballots.weights, strict=True):
        for k in row:
            votes[k] += weight
    return votes


def _counted(rows: Sequence[Sequence[int]], whole: Floats, projects: int) -> list[Number]:
    """Count whole weights all at once: floats add them up exactly."""
    chosen, lengths = flat(rows)
    return [int(votes) for votes in np.bincount(chosen, np.repeat(whole, lengths), projects)]


def scores(election: Election) -> list[Number]:
    """Return, by position, the points of each project; without points, its votes.

    >>> from gyda.methods.budgets.model import Ballot, election
    >>> ranked = election(9, {"a": 1, "b": 1, "c": 1}, [["c", "a"], ["a", "b", "c"]], "ordinal")
    >>> [int(one) for one in scores(ranked)]
    [5, 2, 4]
    """
    points = ballot_points(election)
    if points is None:
        return supporters(election)
    found: list[Number] = [0] * len(election.projects)
    ballots = election.ballots
    for row, given, weight in zip(ballots.rows, points, ballots.weights, strict=True):
        for k, one in zip(row, given, strict=True):
            found[k] += one * weight
    return found


def ballot_points(election: Election) -> Sequence[Sequence[Number]] | None:
    """Return the points on each merged ballot; a ranking's first place gets the most (Borda).

    The first of a ranking gets as many points as the longest allowed ranking has places
    (`max_length` in the file, else the longest one cast), each later place one less.
    """
    points = election.ballots.points
    if points is None or election.kind != "ordinal":
        return points
    places = _places(election)
    return tuple(tuple(max(places - place, 0) for place in row) for row in points)


def _places(election: Election) -> int:
    longest = max((len(row) for row in election.ballots.rows), default=0)
    said = counted(election.meta.get("max_length", "")) or 0
    return max(said, longest) if said < MOST else longest
