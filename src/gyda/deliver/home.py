"""What the time bank puts on a hub's home page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils import timezone

from gyda.deliver.matching.home import asks_for_home
from gyda.deliver.queries import category as categories
from gyda.deliver.queries import hours
from gyda.deliver.queries import listing as listings
from gyda.deliver.queries.activity import coming
from gyda.deliver.queries.exchange import waiting_for_me
from gyda.deliver.rules.activity import may_see_activities
from gyda.people.access import HubRequest
from gyda.web.cards import Card


def _hours(request: HubRequest) -> dict[str, Any]:
    return {"mine": hours.minutes_of(request.who.subject)}


def _listings(request: HubRequest) -> dict[str, Any] | None:
    today = timezone.localdate()
    mine = listings.mine(request.who, today)
    asks = asks_for_home(request.who, mine.offers, today)
    if mine.offers and not asks and not mine.ending and not mine.asks:
        return None
    return {"mine": mine, "asks": asks}


def _shelves(request: HubRequest) -> dict[str, Any] | None:
    if request.who:
        return None  # members have the listings themselves
    shelves = categories.in_use()
    return {"shelves": shelves} if shelves else None


def _exchanges(request: HubRequest) -> dict[str, Any] | None:
    waiting = waiting_for_me(request.who.subject, most=5)
    return {"waiting": waiting, "reader": request.who.subject} if waiting else None


def _activities(request: HubRequest) -> dict[str, Any] | None:
    if not may_see_activities(request.who):
        return None
    activities = list(coming()[:3])
    return {"activities": activities} if activities else None


def _organisation(request: HubRequest) -> dict[str, Any] | None:
    found = request.who.actor.organisation  # read with the member
    return {"organisation": found} if found else None


CARDS = [
    Card(template="deliver/venues/card.html", query=_organisation, order=20),
    Card(template="deliver/cards/exchanges.html", query=_exchanges, order=10),
    Card(template="deliver/cards/activities.html", query=_activities, for_role="anyone", order=48),
    Card(template="deliver/cards/hours.html", query=_hours, order=30),
    Card(template="deliver/cards/listings.html", query=_listings, order=40),
    Card(template="deliver/cards/shelves.html", query=_shelves, for_role="anyone", order=60),
]
