"""What a member says about a listing, before it is one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, fields
from typing import Any

from gyda.deliver.models import Category, Listing
from gyda.deliver.models.listing import Spoken, Where


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The fields of a listing that its member chooses."""

    category: Category
    title: str
    language: str
    words: str = ""
    where: str = Where.ANYWHERE
    place: str = ""
    times: int = 0
    when_words: str = ""
    by_on: datetime.date | None = None
    spoken: str = Spoken.BOTH
    access: int = 0
    care: int = 0
    minutes: int | None = None

    def onto(self, listing: Listing) -> Listing:
        """Write itself onto the listing."""
        for name in names():
            setattr(listing, name, getattr(self, name))
        if listing.where != Where.PLACE:
            listing.place = ""
        return listing


def names() -> list[str]:
    """Return the names of the fields that a member chooses."""
    return [field.name for field in fields(Draft)]


def draft_of(listing: Listing) -> dict[str, Any]:
    """Return what was chosen, to begin an edit with."""
    return {name: getattr(listing, name) for name in names()}
