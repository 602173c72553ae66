"""The table of offers and asks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from operator import itemgetter
from typing import Any
from uuid import UUID

from gyda.deliver.models import Listing
from gyda.moving.models import BroughtListing
from gyda.moving.sheets.choices import as_times
from gyda.moving.writing.cells import day, day_or_moment, hours
from gyda.moving.writing.members import CHUNK


def rows_of_listings(known: dict[UUID, str]) -> Iterator[list[Any]]:
    """Yield a row for each offer and ask whose words were not erased, oldest first."""
    old = dict(BroughtListing.objects.values_list("listing_id", "old_id"))
    rows = Listing.objects.exclude(title="").filter(member_id__in=known)
    ordered = rows.select_related("category").order_by("id").iterator(CHUNK)
    found = (_row(one, old.get(one.id) or str(one.id), known[one.member_id]) for one in ordered)
    yield from sorted(found, key=itemgetter(-1, 0))


def _row(one: Listing, old_id: str, member: str) -> list[Any]:
    return [
        old_id,
        one.kind.lower(),
        member,
        one.category.name_en,
        one.category.name_cy,
        one.title,
        one.words,
        one.language,
        one.where.lower(),
        one.place,
        as_times(one.times),
        one.when_words,
        day(one.by_on),
        one.spoken.lower(),
        one.access or "",
        one.care or "",
        hours(one.minutes),
        one.state.lower(),
        day(one.expires_on),
        day_or_moment(one.created_at),
    ]
