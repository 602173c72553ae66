"""Builders: a landlord with a pool, a cinema with spare places."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gyda.deliver.actions.moves import Words as Said
from gyda.deliver.tests.exchange_builders import balance
from gyda.deliver.venues.actions.book import book
from gyda.deliver.venues.actions.pools import grant_pool
from gyda.deliver.venues.actions.setup import VenueWords, agree, keep_venue
from gyda.deliver.venues.actions.spare import When, Words, put_up_spare
from gyda.deliver.venues.models import Booking, Occasion, SparePlace, Venue
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.models import Unit
from gyda.ledger.queries import balance_of
from gyda.ledger.tests.builders import moved
from gyda.people.models import Member, Organisation
from gyda.people.tests.builders import Cast, a_member, an_organisation, who

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
WHY = Said("Am wau i'r cymdogion", "cy")


@dataclass
class Town:
    """The cast, and a landlord that pays the cinema back.

    Lowri works at the cinema, Huw for the landlord.
    """

    cast: Cast
    landlord: Organisation
    cinema: Organisation
    venue: Venue
    lowri: Member
    huw: Member


def a_town(cast: Cast, *, pence_per_hour: int = 500, pounds: int = 100, hours: int = 10) -> Town:
    with in_hub(cast.hub.id):
        landlord = an_organisation(cast.hub, "Cymdeithas Tai'r Cwm")
        cinema = an_organisation(cast.hub, "Sinema'r Neuadd")
        steward = who(cast.alys)
        words = VenueWords(place_cy="Heol yr Orsaf", place_en="Station Road")
        venue = keep_venue(who=steward, organisation=cinema, words=words)
        if pence_per_hour:
            agree(who=steward, venue=venue, funder=landlord, pence_per_hour=pence_per_hour)
        budget = (hours * 60, pounds * 100)
        grant_pool(who=steward, organisation=landlord, budget=budget, words=WHY, key=uuid7())
    lowri = a_member(cast.hub, "Lowri", organisation=cinema)
    huw = a_member(cast.hub, "Huw", organisation=landlord)
    return Town(cast, landlord, cinema, venue, lowri, huw)


def spare_words(**fields: Any) -> Words:
    words = {"title_cy": "Ffilm y prynhawn", "title_en": "The matinee", "price_minutes": 60}
    return Words(**(words | {"places": 5} | fields))


def a_spare(town: Town, *, when: When | None = None, **fields: Any) -> SparePlace:
    when = when or When(starts_at=timezone.now() + 3 * DAY, lasts_minutes=120)
    words = spare_words(**fields)
    return put_up_spare(who=who(town.lowri), venue=town.venue, words=words, when=when, key=uuid7())


def an_occasion(town: Town, **fields: Any) -> Occasion:
    spare = a_spare(town, **fields)
    return Occasion.objects.select_related("spare", "venue").get(spare=spare)


def with_hours(member: Member, minutes: int = 120) -> Member:
    moved(accounts.issue().id, accounts.member_account(member).id, minutes)
    return member


def a_booking(town: Town, by: Member, occasion: Occasion | None = None, **kw: Any) -> Booking:
    occasion = occasion or an_occasion(town)
    return book(who=who(by), occasion_id=occasion.id, key=uuid7(), **kw)


def held(member: Member) -> int:
    return balance_of(accounts.member_account(member).id).held


def retired() -> int:
    return balance_of(accounts.retirement().id).balance


def left_to_give(organisation: Organisation) -> int:
    return balance_of(accounts.pool(organisation).id).balance


def owed_to(organisation: Organisation) -> int:
    return balance_of(accounts.organisation_account(organisation, unit=Unit.PENCE).id).balance


__all__ = ["balance"]


def later(booking: Booking) -> datetime.datetime:
    return booking.occasion.ends_at
