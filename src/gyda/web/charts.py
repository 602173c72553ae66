"""Charts as SVG, drawn on the server; the table beside each says the same in figures.

Drawn at the width of a small phone, so that its letters stay readable there; series differ by
their pattern, not by colour alone, and all colours are the page's own, by day, night and on paper.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEFT, RIGHT, TOP, BOTTOM = 46, 318, 12, 160
MOST_LABELS = 13
ROUND = (1, 2, 3, 4, 5, 6, 8)


@dataclass(frozen=True)
class Series:
    """One row of bars; None is not shown, which is not nought."""

    label: str
    values: Sequence[int | None]


@dataclass(frozen=True)
class Bar:
    """One bar, as it stands in the picture."""

    series: int
    x: float
    y: float
    width: float
    height: float
    is_hidden: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Line:
    """A line across, and what it stands for."""

    y: float
    words: str


@dataclass(frozen=True)
class Columns:
    """Bars side by side, a group for each label; `say` puts a value into words for the axis."""

    id: str
    title: str
    description: str
    labels: Sequence[str]
    series: Sequence[Series]
    say: Callable[[int], str] = str
    step: int = 1  # of the axis: 60 for hours

    @property
    def top(self) -> int:
        """Return the value of the highest line: an even number of steps, so that half is whole.

        >>> Columns("c", "", "", "ab", [Series("", [3, 9])]).top
        10
        >>> Columns("c", "", "", "ab", [Series("", [None, 4000])], step=60).top
        4800
        """
        most = max((value for row in self.series for value in row.values if value), default=0)
        unit = 2 * self.step
        while True:
            for size in (unit * one for one in ROUND):
                if size >= most:
                    return size
            unit *= 10

    @property
    def lines(self) -> list[Line]:
        """Nothing, half, and all."""
        return [Line(self._y(value), self.say(value)) for value in (0, self.top // 2, self.top)]

    def _y(self, value: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * max(value, 0) / self.top, 1)

    @property
    def _group(self) -> float:
        return (RIGHT - LEFT) / max(len(self.labels), 1)

    @property
    def bars(self) -> list[Bar]:
        """All bars, from left to right."""
        found = []
        width = min(self._group * 0.8, 40) / len(self.series)
        gap = (self._group - width * len(self.series)) / 2
        for place in range(len(self.labels)):
            for number, row in enumerate(self.series):
                x = LEFT + self._group * place + gap + width * number
                found.append(self._bar(number, x, width, row.values[place]))
        return found

    def _bar(self, number: int, x: float, width: float, value: int | None) -> Bar:
        y = self._y(value or 0)
        height = round(BOTTOM - y, 1)
        return Bar(number, round(x, 1), y, round(width * 0.92, 1), height, value is None)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Where the labels stand: all of them, or as many as can be read."""
        every = -(-len(self.labels) // MOST_LABELS)
        last = len(self.labels) - 1
        return [
            (round(LEFT + self._group * (place + 0.5), 1), label)
            for place, label in enumerate(self.labels)
            if (last - place) % every == 0
        ]

    @property
    def has_hidden(self) -> bool:
        return any(value is None for row in self.series for value in row.values)
