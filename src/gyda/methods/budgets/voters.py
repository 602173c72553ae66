"""What voters got: winners they supported, money spent on them, who got nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.scores import Number


@dataclass(frozen=True)
class Satisfied:
    """How a set of winners treats the voters.

    winners: weight of the voters by how many projects they chose that won, from 0 up.
    without: the weight of those who have none. share_without: of all who chose anything.
    mean, and money: winners and their cost per voter, on average.
    """

    winners: tuple[Fraction, ...]
    without: Fraction
    share_without: Fraction
    mean: Fraction
    money: Fraction


def winners_each(election: Election, selected: Iterable[str]) -> list[int]:
    """Return how many winners stand on each merged ballot."""
    at = election.position()
    won = {at[one] for one in selected}
    return [sum(k in won for k in row) for row in election.ballots.rows]


def satisfied(election: Election, selected: Iterable[str]) -> Satisfied:
    """Sum up what voters got.

    >>> from gyda.methods.budgets.model import election
    >>> got = satisfied(election(9, {"a": 3, "b": 6}, [["a"], ["a", "b"], ["b"]]), ["a"])
    >>> got.winners, got.without, got.share_without, got.mean
    ((Fraction(1, 1), Fraction(2, 1)), Fraction(1, 1), Fraction(1, 3), Fraction(2, 3))
    """
    selected = tuple(selected)
    each = winners_each(election, selected)
    weights = election.ballots.weights
    tally: list[Number] = [Fraction(0)] * (max(each, default=0) + 1)
    asked = without = Fraction(0)
    for count, weight, row in zip(each, weights, election.ballots.rows, strict=True):
        tally[count] += weight
        if row:
            asked += weight
            without += weight if count == 0 else 0
    winners = tuple(Fraction(one) for one in tally)
    total = sum((k * one for k, one in enumerate(winners)), Fraction(0))
    voters = sum(winners, Fraction(0))
    share = without / asked if asked else Fraction(0)
    return Satisfied(winners, without, share, total / voters, _money(election, selected, voters))


def _money(election: Election, selected: tuple[str, ...], voters: Fraction) -> Fraction:
    at = election.position()
    won = {at[one]: election.projects[at[one]].cost for one in selected}
    spent = Fraction(0)
    for row, weight in zip(election.ballots.rows, election.ballots.weights, strict=True):
        spent += sum((won[k] for k in row if k in won), Fraction(0)) * weight
    return spent / voters
