"""Groups by deprivation: fifths of the small areas of a country, from most to least deprived."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from collections.abc import Iterable, Mapping

from gyda.methods.errors import BadInput

FIFTHS = ("1", "2", "3", "4", "5")  # 1: the fifth of areas that is most deprived


def quintile(rank: int, areas: int) -> int:
    """Return the fifth in which a rank lies; rank 1 is the most deprived of so many areas.

    As the Welsh Index of Multiple Deprivation does it. Raises BadInput `rank-out-of-range`.

    >>> [quintile(rank, 1917) for rank in (1, 383, 384, 1917)]
    [1, 1, 2, 5]
    """
    if not 1 <= rank <= areas:
        raise BadInput("rank-out-of-range", rank=rank, areas=areas)
    return -(-5 * rank // areas)


def by_quintile(
    homes: Iterable[str | None], quintiles: Mapping[str, int]
) -> tuple[dict[str, int], int]:
    """Return the people in each fifth, by the small areas they live in, and how many are not known.

    Someone whose area is not given, or not of this country, is in no fifth: show how many they are.

    >>> by_quintile(["W01", "W02", "W01", None, "E01"], {"W01": 1, "W02": 5})
    ({'1': 2, '2': 0, '3': 0, '4': 0, '5': 1}, 2)
    """
    found = Counter(str(quintiles.get(home or "", "")) for home in homes)
    return {fifth: found[fifth] for fifth in FIFTHS}, found[""]
