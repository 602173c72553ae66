"""A representation as it may be shown to all: small groups together, nothing left to undo it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.representativeness.shares import Number, Representation, representation
from gyda.methods.representativeness.suppression import LEAST, suppressed

OTHERS = ""  # the name of the groups that are shown together; whoever shows it puts it into words


@dataclass(frozen=True)
class Published:
    """What may be shown: None when too few take part, and which groups stand together as OTHERS."""

    shown: Representation | None
    together: tuple[str, ...]


def published(
    taking_part: Mapping[str, int],
    population: Mapping[str, Number],
    *,
    least: int = LEAST,
    confidence: float = 0.95,
) -> Published:
    """Return the representation with small groups as one, so that no number under `least` is shown.

    Shares, ratios and every index tell counts as surely as counts do: all of them are computed anew
    from what is shown. Errors as for `representation`.

    >>> found = published({"a": 3, "b": 12, "c": 7}, {"a": 1, "b": 1, "c": 1})
    >>> [(group.name, group.taking_part) for group in found.shown.groups], found.together
    ([('b', 12), ('', 10)], ('a', 'c'))
    """
    whole = representation(taking_part, population, confidence=confidence)
    counts = suppressed({group.name: group.taking_part for group in whole.groups}, least)
    together = tuple(name for name, count in counts.groups.items() if count is None)
    if counts.total is None:
        return Published(None, together)
    if not together:
        return Published(whole, ())
    merged = {group.name: (group.taking_part, group.population) for group in whole.groups}
    count = sum(merged[name][0] for name in together)
    size = sum((merged.pop(name)[1] for name in together), Fraction(0))
    merged[OTHERS] = (count, size)
    shown = representation(
        {name: n for name, (n, _) in merged.items()},
        {name: p for name, (_, p) in merged.items()},
        confidence=confidence,
    )
    return Published(shown, together)
