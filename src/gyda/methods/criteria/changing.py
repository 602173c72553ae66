"""What would have changed a decision: the fewest facts, by the least."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from gyda.methods.criteria.cells import Span
from gyda.methods.criteria.deciding import decide
from gyda.methods.criteria.facts import Fact, Kind, Known, Value
from gyda.methods.criteria.table import Outcome, Table

MOST = 3  # as many as people read
TRIALS = 4_000


@dataclass(frozen=True)
class Change:
    """With these facts otherwise, that would have been the outcome."""

    facts: Mapping[str, Value]
    outcome: Outcome
    rules: tuple[str, ...]


def what_would_change(table: Table, known: Known, most: int = MOST) -> tuple[Change, ...]:
    """Return the smallest changes of a case that lead to another outcome, a yes first.

    A counterfactual explanation (Wachter, Mittelstadt and Russell 2018, Harvard Journal of Law and
    Technology 31): one fact, or where none alone is enough, two. A number goes no farther than to
    the nearest bound of a rule.
    """
    here, told = decide(table, known), {c: v for c, v in known.items() if v is not None}
    for many in (1, 2):
        found = list(_changes(table, told, here.outcome, many))
        if found:
            found.sort(key=lambda pair: (pair[1].outcome is not Outcome.ELIGIBLE, pair[0]))
            return tuple(change for _order, change in _one_for_each(found)[:most])
    return ()


Ranked = tuple[tuple[int, str], Change]


def _changes(
    table: Table, told: Mapping[str, Value], outcome: Outcome, many: int
) -> Iterator[Ranked]:
    trials = 0
    for codes in combinations(sorted(told), many):
        ways = [_others(table, table.by_code[code], told[code]) for code in codes]
        for values in product(*ways):
            trials += 1
            if trials > TRIALS:
                return
            new = dict(zip(codes, values, strict=True))
            found = decide(table, {**told, **new})
            if found.outcome is not outcome:
                far = sum(_far(told[code], value) for code, value in new.items())
                yield (far, repr(sorted(new.items()))), Change(new, found.outcome, found.rules)


def _others(table: Table, fact: Fact, value: Value) -> list[Value]:
    """Return other answers to a fact; of numbers those beside a bound."""
    if fact.kind is Kind.YES_NO:
        return [not value]
    if fact.kind is Kind.CHOICE:
        return [choice.code for choice in fact.choices if choice.code != value]
    cells = [rule.cells[fact.code] for rule in table.rules if fact.code in rule.cells]
    bounds: set[Value] = set()
    for cell in cells:
        if isinstance(cell, Span):
            bounds |= {cell.low, cell.low - 1} if cell.low is not None else set()
            bounds |= {cell.high, cell.high + 1} if cell.high is not None else set()
    return sorted((one for one in bounds if one != value and fact.takes(one)), key=int)


def _far(old: Value, new: Value) -> int:
    is_number = isinstance(old, int) and not isinstance(old, bool)
    return abs(int(new) - int(old)) if is_number else 1


def _one_for_each(found: list[Ranked]) -> list[Ranked]:
    """Keep the nearest for each set of facts and outcome."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for order, change in found:
        key = (change.outcome, *sorted(change.facts))
        if key not in seen:
            seen.add(key)
            kept.append((order, change))
    return kept
