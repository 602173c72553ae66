"""Keeps the search index: words of a listing while it is open, nothing afterwards."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from uuid import UUID

from gyda.deliver.models import Listing, ListingWord
from gyda.methods.search import index_of, place_index_of

AT_ONCE = 5_000


def index(*listings: Listing) -> None:
    """Make the listings found by the words that they have now."""
    unindex(listing.id for listing in listings)
    rows = [
        ListingWord(hub_id=listing.hub_id, listing=listing, word=word)
        for listing in listings
        for word in entries(listing)
    ]
    ListingWord.objects.bulk_create(rows, batch_size=AT_ONCE)


def unindex(listing_ids: Iterable[UUID]) -> None:
    """Make the listings found no more."""
    ListingWord.objects.filter(listing_id__in=list(listing_ids)).delete()


def entries(listing: Listing) -> list[str]:
    """Return what a listing is to be found by, sorted so that equal work meets in one order."""
    text = f"{listing.title} {listing.words} {listing.place} {listing.when_words}"
    return sorted(index_of(text, listing.language) | place_index_of(listing.place))
