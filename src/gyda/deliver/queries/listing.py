"""Offers and asks, as their pages need them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404

from gyda.deliver.models import Listing
from gyda.deliver.models.listing import Kind, ListingQuerySet, State
from gyda.deliver.queries import search
from gyda.people.models import Member
from gyda.people.queries import blocked_ids
from gyda.people.who import Who


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a reader is looking for; empty means any."""

    q: str = ""
    kind: str = ""
    category: str = ""
    where: str = ""
    place: str = ""
    spoken: str = ""
    day: str = ""
    part: str = ""


def shown_to(who: Who, today: datetime.date) -> ListingQuerySet:
    """Return what the reader may see: open, in date, by members whom no block keeps apart."""
    listings = Listing.objects.shown(today).select_related("member", "category")
    apart = blocked_ids(who.subject)
    if apart:
        listings = listings.exclude(member_id__in=apart)
    return listings.prefetch_related("pictures")


def looked_for(who: Who, wish: Wish, today: datetime.date) -> ListingQuerySet:
    """Return the listings that a reader is looking for."""
    listings = shown_to(who, today)
    plain = {"kind": wish.kind, "category_id": wish.category, "where": wish.where}
    listings = listings.filter(**{name: value for name, value in plain.items() if value})
    listings = search.spoken(listings, wish.spoken)
    listings = search.at_times(listings, wish.day, wish.part)
    listings = search.near(listings, wish.place)
    return search.with_words(listings, wish.q)


def listing_or_404(who: Who, listing_id: UUID, today: datetime.date) -> Listing:
    """Return a listing that the reader may see; their own at any time, for a connector any."""
    listing: Listing = get_object_or_404(_whole(), id=listing_id)
    if listing.member_id == who.subject.id or (who.actor.is_connector and listing.title):
        return listing
    return get_object_or_404(shown_to(who, today).select_related("entered_by"), id=listing_id)


def own_or_404(who: Who, listing_id: UUID) -> Listing:
    """Return a listing that is the reader's own, or their principal's."""
    return get_object_or_404(_whole().filter(member=who.subject).exclude(title=""), id=listing_id)


def closable_or_404(who: Who, listing_id: UUID) -> Listing:
    """Return a listing that the reader may take down: their own; for a connector, any."""
    mine = Q() if who.actor.is_connector else Q(member=who.subject)
    return get_object_or_404(_whole().filter(mine).exclude(title=""), id=listing_id)


def _whole() -> ListingQuerySet:
    rows = Listing.objects.select_related("member", "category", "entered_by")
    return rows.prefetch_related("pictures")


def of_member(who: Who, member: Member, today: datetime.date) -> ListingQuerySet:
    """Return what one member has up, for their page."""
    return shown_to(who, today).filter(member=member)


def own(who: Who) -> ListingQuerySet:
    """Return all that the reader, or their principal, ever put up and did not erase."""
    rows = Listing.objects.filter(member=who.subject).exclude(title="")
    return rows.select_related("category").prefetch_related("pictures")


def near_my_gifts(who: Who, today: datetime.date, most: int = 3) -> list[Listing]:
    """Return the newest asks of others in the categories of what the reader offers."""
    mine = Listing.objects.filter(member=who.subject, kind=Kind.OFFER, state=State.OPEN)
    categories = list(mine.order_by().values_list("category_id", flat=True).distinct()[:30])
    if not categories:
        return []
    asks = shown_to(who, today).filter(Q(kind=Kind.ASK), category_id__in=categories)
    return list(asks.exclude(member=who.subject).order_by("-id")[:most])


def ending(who: Who, today: datetime.date, most: int = 3) -> list[Listing]:
    """Return the reader's listings that come down soon, the soonest first."""
    soon = today + datetime.timedelta(days=14)
    rows = Listing.objects.filter(member=who.subject, state=State.OPEN, expires_on__lte=soon)
    return list(rows.order_by("expires_on", "id")[:most])


def offers_something(who: Who) -> bool:
    """Tell whether the reader, or their principal, has an offer up or resting."""
    mine = Listing.objects.filter(member=who.subject, kind=Kind.OFFER)
    return mine.exclude(state=State.CLOSED).exists()
