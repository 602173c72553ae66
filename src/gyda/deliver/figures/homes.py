"""Where members live, as far as they told, and how deprived it is there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from collections.abc import Callable, Set
from typing import Any

from gyda.deliver.figures.models import Area
from gyda.people.areas import folded
from gyda.people.models import Member

UNKNOWN = ""


def homes_of(members: Set[Any]) -> dict[Any, str]:
    """Return the village or area that each of the members told; of the others nothing."""
    rows = Member.objects.exclude(area="").values_list("id", "area")
    return {member: area for member, area in rows.iterator(5000) if member in members}


def spelt(is_meant: Callable[[str], bool]) -> list[str]:
    """Return the ways in which members have written the places that are meant."""
    written = Member.objects.order_by().values_list("area", flat=True).distinct()
    return [area for area in written if is_meant(folded(area))]


def fifths() -> dict[str, int]:
    """Return the fifth of each place of the hub's table, the most deprived first."""
    return dict(Area.objects.values_list("folded", "fifth"))


def residents() -> dict[str, int]:
    """Return how many live in each fifth of the table."""
    found: Counter[str] = Counter()
    for fifth, people in Area.objects.values_list("fifth", "people"):
        found[str(fifth)] += people
    return {fifth: found[fifth] for fifth in sorted(found)}
