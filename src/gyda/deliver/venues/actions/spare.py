"""A venue puts up spare places, changes them, and ends them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from gyda.deliver.rules.terms import check_minutes
from gyda.deliver.venues.actions.occasions import make_occasions
from gyda.deliver.venues.errors import EndsTooSoon, NotAVenue, NotBooked, NotOpen
from gyda.deliver.venues.models import Occasion, SparePlace, Venue
from gyda.deliver.venues.models.spare import OccasionState
from gyda.deliver.venues.rules import require_run
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.people.who import Who


@dataclass(frozen=True, kw_only=True)
class Words:
    """What can be changed at any time, in both languages."""

    title_cy: str
    title_en: str
    price_minutes: int
    places: int
    about_cy: str = ""
    about_en: str = ""
    for_whom_cy: str = ""
    for_whom_en: str = ""
    most_each: int = 4
    access: int = 0


@dataclass(frozen=True, kw_only=True)
class When:
    """Once, or every week at the same time until a last day."""

    starts_at: datetime.datetime
    lasts_minutes: int
    is_weekly: bool = False
    last_on: datetime.date | None = None


@once
@transaction.atomic
def put_up_spare(
    *,
    who: Who,
    venue: Venue,
    words: Words,
    when: When,
    key: UUID,
    now: datetime.datetime | None = None,
) -> SparePlace:
    """Put up spare places; the same key stores them once."""
    if stored := SparePlace.objects.filter(request_key=key).first():
        return stored
    now = now or timezone.now()
    _check(who, venue, when, now)
    check_minutes(words.price_minutes)
    spare = SparePlace.objects.create(
        venue=venue, put_up_by=who.actor, request_key=key, **vars(words), **vars(when)
    )
    make_occasions(spare, now)
    _record(who, "spare.put_up", spare)
    return spare


def _check(who: Who, venue: Venue, when: When, now: datetime.datetime) -> None:
    require_run(who, venue.organisation_id)
    if not venue.is_open:
        raise NotAVenue
    if when.starts_at <= now:
        raise NotOpen(field="day")
    if when.last_on and when.last_on < timezone.localdate(when.starts_at):
        raise EndsTooSoon


@transaction.atomic
def change_spare(
    *, who: Who, spare_id: UUID, words: Words, now: datetime.datetime | None = None
) -> SparePlace:
    """Change words, price and places; what is booked stays booked at its price."""
    spare = _standing(who, spare_id)
    check_minutes(words.price_minutes)
    SparePlace.objects.filter(id=spare.id).update(**vars(words))
    coming = Occasion.objects.filter(spare=spare, starts_at__gt=now or timezone.now())
    coming.update(places=Greatest(F("taken"), words.places))
    spare.refresh_from_db()
    _record(who, "spare.changed", spare)
    return spare


@transaction.atomic
def end_spare(*, who: Who, spare_id: UUID, now: datetime.datetime | None = None) -> SparePlace:
    """Take no more bookings; who has booked may still come."""
    spare = _standing(who, spare_id)
    spare.ended_at = now or timezone.now()
    spare.save(update_fields=["ended_at"])
    coming = Occasion.objects.filter(spare=spare, state=OccasionState.OPEN)
    coming.filter(starts_at__gt=spare.ended_at).update(state=OccasionState.CLOSED)
    _record(who, "spare.ended", spare)
    return spare


def _standing(who: Who, spare_id: UUID) -> SparePlace:
    rows = SparePlace.objects.select_for_update(of=("self",)).select_related("venue")
    spare = rows.get(id=spare_id)
    require_run(who, spare.venue.organisation_id)
    if spare.ended_at:
        raise NotBooked
    return spare


def _record(who: Who, verb: str, spare: SparePlace) -> None:
    organisation = str(spare.venue.organisation_id)
    record(by=who, verb=verb, about=spare, spare=str(spare.id), organisation=organisation)
