"""The comparison step: the greedy outcome instead, where voters are better off with it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace
from fractions import Fraction

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome
from gyda.methods.budgets.voters import satisfied, weights_of, winners_each


def prefers_greedy(
    election: Election, outcome: Outcome, greedy: Outcome, comparison: str
) -> Outcome:
    """Return the outcome that the comparison prefers; the proportional one when they are equal.

    Either way the notes say how the comparison went (equalshares.net, "comparison step").
    """
    if comparison == "exclusion":
        ours = satisfied(election, outcome.selected).without
        theirs = satisfied(election, greedy.selected).without
        replaced = theirs < ours
    else:
        ours, theirs = _better_off(election, outcome, greedy)
        replaced = theirs > ours
    notes = {**outcome.notes, "comparison-ours": ours, "comparison-greedy": theirs}
    notes["comparison-replaced"] = replaced
    if not replaced:
        return replace(outcome, notes=notes)
    return replace(
        outcome,
        selected=greedy.selected,
        cost=greedy.cost,
        reasons=greedy.reasons,
        steps=greedy.steps,
        completed=greedy.selected,
        notes=notes,
    )


def _better_off(election: Election, outcome: Outcome, greedy: Outcome) -> tuple[Fraction, Fraction]:
    weights, parts = weights_of(election)
    here, there = (winners_each(election, one.selected) for one in (outcome, greedy))
    ours, theirs = int(weights[here > there].sum()), int(weights[there > here].sum())
    return Fraction(ours, parts), Fraction(theirs, parts)
