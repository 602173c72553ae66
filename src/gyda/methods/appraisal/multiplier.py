"""The local multiplier: how much of the money stays in the community."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.appraisal.exact import Number, exact
from gyda.methods.errors import BadInput


def lm3(income: Number, spent_locally: Number, spent_again: Number) -> Fraction:
    """Return LM3 = (R1 + R2 + R3) / R1: three rounds of a pound, from 1 to 3.

    R1 what comes in, R2 what of it is spent locally, R3 what the local suppliers and staff spend
    locally of that. Source: New Economics Foundation, The Money Trail (2002). Raises BadInput
    `income-not-positive`, `round-larger-than-before`.

    >>> float(lm3(24_000, 19_200, 8_400)), float(lm3(24_000, 6_000, 1_800))
    (2.15, 1.325)
    """
    rounds = [exact(income), exact(spent_locally), exact(spent_again)]
    if rounds[0] <= 0:
        raise BadInput("income-not-positive", income=str(income))
    if not rounds[0] >= rounds[1] >= rounds[2] >= 0:
        first, second, third = map(str, rounds)
        raise BadInput("round-larger-than-before", r1=first, r2=second, r3=third)
    return sum(rounds, Fraction(0)) / rounds[0]


@dataclass(frozen=True)
class Spending:
    """What went to one supplier or member of staff, and the share of it they spend locally."""

    payee: str
    amount: Fraction
    local: bool
    again: Fraction = Fraction(0)  # share of one; only asked of local payees


@dataclass(frozen=True)
class Multiplier:
    """LM3 with its three rounds, and where the money leaves, largest leak first."""

    value: Fraction
    rounds: tuple[Fraction, Fraction, Fraction]
    leaks: tuple[tuple[str, Fraction], ...]


def multiplier(income: Number, spending: Iterable[Spending]) -> Multiplier:
    """Return LM3 out of a survey of suppliers and staff; what is not accounted for counts as lost.

    Raises BadInput as `lm3`, and `share-out-of-range`.

    >>> cook = Spending("cook", exact(600), True, exact("0.5"))
    >>> found = multiplier(1000, [cook, Spending("van", exact(300), False)])
    >>> float(found.value), [(payee, int(amount)) for payee, amount in found.leaks]
    (1.9, [('cook', 300), ('van', 300), ('', 100)])
    """
    lines = sorted(spending, key=lambda line: line.payee)
    for line in lines:
        if not 0 <= line.again <= 1 or line.amount < 0:
            raise BadInput("share-out-of-range", name=line.payee, low=str(line.again), high="1")
    first = exact(income)
    second = sum((line.amount for line in lines if line.local), Fraction(0))
    third = sum((line.amount * line.again for line in lines if line.local), Fraction(0))
    return Multiplier(lm3(first, second, third), (first, second, third), _leaks(first, lines))


def _leaks(income: Fraction, lines: list[Spending]) -> tuple[tuple[str, Fraction], ...]:
    kept = {line.payee: Fraction(0) for line in lines}
    for line in lines:
        kept[line.payee] += line.amount * (1 - line.again) if line.local else line.amount
    kept[""] = income - sum((line.amount for line in lines), Fraction(0))  # not accounted for
    leaks = [(payee, amount) for payee, amount in kept.items() if amount > 0]
    return tuple(sorted(leaks, key=lambda leak: (-leak[1], leak[0])))
