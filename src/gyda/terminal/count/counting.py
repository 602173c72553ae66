"""From arguments to a counted pot: the rule, its limits, and the explanation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from gyda.methods import budgets
from gyda.methods.budgets import Completion, Election, Limits, Outcome, Support
from gyda.methods.errors import BadInput
from gyda.terminal import files
from gyda.terminal.faults import about
from gyda.terminal.progress import Progress
from gyda.terminal.tongue import _

# Beyond so many supporters times winners, the winners' own figures are left out by themselves.
MUCH_WORK = 3_000_000
_FRACTION = re.compile(r"\d{1,30}/\d{1,30}")


@dataclass(frozen=True)
class Counted:
    """One pot, counted and explained."""

    path: Path
    digest: str
    election: Election
    outcome: Outcome
    greedy: Outcome
    supports: dict[str, Support]
    received: Fraction


def counted(asked: argparse.Namespace) -> list[Counted]:
    """Read, count and explain every pot."""
    pots, digests = [], []
    for path in asked.elections:
        with about(path):
            content = files.read_bytes(path)
            digests.append(sha256(content).hexdigest())
            pots.append(budgets.Ward(path.stem, _withdrawn(budgets.read(content), asked)))
    with Progress(_("runs counted")) as progress, about(asked.elections[0]):
        found = budgets.count_wards(pots, lambda one: _count(one, asked, progress.at), asked.carry)
        progress.says(_("explaining"))
        paths = zip(asked.elections, digests, found, strict=True)
        return [
            _explained(path, digest, ward, outcome, asked)
            for path, digest, (ward, outcome) in paths
        ]


def counted_text(pots: Sequence[tuple[str, bytes]], asked: argparse.Namespace) -> list[Counted]:
    """Count files that are held in memory, as `counted` does those on the disk."""
    read = [budgets.Ward(Path(name).stem, _withdrawn(budgets.read(text), asked))
            for name, text in pots]  # fmt: skip
    found = budgets.count_wards(read, lambda one: _count(one, asked, None), asked.carry)
    return [
        _explained(Path(name), sha256(text).hexdigest(), ward, outcome, asked)
        for (name, text), (ward, outcome) in zip(pots, found, strict=True)
    ]


def _withdrawn(election: Election, asked: argparse.Namespace) -> Election:
    known = election.position()
    ids = [one for one in _ids(asked.withdraw) if len(asked.elections) == 1 or one in known]
    return election.without(ids) if ids else election


def _ids(lists: Sequence[str]) -> list[str]:
    return [one.strip() for listed in lists for one in listed.split(",") if one.strip()]


def _count(election: Election, asked: argparse.Namespace, on_step: Any) -> Outcome:
    rule, options = _rule_of(election, asked)
    limits = _limits(election, asked, rule)
    ties = asked.ties or ("cost" if rule == "greedy" else "id")
    shared = {"ties": ties, "seed": asked.seed, "limits": limits}
    if rule == "equal-shares":
        completion = _completion(asked, options.get("completion", "add1"))
        return budgets.equal_shares(
            election, utility=asked.utility, completion=completion, on_step=on_step, **shared
        )
    rules: dict[str, Callable[..., Outcome]] = {
        "phragmen": budgets.phragmen,
        "greedy": budgets.greedy,
        "bounded-overspending": budgets.bounded_overspending,
    }
    if rule == "bounded-overspending":
        options = {"utility": asked.utility}
    return rules[rule](election, **options, **shared)


def _rule_of(election: Election, asked: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    """Return the rule and its options; `greedy` follows the file in whether it skips."""
    stated, options = budgets.stated_rule(election)
    if asked.rule == "stated" or (asked.rule == "greedy" and stated == "greedy"):
        return stated, options
    if asked.rule == "greedy-no-skip":
        return "greedy", {"skip": False}
    return asked.rule, {}


def _completion(asked: argparse.Namespace, stated: str) -> Completion:
    chosen = budgets.NAMED[asked.completion or stated]
    changes: dict[str, Any] = {}
    if asked.size is not None:
        changes["size"] = _number(asked.size)
    if asked.start is not None:
        changes["start"] = asked.start
    if asked.until is not None:
        changes["stop_when_full"] = asked.until == "full"
    if asked.comparison is not None:
        changes["comparison"] = asked.comparison
    return replace(chosen, **changes)


def _number(text: str) -> Fraction:
    number = Fraction(text) if _is_fraction(text) else budgets.exactly(text)
    if number is None or number <= 0:
        raise BadInput("size-not-positive", value=text)
    return number


def _is_fraction(text: str) -> bool:
    return bool(_FRACTION.fullmatch(text)) and bool(int(text.split("/")[1]))


def _limits(election: Election, asked: argparse.Namespace, rule: str) -> Limits:
    stated = (asked.limits or ("stated" if rule == "greedy" else "none")) == "stated"
    limits = budgets.stated_limits(election) if stated else Limits()
    given = {
        name: _number(text)
        for name, text in (
            ("score", asked.threshold),
            ("share", asked.threshold_share),
            ("cost_share", asked.threshold_cost_share),
        )
        if text is not None
    }
    exclusive = limits.exclusive + tuple(frozenset(_ids([group])) for group in asked.exclusive)
    return replace(limits, threshold=replace(limits.threshold, **given), exclusive=exclusive)


def _explained(
    path: Path, digest: str, ward: budgets.Ward, outcome: Outcome, asked: argparse.Namespace
) -> Counted:
    election = ward.election
    limits = _limits(election, asked, outcome.rule)
    supports: dict[str, Support] = {}
    if outcome.rule == "equal-shares":
        entries = sum(map(len, election.ballots.rows))
        every = not asked.quick and entries * len(outcome.selected) <= MUCH_WORK
        supports = budgets.explain(election, outcome, limits=limits, winners=every)
    greedy = budgets.greedy(election, limits=limits)
    return Counted(path, digest, election, outcome, greedy, supports, ward.received)
