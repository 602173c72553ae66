"""Two clicks at the same moment, on PostgreSQL with real threads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from gyda.deliver.actions import hours, propose
from gyda.deliver.actions.attendance import Came, record_attendance
from gyda.deliver.actions.signup import sign_up
from gyda.deliver.models import Attendance, Exchange
from gyda.deliver.models.activity import Place
from gyda.deliver.models.exchange import State
from gyda.deliver.tests.exchange_builders import (
    WORDS,
    agreed,
    an_activity,
    balance,
    begun,
    no_start,
    proposed,
    terms,
)
from gyda.journal.models import Entry
from gyda.keys.context import in_hub
from gyda.ledger.models import Transfer
from gyda.people.tests.builders import Cast, a_cast, a_member, who
from gyda.web.errors import DomainError

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS = 8


def at_once(hub_id: object, *acts: Callable[[], object]) -> list[object]:
    """Run all acts at the same moment, each on its own connection; return what came of each."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            with in_hub(hub_id):
                barrier.wait()
                return act()
        except DomainError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refused(results: list[object]) -> int:
    return sum(isinstance(result, DomainError) for result in results)


@pytest.fixture
def people() -> Cast:
    cast = a_cast()
    with in_hub(cast.hub.id):
        no_start(cast)
    return cast


def test_both_confirming_at_once_pays_once(people: Cast) -> None:
    for _ in range(ROUNDS):
        with in_hub(people.hub.id):
            aled, beti = a_member(people.hub, "Aled"), a_member(people.hub, "Beti")
            exchange = agreed(aled, beti)
        say = [
            partial(hours.say_hours, who=who(member), exchange_id=exchange.id, minutes=120)
            for member in (aled, beti, aled, beti)
        ]
        at_once(people.hub.id, *say)
        with in_hub(people.hub.id):
            exchange.refresh_from_db()
            assert exchange.state == State.CONFIRMED
            assert (balance(aled), balance(beti)) == (120, -120)
            done = Entry.objects.filter(about_id=exchange.id, verb="exchange.confirmed")
            assert done.count() == 1


def test_agreeing_and_changing_at_once_never_agrees_unread_terms(people: Cast) -> None:
    for _ in range(ROUNDS):
        with in_hub(people.hub.id):
            exchange = proposed(people.bryn, people.alys)
        asker = {"who": who(people.alys), "exchange_id": exchange.id}
        seen = exchange.version
        results = at_once(
            people.hub.id,
            partial(propose.agree, who=who(people.bryn), exchange_id=exchange.id, version=seen),
            partial(propose.change_terms, **asker, terms=terms(minutes=600), version=seen),
            partial(propose.cancel, **asker, words=WORDS),
        )
        with in_hub(people.hub.id):
            exchange.refresh_from_db()
        assert not (exchange.state == State.AGREED and exchange.minutes == 600)
        assert refused(results) >= 1


def test_two_reversals_at_once_take_back_once(people: Cast) -> None:
    with in_hub(people.hub.id):
        exchange = agreed(people.bryn, people.dafydd)
        for member in (people.bryn, people.dafydd):
            hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=60)
    results = at_once(
        people.hub.id,
        *[
            partial(hours.reverse, who=who(member), exchange_id=exchange.id, words=WORDS)
            for member in (people.carys, people.alys)
        ],
    )
    with in_hub(people.hub.id):
        assert (balance(people.bryn), balance(people.dafydd)) == (0, 0)
        assert Transfer.objects.filter(reverses__isnull=False).count() == 1
    assert refused(results) == 1


def test_the_last_place_goes_to_one(people: Cast) -> None:
    with in_hub(people.hub.id):
        activity = an_activity(people, places=1)
        members = [a_member(people.hub) for _ in range(4)]
    at_once(
        people.hub.id,
        *[partial(sign_up, who=who(member), activity_id=activity.id) for member in members],
    )
    with in_hub(people.hub.id):
        states = sorted(Attendance.objects.values_list("state", flat=True))
    assert states == [Place.COMING, *[Place.WAITING] * 3]


def test_attendance_recorded_twice_at_once_is_paid_once(people: Cast) -> None:
    with in_hub(people.hub.id):
        activity = begun(an_activity(people))
    came = [Came(people.bryn, 60), Came(people.alys, 60)]
    at_once(
        people.hub.id,
        *[lambda: record_attendance(who=who(people.carys), activity_id=activity.id, came=came)] * 3,
    )
    with in_hub(people.hub.id):
        assert (balance(people.bryn), balance(people.alys)) == (60, 60)
        assert Exchange.objects.count() == 0
