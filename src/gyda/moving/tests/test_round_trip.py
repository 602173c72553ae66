"""What goes out comes in again as it was: export, import into an empty hub, export, equal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.deliver.models import Category, Listing
from gyda.keys.context import in_hub
from gyda.ledger import accounts
from gyda.ledger.actions import Order, reverse, transfer_many
from gyda.ledger.verify import check_book
from gyda.moving.tests.builders import exported, moved
from gyda.people.models import Hub, Member, Person
from gyda.people.models.member import State
from gyda.people.tests.builders import a_hub, a_member, a_person, an_organisation

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30
).map(str.strip)
NAME = TEXT.filter(lambda text: text and text[0] not in "(\ufeff")
DAY = datetime.datetime(2021, 5, 6, 7, 8, 9, 123_456, datetime.UTC)


@st.composite
def hubs(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(2, 5))
    person = st.tuples(NAME, TEXT, TEXT, st.sampled_from(["ACTIVE", "LEFT", "WAITING"]))
    ends = st.integers(-4, count - 1)  # below nothing: accounts of the hub's own
    moves = st.tuples(ends, ends, st.integers(1, 5000), st.integers(0, 10**8))
    listing = st.tuples(st.integers(0, count - 1), NAME, TEXT, st.integers(0, 2**21 - 1))
    return {
        "people": draw(st.lists(person, min_size=count, max_size=count)),
        "moves": draw(st.lists(moves, max_size=8)),
        "listings": draw(st.lists(listing, max_size=4)),
        "undoes": draw(st.booleans()),
    }


def _fill(hub: Hub, said: dict[str, Any]) -> None:
    practice = an_organisation(hub)
    members = [
        a_member(
            hub,
            person=a_person(name, email=None if number % 3 == 0 else f"{uuid4().hex}@example.org"),
            area=area,
            strengths=strengths,
            state=state,
            joined_at=None if state == State.WAITING else DAY,
            organisation=practice if number == 1 else None,
        )
        for number, (name, area, strengths, state) in enumerate(said["people"])
    ]
    own = [accounts.pot(), accounts.issue(), accounts.retirement(), accounts.notes()]
    ends = [accounts.member_account(member) for member in members]
    _hours(said, [*ends, *own])
    _shelf(said, members)


def _hours(said: dict[str, Any], ends: list[Any]) -> None:
    issue = accounts.issue().id
    start = [
        Order(uuid4(), issue, one.id, 1200, "ISSUE", DAY) for one in ends if one.kind != "ISSUE"
    ]
    for order in start:
        transfer_many(orders=[order]) if order.credit != ends[0].id else None
    for payer, receiver, minutes, later in said["moves"]:
        pair = (ends[payer].id, ends[receiver].id)
        at = DAY + datetime.timedelta(microseconds=later)
        try:
            transfer_many(orders=[Order(uuid4(), *pair, minutes % 600 + 1, "ISSUE", at)])
        except Exception:  # noqa: BLE001, S112  a limit, or an account and itself
            continue
    if said["undoes"]:
        reverse(key=uuid4(), transfer=start[1].key)


def _shelf(said: dict[str, Any], members: list[Member]) -> None:
    shelf = Category.objects.create(name_cy="Gerddi", name_en="Gardens")
    for number, title, words, times in said["listings"]:
        Listing.objects.create(
            kind="OFFER",
            member=members[number],
            entered_by=members[number],
            category=shelf,
            title=title,
            words=words,
            language="en",
            where="ANYWHERE",
            times=times,
            minutes=times % 300 or None,
            expires_on=DAY.date(),
        )


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=hubs())
def test_a_round_trip_loses_nothing(db: None, said: dict[str, Any]) -> None:
    first, second = a_hub(), a_hub()
    with in_hub(first.id):
        _fill(first, said)
    tables = exported(first)
    _as_on_another_install(first)
    move = moved(second, *(text.encode() for text in tables.values()))
    assert (move.broken, check_book(second.id).agrees) == (0, True)
    assert exported(second) == tables


def _as_on_another_install(hub: Hub) -> None:
    """Let nobody sign in with these addresses here: they come to where nobody knows them."""
    with in_hub(hub.id):
        people = Member.objects.values("person_id")
        Person.objects.filter(id__in=people).update(email=None, phone=None)
