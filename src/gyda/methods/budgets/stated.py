"""What a file itself says of its rule: variant, threshold, limits per category."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from fractions import Fraction

from gyda.methods.budgets.limits import Cap, Limits, Threshold
from gyda.methods.budgets.model import Election, exactly

PER = (("category", "categories"), ("neighborhood", "neighborhoods"))
RULES: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "greedy": ("greedy", {}),
    "greedy-threshold": ("greedy", {}),
    "greedy-no-skip": ("greedy", {"skip": False}),
    "greedy-custom": ("greedy", {}),
    "greedy-exclusive": ("greedy", {}),
    "equalshares": ("equal-shares", {"completion": "none"}),
    "equalshares/add1": ("equal-shares", {"completion": "add1"}),
    "equalshares/add1-comparison": ("equal-shares", {"completion": "add1-comparison"}),
}


def stated_rule(election: Election) -> tuple[str, dict[str, object]]:
    """Return the rule that the file names and its options; plain greedy where it names none.

    `greedy-exclusive` names no projects: who excludes whom stands in words in the file's
    comment at best, and has to be given. `greedy-custom` is counted as plain greedy.
    """
    name, options = RULES.get(election.meta.get("rule", "").strip().lower(), ("greedy", {}))
    return name, dict(options)


def stated_limits(election: Election) -> Limits:
    """Return the threshold and the limits per category or neighbourhood that the file gives."""
    score = exactly(election.meta.get("min_project_score_threshold", "") or "0")
    caps = [cap for kind, names in PER for cap in _caps(election, kind, names)]
    return Limits(Threshold(score=score or 0), caps=tuple(caps))


def _caps(election: Election, kind: str, names: str) -> list[Cap]:
    listed = [one.strip() for one in election.meta.get(names, "").split(",")]
    money = _amounts(election.meta.get(f"budget_per_{kind}", ""))
    if len(money) != len(listed):
        return []
    return [
        Cap(name, members, cost=amount)
        for name, amount in zip(listed, money, strict=True)
        if amount is not None and (members := _members(election, kind, name))
    ]


def _amounts(text: str) -> list[Fraction | None]:
    return [exactly(one.strip()) for one in text.strip("[]").split(",")]


def _members(election: Election, kind: str, name: str) -> frozenset[str]:
    return frozenset(
        one.id
        for one in election.projects
        if name in [part.strip() for part in one.facts.get(kind, "").split(",")]
    )
