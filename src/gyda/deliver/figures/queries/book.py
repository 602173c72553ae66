"""The hub's own accounts over some months: what lay there, came in, went out and lies there now."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Sum

from gyda.deliver.figures.models import Flow
from gyda.ledger.models import Kind, Unit

ORDER = (
    Kind.MEMBER,
    Kind.POT,
    Kind.ORGANISATION,
    Kind.POOL,
    Kind.NOTES,
    Kind.RETIREMENT,
    Kind.ISSUE,
    Kind.OPENING,
    Kind.PARTNER,
)


@dataclass
class Line:
    """One kind of account; all lines together come to nothing."""

    label: str
    opening: int = 0
    came_in: int = 0
    went_out: int = 0
    moves: int = 0

    @property
    def closing(self) -> int:
        return self.opening + self.came_in - self.went_out


@dataclass
class Book:
    """The lines, and the reasons for which hours moved."""

    lines: list[Line]
    reasons: dict[str, tuple[int, int]] = field(default_factory=dict)  # code: (moves, minutes)

    @property
    def comes_to(self) -> int:
        """Return the sum of all lines, which is nothing."""
        return sum(line.closing for line in self.lines)


def book_of(first: datetime.date, end: datetime.date) -> Book:
    """Return how the hours moved between kinds of account from one month up to another."""
    lines: dict[str, Line] = defaultdict(lambda: Line(""))
    reasons: dict[str, tuple[int, int]] = {}
    rows = Flow.objects.filter(unit=Unit.MINUTES, month__lt=end).order_by()
    sides = rows.values_list("month", "kind", "debit_kind", "credit_kind", "is_back")
    for month, code, payer, paid, is_back, moves, amount in sides.annotate(
        Sum("transfers"), Sum("amount")
    ):
        if month < first:
            lines[payer].opening -= amount
            lines[paid].opening += amount
            continue
        _move(lines[payer], lines[paid], moves, amount)
        sign = -1 if is_back else 1
        before = reasons.get(code, (0, 0))
        reasons[code] = (before[0] + sign * moves, before[1] + sign * amount)
    return Book([_named(kind, lines[kind]) for kind in ORDER if kind in lines], reasons)


def _move(payer: Line, paid: Line, moves: int, amount: int) -> None:
    """Note what moved; between two accounts of one kind it is in and out of that kind."""
    payer.went_out += amount
    paid.came_in += amount
    for line in {id(payer): payer, id(paid): paid}.values():
        line.moves += moves


def _named(kind: str, line: Line) -> Line:
    line.label = str(Kind(kind).label)
    return line
