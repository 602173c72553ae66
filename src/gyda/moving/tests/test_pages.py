"""The steward's way through a move, as pages; and the newcomer's yes or no."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.moving.actions.run import look_after
from gyda.moving.models import Move, State
from gyda.moving.tests.builders import MEMBERS, a_table, moved, some_members
from gyda.people.access import ACTING
from gyda.people.models import ActingConsent, Card, Hub, Member
from gyda.people.models.member import Role
from gyda.people.models.member import State as Membership
from gyda.people.tests.builders import a_hub, a_member


@pytest.fixture
def alys(client: Client, db: None) -> Member:
    hub = a_hub("cwm")
    member = a_member(hub, "Alys", role=Role.STEWARD)
    client.force_login(member.present_person)
    return member


def _at(name: str) -> str:
    return f"/en/hubs/cwm/moving/{name}"


def _send(client: Client, *tables: bytes) -> str:
    files = [SimpleUploadedFile(f"{n}.csv", table) for n, table in enumerate(tables)]
    answer = client.post(_at("new/"), {"tables": files})
    return answer.headers["Location"] if answer.status_code == 302 else answer.text


def _move() -> Move:
    return Move.objects.latest("id")


def test_a_steward_sends_tables_chooses_and_looks_on(client: Client, alys: Member) -> None:
    page = _send(client, some_members(), a_table(("member", "hours"), (1, 2)))
    assert "Every row can be brought in" in client.get(page).text
    client.post(f"{page}start/", {"keeps_good": "", "arrival": "ACTIVE"})
    running = client.get(page).text
    assert "Look how far it is" in running
    with in_hub(alys.hub_id):
        look_after(hub_id=alys.hub_id, now=timezone.now())
        assert _move().state == State.DONE
    assert "Look how far it is" not in client.get(page).text


def test_mistakes_are_named_and_the_steward_chooses(client: Client, alys: Member) -> None:
    page = _send(client, a_table(MEMBERS, (1, "Siân", "", ""), (2, "", "", "")))
    assert "line 3" in client.get(page).text
    assert "There are rows to mend" in client.post(f"{page}start/", {"arrival": "ACTIVE"}).text
    client.post(f"{page}start/", {"keeps_good": "yes", "arrival": "ACTIVE"})
    with in_hub(alys.hub_id):
        look_after(hub_id=alys.hub_id, now=timezone.now())
        file = _move().files.get()
    table = client.get(f"{page}tables/{file.id}/")
    assert "to mend" in table.content.decode("utf-8-sig")


def test_a_file_that_cannot_be_read_is_told_so(client: Client, alys: Member) -> None:
    assert "spreadsheet" in _send(client, b"PK\x03\x04")


def test_tables_can_be_dropped(client: Client, alys: Member) -> None:
    page = _send(client, some_members())
    client.post(f"{page}drop/")
    with in_hub(alys.hub_id):
        assert (_move().state, _move().files.get().text) == (State.DROPPED, "")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_templates_and_tables_can_be_taken(client: Client, alys: Member, language: str) -> None:
    for kind in ("organisations", "members", "offers-and-asks", "transfers", "balances"):
        for folder in ("templates", "tables"):
            answer = client.get(f"/{language}/hubs/cwm/moving/{folder}/{kind}/")
            assert answer.headers["Content-Type"].startswith("text/csv")
    assert client.get(_at("tables/nothing/")).status_code == 404


def _brought(alys: Member, arrival: str) -> Hub:
    hub = Hub.objects.get(id=alys.hub_id)
    rows = [(1, "Siân", "sian@example.org", ""), (2, "Ned", "", "")]
    moved(hub, a_table(MEMBERS, *rows), arrival=arrival)
    return hub


def test_letters_go_out_when_the_steward_says_so_and_once(client: Client, alys: Member) -> None:
    hub = _brought(alys, "INVITED")
    for _ in range(2):
        client.post(_at("people/letters/"))
    with in_hub(hub.id):
        assert [letter.kind for letter in Letter.objects.all()] == ["moved_over"]


def test_people_without_an_address_get_cards(client: Client, alys: Member) -> None:
    hub = _brought(alys, "ACTIVE")
    page = client.post(_at("people/cards/")).text
    with in_hub(hub.id):
        card = Card.objects.get()
    assert card.shown_number in page
    assert client.post(_at("people/cards/")).status_code == 302


@pytest.mark.parametrize(("answer", "state"), [("yes", "ACTIVE"), ("no", "LEFT")])
def test_the_invited_say_yes_or_no(client: Client, alys: Member, answer: str, state: str) -> None:
    hub = _brought(alys, "INVITED")
    with in_hub(hub.id):
        sian = Member.objects.get(name="Siân")
    client.force_login(sian.present_person)
    assert "Would you like to be a member" in client.get("/en/hubs/cwm/join/").text
    client.post("/en/hubs/cwm/join/answer/", {"answer": answer})
    sian.refresh_from_db()
    assert sian.state == Membership(state)


def test_someone_on_paper_is_taken_in_on_their_word(client: Client, alys: Member) -> None:
    hub = _brought(alys, "INVITED")
    with in_hub(hub.id):
        ned = Member.objects.get(name="Ned")
    client.post(_at(f"people/{ned.id}/welcome/"))
    ned.refresh_from_db()
    assert ned.is_active


def test_who_acts_for_someone_takes_no_tables_away(client: Client, alys: Member) -> None:
    with in_hub(alys.hub_id):
        consent = ActingConsent.objects.create(
            principal=a_member(Hub.objects.get(), "Siân"),
            supporter=alys,
            recorded_by=alys,
            how="SPOKEN",
            given_at=timezone.now(),
        )
    session = client.session
    session[ACTING] = {str(alys.hub_id): str(consent.id)}
    session.save()
    assert client.get(_at("tables/members/")).status_code == 404
