"""How I sign in: addresses added, changed and removed; sessions ended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.core import mail
from django.test import Client

from gyda.letters.sms import outbox
from gyda.people.models import Person
from gyda.people.tests.builders import Cast, a_person
from gyda.people.tests.pages import text
from gyda.people.tests.test_passkeys import fresh
from gyda.people.tests.test_sign_in import give, sent_code


def test_a_new_address_counts_once_it_is_proved(cast: Cast) -> None:
    client, person = fresh(cast), cast.bryn.present_person
    client.post("/en/account/ways/add/", {"address": "newydd@example.org"})
    person.refresh_from_db()
    assert person.email != "newydd@example.org"
    assert mail.outbox[-1].to == ["newydd@example.org"]
    give(client, sent_code(), "en")
    person.refresh_from_db()
    assert person.email == "newydd@example.org"


def test_a_phone_number_is_added_beside_the_email_address(cast: Cast) -> None:
    client, person = fresh(cast), cast.bryn.present_person
    client.post("/en/account/ways/add/", {"address": "07700 900456"})
    give(client, outbox[-1].body[:6], "en")
    person.refresh_from_db()
    assert person.phone == "+447700900456"
    assert person.email


def test_another_s_address_is_not_taken_over(cast: Cast) -> None:
    a_person("Mair", email="mair@example.org")
    client, person = fresh(cast), cast.bryn.present_person
    asked = client.post("/en/account/ways/add/", {"address": "mair@example.org"})
    assert asked.url == "/en/account/code/", "nobody learns here who has an account"
    page = client.post("/en/account/code/", {"code": sent_code()}, follow=True)
    assert "signs in with this already" in text(page)
    person.refresh_from_db()
    assert person.email != "mair@example.org"


def test_the_last_address_stays(cast: Cast) -> None:
    page = fresh(cast).post("/en/account/ways/remove/email/", follow=True)
    assert "only way to sign in" in text(page)
    assert Person.objects.get(id=cast.bryn.person_id).email


def test_what_is_not_there_is_not_removed(cast: Cast) -> None:
    client = fresh(cast)
    for kind in ("phone", "password", "name"):
        assert client.get(f"/en/account/ways/remove/{kind}/").status_code == 404


def test_one_signs_out_everywhere_else(cast: Cast) -> None:
    here, there = fresh(cast), Client()
    there.force_login(cast.bryn.present_person)
    assert "with this one: 2" in text(here.get("/en/account/ways/"))
    here.post("/en/account/ways/sign-out/")
    assert here.get("/en/account/ways/").status_code == 200
    assert there.get("/en/account/ways/").status_code == 302


def test_the_pages_of_signing_in_ask_the_signed_out_to_sign_in(client: Client, db: None) -> None:
    for path in ("ways/", "ways/add/", "passkeys/add/", "confirm/", "end/"):
        response = client.get(f"/cy/account/{path}")
        assert response.url.startswith("/cy/account/sign-in/?next=")
