"""What is wrong with a table: cases without a rule, rules never reached, rules that contradict."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from gyda.methods.criteria.cells import Region, beside, both, one_of, whole
from gyda.methods.criteria.facts import Value
from gyda.methods.criteria.table import Hit, Outcome, Rule, Table
from gyda.methods.errors import BadInput

MOST_STEPS = 20_000


class Found(StrEnum):
    """What was found."""

    GAP = "gap"  # no rule fits; what holds otherwise does
    NEVER = "never"  # rules before it take every case of this one
    CLASH = "clash"  # two rules fit one case and say different things
    TWICE = "twice"  # two rules fit one case where only one should
    ORDER = "order"  # two rules say different things of one case; their order decides


FAULTS = frozenset({Found.NEVER, Found.CLASH, Found.TWICE})


@dataclass(frozen=True)
class Finding:
    """What, in which rules, and a made-up person of whom it is true."""

    what: Found
    rules: tuple[str, ...]
    person: Mapping[str, Value]

    @property
    def is_fault(self) -> bool:
        """Whether it must be mended; the rest is only said."""
        return self.what in FAULTS


def check(table: Table) -> tuple[Finding, ...]:
    """Return everything that is found, exactly: no case is sampled, all of them are looked at.

    Rules are boxes in the space of the facts; what no rule covers is what is left when the boxes
    are cut away one after the other. Raises BadInput `too-much` when that takes too long.
    """
    return (*_gaps(table), *_never_reached(table), *_pairs(table))


def _everyone(table: Table) -> Region:
    return {fact.code: whole(fact) for fact in table.facts}


def _gaps(table: Table) -> Iterator[Finding]:
    for region in _left(_everyone(table), table.rules, [0]):
        yield Finding(Found.GAP, (), _person(region))
        return


def _never_reached(table: Table) -> Iterator[Finding]:
    for number, rule in enumerate(table.rules):
        own = _within(_everyone(table), rule)
        before = table.rules[:number] if table.hit is Hit.FIRST else ()
        if own is None:
            continue  # a table has no such rule: each of its cells can be met
        if next(_left(own, before, [0]), None) is None:
            yield Finding(Found.NEVER, (rule.code,), _person(own))


def _pairs(table: Table) -> Iterator[Finding]:
    for one, other in combinations(table.rules, 2):
        region = _within(_everyone(table), one)
        region = region and _within(region, other)
        what = _said_by(table.hit, one.outcome, other.outcome)
        if region and what:
            yield Finding(what, (one.code, other.code), _person(region))


def _said_by(hit: Hit, one: Outcome, other: Outcome) -> Found | None:
    if hit is Hit.UNIQUE:
        return Found.TWICE if one is other else Found.CLASH
    if one is other:
        return None
    return Found.ORDER


def _left(region: Region, rules: Sequence[Rule], steps: list[int]) -> Iterator[Region]:
    """Give the parts of a region that no rule covers; they have nothing in common."""
    steps[0] += 1
    if steps[0] > MOST_STEPS:
        raise BadInput("too-much", rules=len(rules), facts=len(region))
    for number, rule in enumerate(rules):
        inside = _within(region, rule)
        if inside is None:
            continue
        rest = dict(region)
        for code, cell in sorted(rule.cells.items()):
            for part in beside(rest[code], cell):
                yield from _left({**rest, code: part}, rules[number + 1 :], steps)
            rest[code] = inside[code]
        return
    yield region


def _within(region: Region, rule: Rule) -> Region | None:
    """Return the part of a region that a rule covers; None where that is nothing."""
    inside = dict(region)
    for code, cell in rule.cells.items():
        part = both(inside[code], cell)
        if part is None:
            return None
        inside[code] = part
    return inside


def _person(region: Region) -> dict[str, Value]:
    return {code: one_of(part) for code, part in region.items()}
