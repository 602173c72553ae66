"""Several pots counted one after the other: wards first, what they leave goes on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome
from gyda.methods.errors import BadInput

CARRIES = ("none", "next", "last")


@dataclass(frozen=True)
class Ward:
    """One pot: its name, its election, and what came to it from pots counted before."""

    name: str
    election: Election
    received: Fraction = Fraction(0)


def count_wards(
    wards: Sequence[Ward], rule: Callable[[Election], Outcome], carry: str = "last"
) -> list[tuple[Ward, Outcome]]:
    """Count pots in the order given; unspent money moves on by the named choice.

    carry: `none`: it stays unspent. `next`: to the pot counted next. `last`: all of it to the
    last, which is the shared (citywide) one. The order is part of the rules: publish it first.

    >>> from gyda.methods.budgets.model import election
    >>> from gyda.methods.budgets.greedy import greedy
    >>> north = Ward("north", election(100, {"n": 60}, [["n"]]))
    >>> city = Ward("city", election(100, {"c": 140}, [["c"]]))
    >>> [outcome.selected for _, outcome in count_wards([north, city], greedy)]
    [('n',), ('c',)]
    """
    if carry not in CARRIES:
        raise BadInput("unknown-carry", carry=carry, known=", ".join(CARRIES))
    received = [Fraction(0)] * len(wards)
    found = []
    for k, ward in enumerate(wards):
        budget = ward.election.budget + received[k]
        richer = replace(ward, election=replace(ward.election, budget=budget), received=received[k])
        outcome = rule(richer.election)
        found.append((richer, outcome))
        after = k + 1 if carry == "next" else len(wards) - 1
        if carry != "none" and k + 1 < len(wards):
            received[after] += budget - outcome.cost
    return found
