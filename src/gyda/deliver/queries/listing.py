"""Offers and asks, as their pages need them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404

from gyda.deliver.models import Listing
from gyda.deliver.models.listing import ListingQuerySet, State
from gyda.deliver.queries import search
from gyda.deliver.rules.listing import is_ending
from gyda.people.models import Block, Member
from gyda.people.who import Who

FEW = 3
MOST_OWN = 50


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
    """Return what the reader may see, with all that a list shows of it."""
    listings = visible_to(who, today).select_related("member", "category")
    return listings.prefetch_related("pictures")


def visible_to(who: Who, today: datetime.date) -> ListingQuerySet:
    """Return what is open, in date, by members whom no block keeps apart from the reader."""
    blocks, reader = Block.objects.all(), who.subject
    listings = Listing.objects.shown(today)
    listings = listings.exclude(member_id__in=blocks.filter(member=reader).values("blocked_id"))
    return listings.exclude(member_id__in=blocks.filter(blocked=reader).values("member_id"))


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


@dataclass(frozen=True)
class Mine:
    """What the reader, or their principal, has up or resting."""

    listings: list[Listing]
    today: datetime.date

    @property
    def offers(self) -> list[Listing]:
        return [one for one in self.listings if one.is_offer]

    @property
    def asks(self) -> list[Listing]:
        """The open ones, a few."""
        return [one for one in self.listings if not one.is_offer and one.is_open][:FEW]

    @property
    def ending(self) -> list[Listing]:
        """Those that come down soon, the soonest first."""
        soon = [one for one in self.listings if is_ending(one, self.today)]
        return sorted(soon, key=lambda one: one.expires_on)[:FEW]


def mine(who: Who, today: datetime.date) -> Mine:
    """Return what the reader keeps up, the newest of it."""
    rows = Listing.objects.filter(member=who.subject).exclude(state=State.CLOSED)
    return Mine(list(rows.order_by("-id")[:MOST_OWN]), today)
