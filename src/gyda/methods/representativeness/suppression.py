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
    ascending = sorted(counts.values())
    hidden = _enough(ascending, least)
    limit = ascending[hidden - 1] if hidden else -1
    groups = {name: None if count <= limit else count for name, count in counts.items()}
    return Counts(groups, total if total >= least else None)


def _enough(ascending: list[int], least: int) -> int:
    """Return how many of the smallest must be held back together; equal counts go together."""
    hidden = small = sum(1 for count in ascending if count < least)
    while 0 < hidden < len(ascending) and _gives_away(ascending, hidden, small, least):
        hidden += ascending.count(ascending[hidden])
    return hidden


def _gives_away(ascending: list[int], hidden: int, small: int, least: int) -> bool:
    """Tell whether who knows the sum, what is shown and this rule knows a count exactly.

    A small count is from 0 to least - 1; one held back beside them is from least to one under
    the smallest that is shown. What the others leave for it are the numbers between two bounds.
    """
    together, more = sum(ascending[:hidden]), hidden - small
    top, most = least - 1, ascending[hidden] - 1
    if together < least:
        return True
    beside_small = (more * least, more * most + (small - 1) * top)
    beside_more = ((more - 1) * least, (more - 1) * most + small * top)
    widths = [_width(together, (0, top), beside_small)]
    widths += [_width(together, (least, most), beside_more)] if more else []
    return min(widths) < 2


def _width(together: int, own: tuple[int, int], others: tuple[int, int]) -> int:
    """Return how many values one count may have when the others lie between two sums."""
    return min(own[1], together - others[0]) - max(own[0], together - others[1]) + 1
