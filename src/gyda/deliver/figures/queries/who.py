"""The members behind a figure, by their names, as they were when it was counted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from gyda.deliver.figures import homes, words
from gyda.deliver.figures.models import Standing
from gyda.deliver.figures.models.standing import RING, bit_of
from gyda.deliver.figures.spans import later
from gyda.people.areas import folded
from gyda.people.models import Member

ADDRESSES = {
    **{("took_part", key): key.replace("_", "-") for key in words.PARTS},
    **{("quiet", key): f"quiet-{key.lower()}" for key in words.QUIET},
    **{("partners", key): f"partners-{key.replace('+', '-or-more')}" for key in words.PARTNERS},
    **{("fifth", key): f"fifth-{key or 'unknown'}" for key in words.FIFTHS},
}
NAMES = {
    "took_part": words.PARTS,
    "quiet": words.QUIET,
    "partners": words.PARTNERS,
    "fifth": words.FIFTHS,
}
BY_ADDRESS = {address: key for key, address in ADDRESSES.items()}
GAVE = Q(took_part__in=["only_gave", "both"])
ACTIVE = ~Q(took_part="")


def address_of(group: str, key: str) -> str:
    """Return the word by which a figure's members stand in an address."""
    return ADDRESSES[group, key]


def title_of(address: str) -> Any:
    """Return what the members of an address have in common."""
    group, key = BY_ADDRESS[address]
    return NAMES[group][key]


def active_in(month: datetime.date) -> QuerySet[Member]:
    """Return the members who gave, received or spent hours in a month."""
    return _members(marked(month))


def is_kept(month: datetime.date, here: datetime.date) -> bool:
    """Tell whether it is kept who was active in a month, seen from the month of today."""
    return later(here, -RING) < month <= here


def months_of(row: Standing, here: datetime.date) -> list[datetime.date]:
    """Return the months in which a member was active, the newest first."""
    kept = (later(here, -ago) for ago in range(RING))
    return [month for month in kept if row.months & bit_of(month)]


def marked(month: datetime.date) -> QuerySet[Standing]:
    """Return the rows of those who were active in a month."""
    rows: Any = Standing.objects.annotate(bit=F("months").bitand(bit_of(month)))
    found: QuerySet[Standing] = rows.filter(bit__gt=0)
    return found


def people(address: str) -> QuerySet[Member] | None:
    """Return the members behind a figure of the last twelve months; nothing for an unknown one."""
    if address not in BY_ADDRESS:
        return None
    group, key = BY_ADDRESS[address]
    if group == "fifth":
        return _of_fifth(key)
    return _members(Standing.objects.filter(**{group: key}))


def gave_and_live_in(place: str) -> QuerySet[Member]:
    """Return who gave time in the last twelve months and lives in a place, however written."""
    meant = folded(place)
    givers = _members(Standing.objects.filter(GAVE))
    return givers.filter(area__in=homes.spelt(lambda area: area == meant))


def _of_fifth(key: str) -> QuerySet[Member]:
    table = homes.fifths()
    written = homes.spelt(lambda area: str(table.get(area, homes.UNKNOWN)) == key)
    return _members(Standing.objects.filter(ACTIVE)).filter(area__in=written)


def _members(rows: QuerySet[Standing]) -> QuerySet[Member]:
    return Member.objects.filter(id__in=rows.values("member_id"))
