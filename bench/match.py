"""Matching on generated hubs beside three other ways of it, and how long a great week takes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from statistics import median

from bench.peers import ours as in_a_process
from bench.peers import run
from bench.table import Row, show

HUBS = (100, 1_000, 10_000)
SEEDS = {100: 15, 1_000: 15, 10_000: 2}
WAYS = ("ours", "category_and_distance", "nexus", "newest_first")
GREAT = (100_000, 10_000)  # members, open asks
SECONDS = 60.0
FIGURES = ("fill_rate", "days", "metres", "gini", "approaches")


def main() -> int:
    """Print the tables; only the bars on hubs of 1,000 and the great week can be missed."""
    rows: list[Row] = []
    for members in HUBS:
        found = {way: _simulated(members, way) for way in WAYS}
        rows += [_figures(members, way, found[way]) for way in WAYS]
        if members == 1_000:
            rows += _bars(found["ours"], found["category_and_distance"])
    rows.append(_great_week())
    show("Matching: generated hubs, each way on the same hubs, asks and moods", rows)
    return 0 if all(row.holds for row in rows) else 1


def _simulated(members: int, way: str) -> list[dict[str, float]]:
    done = run(in_a_process("-m", "bench.match_one", str(members), way, str(SEEDS[members])))
    found: list[dict[str, float]] = json.loads(done.printed)
    return found


def _figures(members: int, way: str, found: list[dict[str, float]]) -> Row:
    middle = {name: median(one[name] for one in found) for name in FIGURES}
    figure = "{fill_rate:.0%} {days:.1f} d {metres:.0f} m".format(**middle)
    return Row(f"{members:,}: {way}", figure, f"{middle['gini']:.2f}", "", True)


def _bars(mine: list[dict[str, float]], other: list[dict[str, float]]) -> list[Row]:
    """Compare hub by hub."""
    ratios = {
        name: median(a[name] / b[name] for a, b in zip(mine, other, strict=True))
        for name in FIGURES
    }
    fill, far, gini = ratios["fill_rate"], ratios["metres"], ratios["gini"]
    return [
        Row("1,000: filled beside that by distance", "", f"{fill:.2f} x", ">= 1.2 x", fill >= 1.2),
        Row("1,000: median distance", "", f"{far:.2f} x", "<= 1 x", far <= 1),
        Row("1,000: Gini of hours given", "", f"{gini:.2f} x", "< 1 x", gini < 1),
    ]  # fmt: skip


def _great_week() -> Row:
    members, asks = GREAT
    done = run(in_a_process("-m", "bench.match_great", str(members), str(asks)))
    seconds, brought = json.loads(done.printed)
    what = f"{members:,} members, {asks:,} asks: {brought:,} brought"
    return Row(what, f"{seconds:.1f} s CPU", "", f"< {SECONDS:g} s", seconds < SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
