"""Signing in by a code: one page for everybody, one code, once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from gyda.keys.context import in_hub
from gyda.letters.sms import outbox
from gyda.people.models import Person, SignInCode
from gyda.people.queries.persons import person_at
from gyda.people.tests.builders import Cast, a_hub, a_member, a_person


def url(name: str, language: str = "cy", *args: Any) -> str:
    with override(language):
        return reverse(name, args=args)


def ask(client: Client, address: str, language: str = "cy", going_to: str = "") -> Any:
    return client.post(url("account_login", language), {"address": address, "next": going_to})


def sent_code() -> str:
    found = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert found
    return found.group()


def give(client: Client, code: str, language: str = "cy") -> Any:
    return client.post(url("account_code", language), {"code": code})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_member_signs_in_with_a_code_by_email(client: Client, cast: Cast, language: str) -> None:
    bryn = cast.bryn.present_person
    home = f"/{language}/hubs/{cast.hub.slug}/"
    response = ask(client, f" {bryn.email.upper()} ", language, home)
    assert response.url == url("account_code", language)
    assert mail.outbox[-1].to == [bryn.email]
    assert give(client, sent_code(), language).url == f"/cy/hubs/{cast.hub.slug}/"
    assert is_in(client)


@pytest.mark.parametrize("address", ["mıke@example.org", "miKe@example.org", "mike@ſite.example"])
def test_an_address_that_only_looks_alike_is_somebody_else_s(db: None, address: str) -> None:
    a_person("Mike", email="mike@example.org")
    a_person("Sian", email="mike@site.example")
    found = person_at(address)
    assert found is None or found.email == address.lower()


def test_a_member_signs_in_with_a_code_by_text_message(client: Client, db: None) -> None:
    a_person("Mair", email=None, phone="+447700900123", language="en")
    ask(client, "07700 900 123")
    assert outbox[-1].to == "+447700900123"
    assert "is your code" in outbox[-1].body
    give(client, outbox[-1].body[:6])
    assert is_in(client)


def test_the_code_comes_in_the_language_of_the_person(client: Client, db: None) -> None:
    a_person(email="siwan@example.org", language="cy")
    ask(client, "siwan@example.org", "en")
    assert "Eich cod" in mail.outbox[-1].body


def test_who_belongs_to_one_hub_lands_there_in_their_language(client: Client, cast: Cast) -> None:
    bryn = cast.bryn.present_person
    bryn.language = "en"
    bryn.save()
    ask(client, bryn.email or "", "cy")
    response = give(client, sent_code(), "cy")
    assert response.url == f"/en/hubs/{cast.hub.slug}/"
    assert response.cookies["django_language"].value == "en"


def test_an_unknown_address_gets_the_very_same_page(client: Client, cast: Cast) -> None:
    def seen(address: str) -> tuple[int, str, str]:
        browser = Client()
        first = ask(browser, address)
        page = browser.get(first.url).content.decode().replace(address, "ADDRESS")
        return first.status_code, first.url, re.sub(r'value="[^"]{64}"', "", page)

    assert seen(cast.bryn.present_person.email or "") == seen("nobody@example.org")
    assert len(mail.outbox) == 2


def test_a_newcomer_says_a_name_and_a_language_and_is_in(client: Client, db: None) -> None:
    hub = a_hub()
    ask(client, "newydd@example.org", going_to=f"/cy/hubs/{hub.slug}/")
    assert give(client, sent_code()).url == url("account_new")
    assert not is_in(client)
    response = client.post(url("account_new"), {"name": "Nia", "language": "en"})
    assert response.url == f"/en/hubs/{hub.slug}/"
    assert Person.objects.get(email="newydd@example.org").name == "Nia"
    assert is_in(client)


def test_nobody_signs_up_without_having_proved_an_address(client: Client, db: None) -> None:
    response = client.post(url("account_new"), {"name": "Nia", "language": "en"})
    assert response.url == url("account_login")
    assert not Person.objects.exists()


def test_a_code_works_once(client: Client, cast: Cast) -> None:
    ask(client, cast.bryn.present_person.email or "")
    code, pending = sent_code(), client.session["code"]
    give(client, code)
    again = Client()
    session = again.session
    session["code"] = pending
    session.save()
    assert "no longer works" in give(again, code, "en").content.decode()
    assert not is_in(again)


def test_a_code_works_only_in_the_browser_that_asked(client: Client, cast: Cast) -> None:
    ask(client, cast.bryn.present_person.email or "")
    thief = Client()
    assert give(thief, sent_code()).url == url("account_login")


def test_five_wrong_codes_end_the_right_one(client: Client, cast: Cast) -> None:
    ask(client, cast.bryn.present_person.email or "")
    right = sent_code()
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    for _ in range(5):
        assert "not the code" in give(client, wrong, "en").content.decode()
    assert "no longer works" in give(client, right, "en").content.decode()
    assert SignInCode.objects.get().tries == 5


def test_a_code_is_too_old_after_a_quarter_of_an_hour(
    client: Client, cast: Cast, time_machine: Any
) -> None:
    time_machine.move_to("2027-03-01T10:00:00+00:00")
    ask(client, cast.bryn.present_person.email or "")
    time_machine.move_to("2027-03-01T10:16:00+00:00")
    assert "no longer works" in give(client, sent_code(), "en").content.decode()


def test_an_address_is_sent_five_codes_in_a_quarter_of_an_hour(client: Client, db: None) -> None:
    for _ in range(5):
        assert ask(Client(), "beti@example.org").status_code == 302
    refused = ask(Client(), "beti@example.org", "en")
    assert "too often" in refused.content.decode()
    assert len(mail.outbox) == 5
    assert ask(Client(), "cai@example.org").status_code == 302


def test_one_place_asks_for_thirty_codes_in_a_quarter_of_an_hour(db: None) -> None:
    for number in range(30):
        assert ask(Client(), f"p{number}@example.org").status_code == 302
    assert ask(Client(), "p31@example.org").status_code == 200
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert ask(elsewhere, "p32@example.org").status_code == 302


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Enter an e-mail address or a phone number"),
        ("nobody@", "Enter an e-mail address such as"),
        ("12", "Enter an e-mail address such as"),
        ("+1 212 555 0100", "numbers of these islands only"),
    ],
)
def test_what_is_no_address_is_said_so(client: Client, db: None, typed: str, answer: str) -> None:
    page = ask(client, typed, "en").content.decode()
    assert answer in page
    assert "There is a problem" in page
    assert not SignInCode.objects.exists()


def test_the_session_key_changes_when_someone_signs_in(client: Client, cast: Cast) -> None:
    ask(client, cast.bryn.present_person.email or "")
    before = client.session.session_key
    give(client, sent_code())
    assert client.session.session_key != before


@pytest.mark.parametrize("bad", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_sent_to_a_stranger_s_site(client: Client, cast: Cast, bad: str) -> None:
    ask(client, cast.bryn.present_person.email or "", going_to=bad)
    assert give(client, sent_code()).url == f"/cy/hubs/{cast.hub.slug}/"


def test_there_is_no_page_of_passwords(client: Client, db: None) -> None:
    for path in ("password/reset/", "password/change/", "password/set/", "signup/", "login/"):
        assert client.get(f"/cy/account/{path}").status_code == 404


def test_signing_out_asks_first_and_then_ends_the_session(client: Client, cast: Cast) -> None:
    client.force_login(cast.bryn.present_person)
    assert client.get(url("account_logout")).status_code == 200
    assert is_in(client)
    client.post(url("account_logout"))
    assert not is_in(client)


def test_signing_in_writes_nothing_to_the_person(client: Client, cast: Cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ask(client, cast.bryn.present_person.email or "")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        give(client, sent_code())
        client.get(f"/cy/hubs/{cast.hub.slug}/")
    assert not [q for q in queries if 'UPDATE "people_person"' in q["sql"]]


def test_a_member_is_noted_as_seen_once_a_day(client: Client, cast: Cast) -> None:
    a_member(cast.hub, "Mari")
    client.force_login(cast.bryn.present_person)
    client.get(f"/cy/hubs/{cast.hub.slug}/people/")
    with in_hub(cast.hub.id):
        cast.bryn.refresh_from_db()
        assert cast.bryn.last_seen_on is not None
