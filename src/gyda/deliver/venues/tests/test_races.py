"""Five hundred bookings for forty places, on PostgreSQL with sixteen clients at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from uuid import UUID

import pytest
from django.db import connection

from gyda.deliver.tests.test_exchange_races import at_once, refused
from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.book import book, cancel
from gyda.deliver.venues.actions.door import came
from gyda.deliver.venues.models import Booking, Occasion
from gyda.deliver.venues.tests.builders import (
    Town,
    a_booking,
    a_town,
    an_occasion,
    balance,
    held,
    owed_to,
    retired,
    with_hours,
)
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.models import Unit
from gyda.ledger.queries import balance_of
from gyda.ledger.verify import check_book
from gyda.people.models import Member
from gyda.people.tests.builders import a_cast, a_member, who

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CLIENTS, ASKERS, PLACES = 16, 500, 40


@pytest.fixture
def town() -> Town:
    return a_town(a_cast(), pounds=1_000)


def asks(town: Town, occasion_id: UUID, member: Member) -> str:
    try:
        with in_hub(town.cast.hub.id):
            book(who=who(member), occasion_id=occasion_id, key=uuid7())
        return "held"
    except errors.Full:
        return "told"


def client(town: Town, occasion_id: UUID, members: list[Member]) -> list[str]:
    """One client on a connection of its own, asking for one after the other."""
    try:
        return [asks(town, occasion_id, member) for member in members]
    finally:
        connection.close()


def test_a_venue_day(town: Town) -> None:
    hub = town.cast.hub
    with in_hub(hub.id):
        occasion = an_occasion(town, places=PLACES)
        members = [with_hours(a_member(hub), 60) for _ in range(ASKERS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        lots = [members[number::CLIENTS] for number in range(CLIENTS)]
        answers = list(pool.map(partial(client, town, occasion.id), lots))
    assert Counter(chain(*answers)) == {"held": PLACES, "told": ASKERS - PLACES}
    with in_hub(hub.id):
        assert Occasion.objects.get().taken == Booking.objects.count() == PLACES
        assert sum(held(member) for member in members) == PLACES * 60
        money = balance_of(accounts.pool(town.landlord, unit=Unit.PENCE).id)
        assert (money.balance, money.held) == (100_000, PLACES * 500)
        assert check_book(hub.id).agrees


def test_booking_giving_back_and_ticking_at_once_keep_the_count(town: Town) -> None:
    hub = town.cast.hub
    for _ in range(5):
        with in_hub(hub.id):
            occasion = an_occasion(town, places=3)
            members = [with_hours(a_member(hub), 60) for _ in range(6)]
            first = [a_booking(town, member, occasion) for member in members[:3]]
        acts = [partial(asks, town, occasion.id, member) for member in members[3:]]
        acts += [partial(cancel, who=who(b.member), booking_id=b.id) for b in first[:2]]
        tick = {"who": who(town.lowri), "now": occasion.ends_at}
        acts += [partial(came, booking_id=b.id, **tick) for b in first]
        at_once(hub.id, *acts)
        with in_hub(hub.id):
            occasion.refresh_from_db()
            live = Booking.objects.filter(occasion=occasion, state__in=["BOOKED", "CAME"])
            assert occasion.taken == live.count() <= 3
            assert check_book(hub.id).agrees


def test_two_ticks_at_once_spend_once(town: Town) -> None:
    with in_hub(town.cast.hub.id):
        booking = a_booking(town, with_hours(town.cast.bryn))
    tick = {"booking_id": booking.id, "now": booking.occasion.ends_at}
    acts = [partial(came, who=who(member), **tick) for member in (town.lowri, town.cast.carys)]
    results = at_once(town.cast.hub.id, *acts, *acts)
    with in_hub(town.cast.hub.id):
        assert (retired(), balance(town.cast.bryn), owed_to(town.cinema)) == (60, 60, 500)
    assert refused(results) == 3


def test_two_bookings_at_once_do_not_spend_one_hour_twice(town: Town) -> None:
    with in_hub(town.cast.hub.id):
        member = with_hours(town.cast.bryn, 60)
        times = [an_occasion(town).id for _ in range(4)]
    acts = [partial(book, who=who(member), occasion_id=occasion, key=uuid7()) for occasion in times]
    results = at_once(town.cast.hub.id, *acts)
    with in_hub(town.cast.hub.id):
        assert held(member) == 60
    assert refused(results) == 3
