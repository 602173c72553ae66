"""The record of a count: enough for a stranger to count again and get the same."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from gyda.methods import budgets
from gyda.methods.budgets import Outcome, Satisfied, Step, Support
from gyda.terminal.count.counting import Counted
from gyda.terminal.count.words import why_in_words


def number(value: Fraction | int) -> int | float:
    """Return a whole number as such, any other as the nearest float; `exact` holds the rest."""
    value = Fraction(value)
    return int(value) if value.denominator == 1 else float(value)


def record_of(one: Counted) -> dict[str, Any]:
    """Return all of it."""
    outcome = one.outcome
    return {
        "file": one.path.name,
        "file_sha256": one.digest,
        "rule": outcome.rule,
        "settings": outcome.settings,
        "budget": number(outcome.budget),
        "received": number(one.received),
        "cost": number(outcome.cost),
        "currency": one.election.meta.get("currency", ""),
        "selected": list(outcome.selected),
        "completed": list(outcome.completed),
        "steps": [_step(step) for step in outcome.steps],
        "share": number(outcome.share),
        "endowment": number(outcome.endowment),
        "exact": {"share": outcome.share, "endowment": outcome.endowment},
        "runs": outcome.runs,
        "notes": outcome.notes,
        "warnings": [{"code": code, **values} for code, values in one.election.warnings],
        "projects": _projects(one),
        "voters": _voters(one, outcome),
        "greedy": {"selected": list(one.greedy.selected), **_voters(one, one.greedy)},
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "project": step.project,
        "paid": number(step.paid),
        "in_full": number(step.in_full),
        "gave_all": number(step.gave_all),
        "pooled": number(step.pooled),
        "exact_paid": step.paid,
    }


def _projects(one: Counted) -> Mapping[str, Any]:
    votes, points = budgets.supporters(one.election), budgets.scores(one.election)
    reasons = budgets.why(one.outcome, one.supports)
    found = {}
    for k, project in enumerate(one.election.projects):
        reason = reasons[project.id]
        found[project.id] = {
            "name": project.name,
            "cost": number(project.cost),
            "support": number(votes[k]),
            "score": number(points[k]),
            "why": {"code": reason.code, **reason.values},
            "words": why_in_words(one, project.id, reason),
            **_support(one.supports.get(project.id)),
        }
    return found


def _support(support: Support | None) -> dict[str, Any]:
    if support is None:
        return {"effective_support": None}
    return {
        "effective_support": float(support.effective),
        "effective_support_exact": support.effective,
        "effective_support_at_least": support.at_least,
        "lacked": number(support.lacked),
        "more_supporters": support.more_supporters,
        "winning_cost": None if support.winning_cost is None else number(support.winning_cost),
    }


def _voters(one: Counted, outcome: Outcome) -> dict[str, Any]:
    got: Satisfied = budgets.satisfied(one.election, outcome.selected)
    return {
        "voters": number(one.election.voters),
        "without_a_winner": number(got.without),
        "share_without": float(got.share_without),
        "winners_each": [number(each) for each in got.winners],
        "mean_winners": float(got.mean),
        "mean_money": float(got.money),
    }
