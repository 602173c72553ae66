"""Paper notes at a venue's door: taken once, and owed for like a place."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.test import Client

from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.errors import NotYourPlace, Repeated
from gyda.deliver.paper.models import Note
from gyda.deliver.paper.tests.builders import a_note, code_on
from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.settle import propose, settle, withdraw
from gyda.deliver.venues.models import Agreement, TakenNote, Venue
from gyda.deliver.venues.queries import months
from gyda.deliver.venues.queries.owed import debts_of, notes_in
from gyda.deliver.venues.tests.builders import Town, a_town, owed_to
from gyda.deliver.venues.tests.test_settle import spent
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who
from gyda.web.links import hub_path


def taken(town: Town, note: Note, by: Member | None = None) -> Note:
    return redeem_note(who=who(by or town.lowri), code=code_on(note), key=uuid7(), at=town.cinema)


def test_a_note_at_the_door_is_owed_for_and_settled_with_the_places(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn)
    taken(town, a_note(cast, minutes=90))
    assert owed_to(town.cinema) == 500 + 750
    (debt,) = debts_of(town.cinema.id)
    assert (debt.minutes, debt.pence) == (150, 1_250)
    waits = propose(who=who(town.huw), agreement_id=Agreement.objects.get().id, key=uuid7())
    assert (waits.minutes, waits.pence, len(notes_in(waits))) == (150, 1_250, 1)
    settle(who=who(town.lowri), settlement_id=waits.id)
    assert owed_to(town.cinema) == 0
    assert debts_of(town.cinema.id)[0].pence == 0


def test_a_withdrawn_payment_lets_the_notes_be_owed_again(cast: Cast) -> None:
    town = a_town(cast)
    taken(town, a_note(cast))
    waits = propose(who=who(town.huw), agreement_id=Agreement.objects.get().id, key=uuid7())
    withdraw(who=who(town.huw), settlement_id=waits.id)
    assert debts_of(town.cinema.id)[0].pence == 500


def test_a_note_is_taken_once_and_owed_for_once(cast: Cast) -> None:
    town = a_town(cast)
    note = a_note(cast)
    taken(town, note)
    with pytest.raises(Repeated):
        taken(town, note)
    assert TakenNote.objects.count() == 1
    assert owed_to(town.cinema) == 500


def test_without_money_behind_it_the_note_stays_worth_its_hours(cast: Cast) -> None:
    town = a_town(cast, pounds=2)
    note = a_note(cast)
    with pytest.raises(errors.MoneyRunOut):
        taken(town, note)
    note.refresh_from_db()
    assert note.state == "OUT"
    assert not TakenNote.objects.exists()


def test_a_venue_that_is_thanked_is_owed_nothing(cast: Cast) -> None:
    town = a_town(cast, pence_per_hour=0)
    taken(town, a_note(cast))
    assert TakenNote.objects.get().money_id is None
    assert months.of_venue(town.cinema.id).totals["spent"] == 60


def test_the_months_show_what_notes_brought(cast: Cast) -> None:
    town = a_town(cast)
    taken(town, a_note(cast))
    totals = months.of_venue(town.cinema.id).totals
    assert (totals["spent"], totals["owed"]) == (60, 500)
    assert months.of_hub().totals["owed"] == 500


def _door(town: Town, by: Member, *code: str) -> tuple[Client, str]:
    client = Client()
    client.force_login(by.person)
    name = "deliver:note_door_code" if code else "deliver:note_door"
    return client, hub_path(town.cast.hub.slug, name, town.cinema.id, *code)


def test_the_door_takes_a_note_that_is_typed_or_scanned(cast: Cast) -> None:
    town = a_town(cast)
    note = a_note(cast)
    client, path = _door(town, town.lowri, code_on(note).replace(" ", "-"))
    assert code_on(note).replace(" ", "-") in client.get(path).content.decode()
    sent = {"code": code_on(note), "key": str(uuid7())}
    assert client.post(path, sent).status_code == 302
    assert client.post(path, sent | {"key": str(uuid7())}).status_code == 200  # told on the page
    assert TakenNote.objects.get().number == note.number


def test_the_door_opens_for_the_venue_and_connectors_only(cast: Cast) -> None:
    town = a_town(cast)
    for who_else, status in (
        (town.lowri, 200),
        (cast.carys, 200),
        (town.huw, 404),
        (cast.bryn, 404),
    ):
        client, path = _door(town, who_else)
        assert client.get(path).status_code == status
    with pytest.raises(NotYourPlace):
        taken(town, a_note(cast), by=town.huw)
    Venue.objects.update(is_open=False)
    client, path = _door(town, town.lowri)
    assert client.get(path).status_code == 404
