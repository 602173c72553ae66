"""Offers and asks are put up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import transaction

from gyda.deliver.actions.index import index
from gyda.deliver.models import Category, Listing
from gyda.moving.actions.pieces.work import Work
from gyda.moving.models import BroughtListing
from gyda.moving.plan.keys import chunks
from gyda.moving.plan.listings import NewListing
from gyda.moving.sheets.columns import Kind

AS_THEY_ARE = (
    *("kind", "title", "words", "language", "where", "place", "times"),
    *("spoken", "access", "care", "state"),
)


def bring_listings(work: Work) -> Iterator[int]:
    """Put the offers and asks up, some hundreds at a time."""
    _add_shelves(work)
    done = work.rows_before(Kind.LISTINGS)
    for new in chunks(work.plan.listings.new):
        _put_up(work.move.hub_id, new)
        done += len(new)
        yield done
    yield work.rows_before(Kind.TRANSFERS)


@transaction.atomic
def _add_shelves(work: Work) -> None:
    Category.objects.bulk_create(
        [
            Category(id=key, hub_id=work.move.hub_id, name_cy=welsh, name_en=english)
            for key, (welsh, english) in work.plan.listings.shelves.items()
        ]
    )


@transaction.atomic
def _put_up(hub_id: UUID, new: Sequence[NewListing]) -> None:
    listings = [_listing(hub_id, one) for one in new]
    Listing.objects.bulk_create(listings)
    dated = []
    for listing, one in zip(listings, new, strict=True):
        if one.row["created"]:
            listing.created_at = one.row["created"]
            dated.append(listing)
    Listing.objects.bulk_update(dated, ["created_at"])
    BroughtListing.objects.bulk_create(
        [BroughtListing(hub_id=hub_id, listing_id=one.id, old_id=one.row["id"]) for one in new]
    )
    index(*(listing for listing in listings if listing.is_open))


def _listing(hub_id: UUID, one: NewListing) -> Listing:
    row = one.row
    return Listing(
        id=one.id,
        hub_id=hub_id,
        member_id=one.member_id,
        entered_by_id=one.member_id,
        category_id=one.category_id,
        when_words=row["when"],
        by_on=row["by"],
        minutes=row["hours"],
        expires_on=row["until"],
        **{name: row[name] for name in AS_THEY_ARE},
    )
