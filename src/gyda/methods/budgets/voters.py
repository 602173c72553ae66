"""What voters got: winners they supported, money spent on them, who got nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.rows import flat
from gyda.methods.budgets.scores import supporters

Ints = NDArray[np.int64]


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


def winners_each(election: Election, selected: Iterable[str]) -> Ints:
    """Return how many winners stand on each merged ballot, shape (rows,)."""
    at = election.position()
    won = np.zeros(len(at), np.int64)
    won[[at[one] for one in selected]] = 1
    chosen, lengths = flat(election.ballots.rows)
    so_far = np.concatenate([[0], np.cumsum(won[chosen])])
    ends = np.cumsum(lengths)
    each: Ints = so_far[ends] - so_far[ends - lengths]
    return each


def satisfied(election: Election, selected: Iterable[str]) -> Satisfied:
    """Sum up what voters got.

    >>> from gyda.methods.budgets.model import election
    >>> got = satisfied(election(9, {"a": 3, "b": 6}, [["a"], ["a", "b"], ["b"]]), ["a"])
    >>> got.winners, got.without, got.share_without, got.mean
    ((Fraction(1, 1), Fraction(2, 1)), Fraction(1, 1), Fraction(1, 3), Fraction(2, 3))
    """
    selected = tuple(selected)
    weights, parts = weights_of(election)
    each = winners_each(election, selected)
    _, lengths = flat(election.ballots.rows)
    tally = [int(weights[each == k].sum()) for k in range(int(each.max(initial=0)) + 1)]
    asked = int(weights[lengths > 0].sum())
    without = int(weights[(lengths > 0) & (each == 0)].sum())
    voters = sum(tally)
    return Satisfied(
        winners=tuple(Fraction(one, parts) for one in tally),
        without=Fraction(without, parts),
        share_without=Fraction(without, asked or 1),
        mean=Fraction(sum(k * one for k, one in enumerate(tally)), voters),
        money=_money(election, selected) * parts / voters,
    )


def weights_of(election: Election) -> tuple[NDArray[Any], int]:
    """Return the weights in whole parts, summed without loss, and how many parts make one."""
    weights, whole = election.ballots.weights, election.ballots.whole
    if whole is not None:
        return whole, 1
    parts = lcm(*{one.denominator for one in weights})
    return np.array([one.numerator * (parts // one.denominator) for one in weights], object), parts


def _money(election: Election, selected: Sequence[str]) -> Fraction:
    """Return what the winners on all ballots cost together, each ballot as heavy as its weight."""
    at, votes = election.position(), supporters(election)
    costs = [election.projects[at[one]].cost * votes[at[one]] for one in selected]
    return sum(costs, Fraction(0))
