"""One note, a hundred hands: on PostgreSQL, with real threads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Callable
from functools import partial
from threading import BoundedSemaphore

import pytest
from django.db import connection
from django.utils import timezone

from gyda.deliver.paper.actions.ending import expire_due, report_lost
from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.models import Note, NoteState, Refusal
from gyda.deliver.paper.tests.builders import a_batch, a_note, code_on, handed, on_paper
from gyda.deliver.tests.exchange_builders import balance, no_start
from gyda.deliver.tests.test_exchange_races import at_once, refused
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.models import Transfer
from gyda.ledger.queries import balance_of
from gyda.people.tests.builders import Cast, a_cast, a_member, who

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
HANDS = 100
ROOM = BoundedSemaphore(60)  # a server lets in a hundred connections, and others use it too


@pytest.fixture
def people() -> Cast:
    cast = a_cast()
    with in_hub(cast.hub.id):
        no_start(cast)
    return cast


def in_the_room(act: Callable[[], object]) -> object:
    """Act as soon as the server has a connection free."""
    with ROOM:
        try:
            return act()
        finally:
            connection.close()


def test_of_a_hundred_who_bring_one_note_one_gets_its_hours(people: Cast) -> None:
    with in_hub(people.hub.id):
        note = a_note(people)
        code, members = code_on(note), [a_member(people.hub) for _ in range(HANDS)]
    acts = [
        partial(in_the_room, partial(redeem_note, who=who(member), code=code, key=uuid7()))
        for member in members
    ]
    results = at_once(people.hub.id, *acts)
    assert refused(results) == HANDS - 1
    with in_hub(people.hub.id):
        assert sum(balance(member) for member in members) == 60
        assert on_paper() == 0
        assert Transfer.objects.filter(kind="NOTE_IN").count() == 1
        assert Refusal.objects.count() == HANDS - 1


def test_a_note_is_redeemed_or_lost_or_expired_but_never_two_of_them(people: Cast) -> None:
    for _ in range(8):
        with in_hub(people.hub.id):
            member = a_member(people.hub)
            note = handed(people, a_batch(people), member)[0]
            code, before = code_on(note), balance_of(accounts.issue().id).balance
        at_once(
            people.hub.id,
            partial(redeem_note, who=who(member), code=code, key=uuid7()),
            partial(report_lost, who=who(people.carys), note=note),
        )
        with in_hub(people.hub.id):
            note.refresh_from_db()
            given_back = balance_of(accounts.issue().id).balance - before
            assert note.state in (NoteState.REDEEMED, NoteState.LOST)
            assert (balance(member), given_back) in [(60, 0), (0, 60)]
            assert on_paper() == 0


def test_two_ticks_expire_a_note_once(people: Cast) -> None:
    with in_hub(people.hub.id):
        last = timezone.localdate() + datetime.timedelta(days=1)
        handed(people, a_batch(people, count=40, expires_on=last), count=40)
    later = timezone.now() + datetime.timedelta(days=9)
    at_once(people.hub.id, *[partial(expire_due, hub_id=people.hub.id, now=later)] * 3)
    with in_hub(people.hub.id):
        assert balance_of(accounts.pot().id).balance == 40 * 60
        assert on_paper() == 0
        assert Note.objects.filter(state=NoteState.EXPIRED).count() == 40
