"""Cells: what a rule asks of one fact, as a span of numbers or a set of answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass

from gyda.methods.criteria.facts import FARTHEST, Fact, Kind, Value


@dataclass(frozen=True)
class Span:
    """Whole numbers from `low` to `high`, both included; None: no end on that side."""

    low: int | None = None
    high: int | None = None

    @property
    def ends(self) -> tuple[int, int]:
        low = -FARTHEST if self.low is None else self.low
        return low, FARTHEST if self.high is None else self.high


Answers = frozenset[Value]
Part = Span | Answers  # of what a fact may be
Region = Mapping[str, Part]


def whole(fact: Fact) -> Part:
    """Return everything that a fact may be."""
    if fact.kind is Kind.YES_NO:
        return frozenset({True, False})
    if fact.kind is Kind.CHOICE:
        return frozenset(choice.code for choice in fact.choices)
    return Span(fact.low, fact.high)


def holds(cell: Part, value: Value) -> bool:
    """Tell whether an answer lies in the cell.

    >>> holds(Span(low=65), 65), holds(frozenset({"bus"}), "train")
    (True, False)
    """
    if isinstance(cell, Span):
        low, high = cell.ends
        return isinstance(value, int) and low <= value <= high
    return value in cell


def both(one: Part, other: Part) -> Part | None:
    """Return what lies in both; None where nothing does."""
    if isinstance(one, Span) and isinstance(other, Span):
        low, high = max(one.ends[0], other.ends[0]), min(one.ends[1], other.ends[1])
        return Span(low, high) if low <= high else None
    if isinstance(one, Span) or isinstance(other, Span):
        return None
    return one & other or None


def beside(one: Part, other: Part) -> list[Part]:
    """Return what lies in the first and not in the second, in parts that have nothing in common."""
    if isinstance(one, Span) and isinstance(other, Span):
        (low, high), (start, end) = one.ends, other.ends
        spans = [Span(low, min(high, start - 1)), Span(max(low, end + 1), high)]
        return [span for span in spans if span.ends[0] <= span.ends[1]]
    if isinstance(one, Span) or isinstance(other, Span):
        return [one]
    return [one - other] if one - other else []


def one_of(part: Part) -> Value:
    """Return an answer in the part: the least number from nought up, yes before no."""
    if isinstance(part, Span):
        low, high = part.ends
        return low if low > -FARTHEST else min(high, 0)
    return sorted(part, key=lambda value: (value is not True, str(value)))[0]
