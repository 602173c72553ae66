"""Counts the ballots of a decision again and compares every option, sum and step."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from gyda.methods import budgets
from gyda.methods.budgets import Completion, Election, Limits, Outcome, Threshold
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.opening import Bundle

Json = Mapping[str, Any]
OPTION = "The option %(id)s (%(name)s)"
DIFFERS = {
    "budget": "its budget is %(said)s in the record; the ballots give %(computed)s",
    "cost": "its cost is %(said)s in the record; the ballots give %(computed)s",
    "support": "its votes are %(said)s in the record; the ballots give %(computed)s",
    "score": "its points are %(said)s in the record; the ballots give %(computed)s",
    "price": "what each supporter paid is %(said)s in the record; the ballots give %(computed)s",
}
NO_STRING = ("size", "reserve")


def pairs(bundle: Bundle, one: str, other: str) -> Iterator[tuple[str, str]]:
    """Give the files of two names that stand in the same folder."""
    for name in sorted(bundle.files):
        folder = name.removesuffix(one)
        if name.endswith(one) and folder + other in bundle.files:
            yield name, folder + other


def check_counts(bundle: Bundle, found: Found) -> None:
    """Count each election again."""
    for ballots, record in pairs(bundle, "ballot.pb", "count.json"):
        said = json.loads(bundle.files[record])
        election = budgets.read(bundle.files[ballots])
        outcome = count_again(election, said)
        found.count("elections")
        found.count("ballots", int(election.voters))
        _compare(election, outcome, said, found)


def count_again(election: Election, said: Json) -> Outcome:
    """Count by the rule and the choices of a record, which are all that a count needs."""
    chosen: dict[str, Any] = {
        name: Fraction(value) if name in NO_STRING else value
        for name, value in said["settings"].items()
    }
    rule, limits = said["rule"], limits_of(said)
    if rule == "equal-shares":
        parts = {name: chosen.pop(name) for name in Completion.__dataclass_fields__}
        return budgets.equal_shares(
            election, completion=Completion(**parts), limits=limits, **chosen
        )
    rules: dict[str, Callable[..., Outcome]] = {
        "phragmen": budgets.phragmen,
        "greedy": budgets.greedy,
        "bounded-overspending": budgets.bounded_overspending,
    }
    return rules[rule](election, limits=limits, **chosen)


def limits_of(said: Json) -> Limits:
    """Return thresholds and options that exclude each other, as the record states them."""
    stated = said.get("limits") or {}
    threshold = {name: Fraction(stated[name]) for name in ("score", "share", "cost_share")
                 if name in stated}  # fmt: skip
    exclusive = tuple(frozenset(group) for group in stated.get("exclusive", ()))
    return Limits(threshold=Threshold(**threshold), exclusive=exclusive)


def _compare(election: Election, outcome: Outcome, said: Json, found: Found) -> None:
    for what, computed in (("budget", outcome.budget), ("cost", outcome.cost)):
        if not _same(said[what], computed):
            found.add("count", "The count", DIFFERS[what], said=said[what],
                      computed=_number(computed))  # fmt: skip
    names = _compare_options(election, said, found)
    _compare_chosen(outcome, said, names, found)
    _compare_steps(outcome, said, names, found)


def _compare_options(election: Election, said: Json, found: Found) -> dict[str, str]:
    votes, points = budgets.supporters(election), budgets.scores(election)
    names = {one.id: one.name or one.id for one in election.projects}
    recorded = said["projects"]
    for option in sorted({*recorded} ^ {*names}):
        words = "is in the ballots and not in the record" if option in names else \
            "is in the record and not in the ballots"  # fmt: skip
        found.add("option", OPTION, words, id=option, name=names.get(option, ""))
    for k, one in enumerate(election.projects):
        figures = {"cost": one.cost, "support": votes[k], "score": points[k]}
        for what, computed in figures.items():
            value = recorded.get(one.id, {}).get(what)
            if value is not None and not _same(value, computed):
                found.add("option", OPTION, DIFFERS[what], id=one.id, name=names[one.id],
                          said=value, computed=_number(computed))  # fmt: skip
    return names


def _compare_chosen(outcome: Outcome, said: Json, names: dict[str, str], found: Found) -> None:
    recorded, counted = list(said["selected"]), list(outcome.selected)
    for option in sorted({*recorded} ^ {*counted}):
        words = "is chosen by the ballots, and not in the record" if option in counted else \
            "is chosen in the record, and not by the ballots"  # fmt: skip
        found.add("option", OPTION, words, id=option, name=names.get(option, ""))
    if set(recorded) == set(counted) and recorded != counted:
        words = "its order is %(said)s in the record; the ballots give %(computed)s"
        found.add("count", "The count", words, said=", ".join(recorded),
                  computed=", ".join(counted))  # fmt: skip


def _compare_steps(outcome: Outcome, said: Json, names: dict[str, str], found: Found) -> None:
    for step, recorded in zip(outcome.steps, said["steps"], strict=False):
        if step.project != recorded["project"]:
            return  # the order was named already
        if not _same(recorded["exact_paid"], step.paid):
            found.add("option", OPTION, DIFFERS["price"], id=step.project,
                      name=names.get(step.project, ""),
                      said=recorded["exact_paid"], computed=str(step.paid))  # fmt: skip


def _same(said: Any, computed: Any) -> bool:
    """Compare exactly where a record is exact, and as the nearest float where it is that."""
    if isinstance(said, float):
        return said == float(computed)
    return Fraction(said) == Fraction(computed)


def _number(value: Any) -> Any:
    value = Fraction(value)
    return int(value) if value.denominator == 1 else float(value)
