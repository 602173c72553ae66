"""The table that `make bench` prints: figure, beside what, ratio, bar."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

Rates = Sequence[float]


@dataclass(frozen=True)
class Row:
    """One bar: what it is about, what was measured, and whether it holds."""

    what: str
    figure: str
    ratio: str
    bar: str
    holds: bool

    def line(self) -> str:
        return f"{self.what:<52} {self.figure:>22} {self.ratio:>8}  {self.bar:<10} {self.verdict}"

    @property
    def verdict(self) -> str:
        """What has no bar is only shown."""
        if not self.bar:
            return ""
        return "holds" if self.holds else "MISSED"


def beside(what: str, ours: Rates, theirs: Rates, least: float) -> Row:
    """Compare round by round, for each round of both had the same machine; show the medians."""
    ratio = median(mine / other for mine, other in zip(ours, theirs, strict=True))
    figure = f"{median(ours):,.0f} / {median(theirs):,.0f} a second"
    return Row(what, figure, f"{ratio:.2f} x", f">= {least:g} x", ratio >= least)


def within(what: str, seconds: Rates, most: float) -> Row:
    """Show the median of a time."""
    took = median(seconds)
    return Row(what, f"{took:.2f} s", "", f"< {most:g} s", took < most)


def count(what: str, found: int) -> Row:
    """Show a count that must be nothing."""
    return Row(what, str(found), "", "= 0", found == 0)


def heading() -> str:
    return f"{'':<52} {'ours / theirs':>22} {'ratio':>8}  {'bar':<10}"


def show(title: str, rows: Iterable[Row]) -> bool:
    """Print a table, each row as soon as it is known; tell whether all of them hold."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"\n{title}; {os.cpu_count()} cores, load {load}")
    print(heading(), flush=True)
    hold = True
    for row in rows:
        print(row.line(), flush=True)
        hold &= row.holds
    return hold
