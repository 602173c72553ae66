"""What voters got: winners they supported, money spent on them, who got nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

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
    weights, parts = _whole(election.ballots.weights)
    tally = [0] * (len(selected) + 1)
    asked = without = 0
    each = winners_each(election, selected)
    for count, weight, row in zip(each, weights, election.ballots.rows, strict=True):
        tally[count] += weight
        if row:
            asked += weight
            without += weight if count == 0 else 0
    while len(tally) > 1 and not tally[-1]:
        tally.pop()
    voters = sum(tally)
    return Satisfied(
        winners=tuple(Fraction(one, parts) for one in tally),
        without=Fraction(without, parts),
        share_without=Fraction(without, asked or 1),
        mean=Fraction(sum(k * one for k, one in enumerate(tally)), voters),
        money=_money(election, selected, weights) / voters,
    )


def _money(election: Election, selected: tuple[str, ...], weights: list[int]) -> Fraction:
    """Return the winners' cost summed over all voters, each as heavy as its weight."""
    at = election.position()
    places = [at[one] for one in selected]
    costs, parts = _whole([election.projects[k].cost for k in places])
    won = dict(zip(places, costs, strict=True))
    rows = zip(election.ballots.rows, weights, strict=True)
    return Fraction(
        sum(sum(won[k] for k in row if k in won) * weight for row, weight in rows), parts
    )


def _whole(numbers: Sequence[Number]) -> tuple[list[int], int]:
    """Return the numbers as whole counts of one common part, and how many parts make one."""
    parts = lcm(*{one.denominator for one in numbers})
    return [one.numerator * (parts // one.denominator) for one in numbers], parts
