"""The pages: who may open what, answering without a login, nothing that tells who thinks what."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gyda.need.conversations.actions import rooms, sheets
from gyda.need.conversations.models import Conversation, Participant, Sheet, Statement, Vote
from gyda.need.tests.builders import a_conversation, a_statement
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

BACKEND = "gyda.people.backend.PersonBackend"


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.present_person, backend=BACKEND)
    return client


def at(cast: Cast, path: str, language: str = "en") -> str:
    return f"/{language}/hubs/{cast.hub.slug}/conversations/{path}"


def press(client: Client, cast: Cast, found: Conversation, number: int, answer: int) -> Any:
    form = {"number": number, "answer": answer}
    return client.post(at(cast, f"{found.id}/answer/", "cy"), form)


def test_anyone_answers_by_plain_forms_and_stays_one_person(cast: Cast) -> None:
    found = a_conversation(cast.carys, statements=7)
    browser = Client()
    page = browser.get(at(cast, f"{found.id}/", "cy"))
    for _number in range(7):
        shown = page.context["turn"].statement.number
        sent = press(browser, cast, found, shown, 1)
        assert sent.status_code == 302
        assert sent["Location"].endswith("#statement")
        page = browser.get(sent["Location"])
    assert page.context["turn"].statement is None
    assert Participant.objects.get().source == "WEB"
    assert Vote.objects.exclude(chance=None).count() == 7
    found.refresh_from_db()
    assert found.people == 1
    assert {(one.agrees, one.answers) for one in Statement.objects.all()} == {(1, 1)}


def test_the_same_statement_is_shown_until_it_is_answered(cast: Cast) -> None:
    found = a_conversation(cast.carys, statements=30)
    browser = Client()
    pages = [browser.get(at(cast, f"{found.id}/")) for _ in range(4)]
    assert len({page.context["turn"].statement.number for page in pages}) == 1


def test_two_browsers_are_two_people_and_the_next_person_at_a_tablet_another(cast: Cast) -> None:
    found = a_conversation(cast.carys)
    one, other = Client(), Client()
    press(one, cast, found, 1, 1)
    press(other, cast, found, 1, -1)
    one.post(at(cast, f"{found.id}/someone-else/"))
    press(one, cast, found, 1, 0)
    assert Participant.objects.count() == 3
    stored = set(Participant.objects.values_list("browser", flat=True))
    assert all(len(name) == 64 for name in stored)


def test_members_only_asks_strangers_to_sign_in(cast: Cast) -> None:
    found = a_conversation(cast.carys, voters="MEMBERS")
    stranger = Client()
    assert stranger.get(at(cast, f"{found.id}/")).status_code == 200
    sent = press(stranger, cast, found, 1, 1)
    assert sent.status_code == 302
    assert "/account/" in sent["Location"]
    assert not Participant.objects.exists()


def test_what_is_for_members_is_not_there_for_others(cast: Cast) -> None:
    found = a_conversation(cast.carys, voters="MEMBERS", is_public=False)
    eira = signed_in(cast.eira)
    for page in ("", "statements/", "mine/", "decisions/", "queue/", "sheets/", "say/"):
        assert eira.get(at(cast, f"{found.id}/{page}")).status_code == 404
        assert Client().get(at(cast, f"{found.id}/{page}")).status_code == 302
    assert str(found.id) not in Client().get(at(cast, "")).content.decode()


def test_only_those_who_look_after_it_open_its_desk(cast: Cast) -> None:
    found = a_conversation(cast.carys)
    for page in ("queue/", "sheets/", "sheets/type/", "queue/alike/", "close/", "change/"):
        path = at(cast, f"{found.id}/{page}")
        assert signed_in(cast.bryn).get(path).status_code == 404
        assert signed_in(cast.carys).get(path).status_code == 200


def test_every_page_opens_in_both_languages(cast: Cast) -> None:
    found = a_conversation(cast.carys, statements=8)
    own = a_statement(found, 20, is_seed=False, state="WAITING", translation="")
    sheets.print_sheets(who=who(cast.carys), conversation_id=found.id, count=2)
    room = rooms.begin(who=who(cast.carys), conversation_id=found.id)
    rooms.seat(who=who(cast.carys), room_id=room.id, seats=3)
    code = Sheet.objects.earliest("id").code
    carys = signed_in(cast.carys)
    pages = [
        "", "new/", "join/", "rules/", f"{found.id}/", f"{found.id}/mine/", f"{found.id}/say/",
        f"{found.id}/statements/", f"{found.id}/statements/1/", f"{found.id}/queue/",
        f"{found.id}/statements/{own.number}/judge/", f"{found.id}/queue/alike/",
        f"{found.id}/statements/{own.number}/translate/", f"{found.id}/decisions/",
        f"{found.id}/decisions/decisions.csv", f"{found.id}/change/", f"{found.id}/initiative/",
        f"{found.id}/close/", f"{found.id}/reopen/", f"{found.id}/outcome/", f"{found.id}/sheets/",
        f"{found.id}/sheets/type/", f"{found.id}/sheets/type/{code}/", f"{found.id}/room/now/",
        f"{found.id}/room/{room.id}/",
    ]  # fmt: skip
    for page in pages:
        for language in ("cy", "en"):
            with CaptureQueriesContext(connection) as seen:
                got = carys.get(at(cast, page, language))
            assert got.status_code == 200, page
            assert len(seen) <= 12, (page, [one["sql"][:90] for one in seen])


def test_opening_one_by_the_form(cast: Cast) -> None:
    carys = signed_in(cast.carys)
    path = at(cast, "new/")
    key = carys.get(path).context["form"]["key"].value()
    day = timezone.localdate() + datetime.timedelta(days=90)
    form = {
        "title_cy": "Beth?", "title_en": "What?", "purpose_cy": "Er", "purpose_en": "For",
        "voters": "MEMBERS", "moderation": "BEFORE", "is_public": "on", "takes_statements": "on",
        "hear_by_on_day": day.day, "hear_by_on_month": day.month, "hear_by_on_year": day.year,
        "seeds_cy": "un\ndau\ntri\npedwar\npump", "seeds_en": "one\ntwo\nthree\nfour\nfive",
        "key": key,
    }  # fmt: skip
    assert carys.post(path, form | {"seeds_en": "one"}).status_code == 200
    assert carys.post(path, form | {"voters": "ANYONE"}).status_code == 200
    assert not Conversation.objects.exists()
    for _twice in range(2):
        assert carys.post(path, form).status_code == 302
    found = Conversation.objects.get()
    assert [one.text for one in found.statements.order_by("number")][:2] == ["un", "dau"]


def test_who_nearly_says_the_same_is_shown_first(cast: Cast) -> None:
    found = a_conversation(cast.carys)
    bryn, path = signed_in(cast.bryn), at(cast, f"{found.id}/say/")
    form = {"text": "Bws rhif 11", "language": "cy"}
    key = bryn.get(path).context["form"]["key"].value()
    page = bryn.post(path, form | {"key": key})
    assert page.context["alike"]
    assert bryn.post(path, form | {"key": key, "sure": "1"}).status_code == 302
    said = Statement.objects.get(text="Bws rhif 11")
    assert (said.state, said.number) == ("WAITING", 7)


def test_who_acts_for_somebody_does_not_read_their_answers(cast: Cast) -> None:
    from gyda.people.models import ActingConsent

    found = a_conversation(cast.carys)
    consent = ActingConsent.objects.create(
        principal=cast.bryn, supporter=cast.carys, recorded_by=cast.carys, scope="EVERYTHING",
        how="SPOKEN", given_at=timezone.now(),
    )  # fmt: skip
    press(signed_in(cast.bryn), cast, found, 1, -1)
    carys = signed_in(cast.carys)
    session = carys.session
    session["acting"] = {str(cast.hub.id): str(consent.id)}
    session.save()
    press(carys, cast, found, 2, 1)
    assert Vote.objects.get(statement__number=2).source == "PROXY"
    assert Participant.objects.get().member == cast.bryn
    assert carys.get(at(cast, f"{found.id}/mine/")).status_code == 404
    page = carys.get(at(cast, f"{found.id}/statements/1/")).content.decode()
    assert "aria-pressed" not in page


@pytest.mark.parametrize("number", [1, 2])
def test_a_sheet_is_typed_in_once(cast: Cast, number: int) -> None:
    found = a_conversation(cast.carys)
    carys = signed_in(cast.carys)
    assert carys.post(at(cast, f"{found.id}/sheets/"), {"count": 1}).status_code == 302
    code = Sheet.objects.get().code
    typed = carys.post(at(cast, f"{found.id}/sheets/type/"), {"code": code.lower()})
    form = {f"n{number}": "1", "n3": "-1", "language": "cy", "text": "Lle i gwrdd", "code": code}
    assert carys.post(typed["Location"], form).status_code == 302
    again = carys.post(at(cast, f"{found.id}/sheets/type/"), {"code": code})
    assert again.status_code == 200
    assert "once" in again.content.decode()
    assert Vote.objects.filter(source="PAPER").count() == 2
    assert Statement.objects.get(text="Lle i gwrdd").author.source == "PAPER"


def test_a_room_keeps_each_person_without_a_phone_apart(cast: Cast) -> None:
    found = a_conversation(cast.carys)
    carys = signed_in(cast.carys)
    room = carys.post(at(cast, f"{found.id}/room/"))["Location"]
    carys.post(f"{room}seats/", {"seats": 3})
    first = carys.get(room).context["shown"].number
    carys.post(f"{room}answers/", {"n1": "1", "n3": "-1"})
    assert carys.get(room).context["shown"].number != first
    carys.post(f"{room}answers/", {"n1": "0"})
    assert Participant.objects.count() == 2
    assert Vote.objects.filter(source="ROOM").count() == 3
    phone = Client()
    sent = phone.post(at(cast, "join/"), {"code": found.join_code.lower()})
    assert phone.get(sent["Location"]).context["may_answer"]
    carys.post(f"{room}end/")
    assert carys.get(room).status_code == 404
