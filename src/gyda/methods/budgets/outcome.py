"""What a count gives back: who won in which order, by which variant of which rule, and why."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from gyda.methods.budgets.limits import Reason

Setting = str | int | bool | Fraction | None


@dataclass(frozen=True)
class Step:
    """One election of a project, in money.

    paid: what each supporter who paid in full paid (per point, where ballots have points).
    in_full, gave_all: the weight of those who paid that, and of those who had less and gave all.
    pooled: what those who had less gave together.
    """

    project: str
    paid: Fraction = Fraction(0)
    in_full: Fraction = Fraction(0)
    gave_all: Fraction = Fraction(0)
    pooled: Fraction = Fraction(0)


@dataclass(frozen=True)
class Outcome:
    """The result of a rule on an election; `settings` are all that is needed to count again.

    selected: ids in order of election. steps: the same with what was paid, for rules in which
    voters pay. endowment: what each voter had to spend in the final run, and share what an
    equal share of the budget is. runs: how many endowments were counted. reasons: per id.
    """

    rule: str
    settings: Mapping[str, Setting]
    budget: Fraction
    selected: tuple[str, ...]
    cost: Fraction
    reasons: Mapping[str, Reason]
    steps: tuple[Step, ...] = ()
    share: Fraction = Fraction(0)
    endowment: Fraction = Fraction(0)
    runs: int = 1
    completed: tuple[str, ...] = ()  # those of `selected` that the tail of the rule added
    notes: Mapping[str, Setting] = field(default_factory=dict)
