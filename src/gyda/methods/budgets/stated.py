"""What a file itself says of its rule: variant, threshold, limits per category, rivals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterator, Mapping
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
    "equalshares-comparison": ("equal-shares", {"completion": "comparison"}),
    "equalshares/add1": ("equal-shares", {"completion": "add1"}),
    "equalshares/add1-comparison": ("equal-shares", {"completion": "add1-comparison"}),
}
POZNAN = Fraction(4, 5)
_PART = re.compile(r"at least (\d{1,2}) ?% of (?:that|the) project")
_EXCLUDE = re.compile(r"mutually exclusive|each other|conflict|hierarch|wyklucz|kolid|kolizj")
_WORD = re.compile(r"[^\s,;:()\[\]\"'„”“]+")


def stated_rule(election: Election) -> tuple[str, dict[str, object]]:
    """Return the rule that the file names and its options; plain greedy where it names none.

    `greedy-custom` is plain greedy too, unless it is the rule of Poznań, which the files spell
    out in their comment: stop at the first that does not fit, and fund that one from a reserve
    when four fifths of its cost are left.
    """
    said = election.meta.get("rule", "").strip().lower()
    name, options = RULES.get(said, ("greedy", {}))
    if said == "greedy-custom" and (part := _reserve(election)):
        options = {"skip": False, "reserve": part}
    return name, dict(options)


def _reserve(election: Election) -> Fraction | None:
    told = _PART.search(election.meta.get("comment", ""))
    if told:
        return Fraction(int(told[1]), 100)
    return POZNAN if election.meta.get("unit", "") == "Poznań" else None


def stated_limits(election: Election) -> Limits:
    """Return threshold, limits per category or neighbourhood, and rivals that the file gives.

    Rivals stand in no field: where the rule is `greedy-exclusive`, pairs of ids are read from
    sentences of the comment that speak of exclusion or conflict and name just two projects.
    """
    score = exactly(election.meta.get("min_project_score_threshold", "") or "0")
    caps = [cap for kind, names in PER for cap in _caps(election, kind, names)]
    rivals = dict.fromkeys(_rivals(election))
    return Limits(Threshold(score=score or 0), exclusive=tuple(rivals), caps=tuple(caps))


def _rivals(election: Election) -> Iterator[frozenset[str]]:
    if election.meta.get("rule", "").strip().lower() != "greedy-exclusive":
        return
    known = election.position()
    for sentence in re.split(r"[.;](?:\s|$)|\n|#\d+:", election.meta.get("comment", "")):
        if _EXCLUDE.search(sentence.lower()):
            named = frozenset(word for word in _WORD.findall(sentence) if word in known)
            if len(named) == 2:
                yield named


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
