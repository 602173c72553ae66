"""Small numbers are held back, and as many others as it takes that they cannot be worked out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass

from gyda.methods.errors import BadInput

LEAST = 5  # people; a smaller group is not shown


@dataclass(frozen=True)
class Counts:
    """Counts as they may be published: None is held back."""

    groups: dict[str, int | None]
    total: int | None


def suppressed(counts: Mapping[str, int], least: int = LEAST) -> Counts:
    """Hold back every count under `least` (nought too), and what would give it away.

    Whoever knows the total and all that is shown, and this rule, learns of what is held back only
    its sum, which is `least` or more, and can put no exact figure on any of it. Further groups are
    held back from the smallest up (complementary suppression: Cox 1980, JASA 75). Raises BadInput
    `count-not-whole`.

    >>> suppressed({"a": 3, "b": 12, "c": 7, "d": 40}).groups
    {'a': None, 'b': 12, 'c': None, 'd': 40}
    >>> suppressed({"a": 3, "b": 1})
    Counts(groups={'a': None, 'b': None}, total=None)
    """
    for name, count in counts.items():
        if not isinstance(count, int) or count < 0:
            raise BadInput("count-not-whole", group=name, count=count)
    total = sum(counts.values())
    by_size = sorted(counts, key=lambda name: (counts[name], name))
    small = sum(1 for name in by_size if counts[name] < least)
    hidden = _enough([counts[name] for name in by_size], small, least)
    kept_back = set(by_size[:hidden])
    groups = {name: None if name in kept_back else count for name, count in counts.items()}
    return Counts(groups, total if total >= least else None)


def _enough(ascending: list[int], small: int, least: int) -> int:
    """Return how many of the smallest must be held back together."""
    hidden = small
    while 0 < hidden < len(ascending) and _gives_away(ascending[:hidden], hidden == small, least):
        hidden += 1
    return hidden


def _gives_away(hidden: list[int], all_small: bool, least: int) -> bool:
    together = sum(hidden)
    # All as large as a small count can be: who knows the rule knows each of them.
    at_the_top = all_small and together == (least - 1) * len(hidden)
    return len(hidden) == 1 or together < least or at_the_top
