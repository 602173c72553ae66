"""Time cut into runs, so that no run tells of fewer people than may be told of."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from gyda.methods.representativeness.suppression import LEAST, suppressed

T = TypeVar("T")


def runs(
    spans: Sequence[T], people: Callable[[Sequence[T]], int], least: int = LEAST
) -> list[Sequence[T]]:
    """Join consecutive spans of time until so many different people stand behind each run.

    From the first on, and a run once closed is never opened again: figures that were published
    stay what they were, so nobody can subtract yesterday's page from today's. What is left at the
    end waits for its run to be full.

    >>> months = ["Jan", "Feb", "Mar", "Apr"]
    >>> there = {"Jan": {1, 2, 3}, "Feb": {3, 4, 5}, "Mar": {1, 2, 3, 4, 5}, "Apr": {6}}
    >>> runs(months, lambda run: len(set().union(*(there[month] for month in run))))
    [['Jan', 'Feb'], ['Mar']]
    """
    found: list[Sequence[T]] = []
    start = 0
    for end in range(1, len(spans) + 1):
        run = spans[start:end]
        if people(run) >= least:
            found.append(run)
            start = end
    return found


def suppressed_sums(
    cells: Mapping[str, tuple[int, int]], least: int = LEAST
) -> dict[str, int | None]:
    """Hold back sums (people behind it, amount) that would tell of fewer than so many people.

    The amounts' total may be known: where one is held back, so are further ones from the fewest
    people up, as `suppressed` has it for counts, and so never one alone.

    >>> suppressed_sums({"garden": (12, 900), "lifts": (2, 45), "music": (7, 300)})
    {'garden': 900, 'lifts': None, 'music': None}
    >>> suppressed_sums({"garden": (12, 900), "lifts": (6, 45)})
    {'garden': 900, 'lifts': 45}
    """
    people = suppressed({name: count for name, (count, _) in cells.items()}, least)
    shown = {name for name, count in people.groups.items() if count is not None}
    if len(cells) - len(shown) == 1:  # alone, it is the total less the others
        shown -= {min(shown, key=lambda name: (*cells[name], name), default="")}
    return {name: amount if name in shown else None for name, (_, amount) in cells.items()}
