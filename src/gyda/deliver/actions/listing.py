"""What a member does with an offer or an ask."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.index import index, unindex
from gyda.deliver.drafts import Draft
from gyda.deliver.errors.listing import (
    CategoryRetired,
    DayGone,
    GoodsForHours,
    NoPlace,
    NothingLeft,
    NotYours,
)
from gyda.deliver.models import Listing
from gyda.deliver.models.listing import State, Where
from gyda.deliver.rules.listing import expiry, is_own, may_close
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.people.letterbox import write_to
from gyda.people.who import Who


@once
@transaction.atomic
def put_up(
    *,
    who: Who,
    kind: str,
    draft: Draft,
    goods: bool = False,
    form_key: UUID | None = None,
    today: datetime.date | None = None,
) -> Listing:
    """Put up an offer or an ask; the same form sent twice puts up one."""
    today = today or timezone.localdate()
    if goods:
        raise GoodsForHours
    _check(draft, today)
    listing = Listing(kind=kind, entered_by=who.actor, expires_on=expiry(kind, today, draft.by_on))
    draft.onto(listing)
    key = {"hub_id": who.hub_id, "member": who.subject, "form_key": form_key}
    if form_key and (before := Listing.objects.filter(**key).first()):
        return before
    for name, value in key.items():
        setattr(listing, name, value)
    listing.save()
    index(listing)
    _record(who, "listing.put_up", listing)
    return listing


@transaction.atomic
def edit(
    *, who: Who, listing: Listing, draft: Draft, today: datetime.date | None = None
) -> Listing:
    """Say it better, or change what is on offer."""
    today = today or timezone.localdate()
    listing = _own(who, listing)
    _check(draft, today, before=listing)
    draft.onto(listing)
    if listing.by_on:
        listing.expires_on = expiry(listing.kind, today, listing.by_on)
    _keep(listing)
    _record(who, "listing.edited", listing)
    return listing


@transaction.atomic
def pause(*, who: Who, listing: Listing) -> Listing:
    """Take it out of sight for a while."""
    listing = _own(who, listing)
    if listing.state != State.OPEN:
        return listing
    return _turn(who, listing, State.PAUSED, "listing.paused")


@transaction.atomic
def resume(*, who: Who, listing: Listing, today: datetime.date | None = None) -> Listing:
    """Show a paused one again, with its time made anew if that ran out meanwhile."""
    today = today or timezone.localdate()
    listing = _own(who, listing)
    if listing.state != State.PAUSED:
        return listing
    if listing.expires_on < today:
        return renew(who=who, listing=listing, today=today)
    return _turn(who, listing, State.OPEN, "listing.resumed")


@transaction.atomic
def renew(*, who: Who, listing: Listing, today: datetime.date | None = None) -> Listing:
    """Keep it up, or put it up again, for as long as a new one."""
    today = today or timezone.localdate()
    listing = _own(who, listing)
    if not listing.title:
        raise NothingLeft
    if listing.by_on and listing.by_on < today:
        listing.by_on = None  # the day has gone; the wish has not
    listing.expires_on = expiry(listing.kind, today, listing.by_on)
    listing.reminded_on = None
    return _turn(who, listing, State.OPEN, "listing.renewed")


@transaction.atomic
def close(*, who: Who, listing: Listing) -> Listing:
    """Take it down; its member is told when a connector did."""
    listing = _locked(listing)
    if not may_close(who, listing):
        raise NotYours
    if listing.state == State.CLOSED:
        return listing
    if not is_own(who, listing):
        told = {"listing": listing, "by": who.actor}
        write_to(listing.member, "listing_closed", about_id=listing.id, **told)
    return _turn(who, listing, State.CLOSED, "listing.closed")


def _locked(listing: Listing) -> Listing:
    rows = Listing.objects.select_for_update(of=("self",)).select_related("member", "category")
    return rows.get(id=listing.id)


def _own(who: Who, listing: Listing) -> Listing:
    listing = _locked(listing)
    if not is_own(who, listing):
        raise NotYours
    return listing


def _check(draft: Draft, today: datetime.date, before: Listing | None = None) -> None:
    if draft.where == Where.PLACE and not draft.place.strip():
        raise NoPlace
    if draft.by_on and draft.by_on < today and (before is None or before.by_on != draft.by_on):
        raise DayGone
    if draft.category.retired_at and (before is None or before.category_id != draft.category.id):
        raise CategoryRetired


def _turn(who: Who, listing: Listing, state: State, verb: str) -> Listing:
    listing.state = state
    _keep(listing)
    _record(who, verb, listing)
    return listing


def _keep(listing: Listing) -> None:
    listing.save()
    if listing.is_open:
        index(listing)
    else:
        unindex([listing.id])


def _record(who: Who, verb: str, listing: Listing) -> None:
    concerns = [] if is_own(who, listing) else [listing.member]
    record(
        by=who,
        verb=verb,
        about=listing,
        concerns=concerns,
        listing=str(listing.id),
        kind=listing.kind,
        member=str(listing.member_id),
    )
