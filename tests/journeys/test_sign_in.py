"""Every way in: a code by e-mail, a code by SMS, a passkey, a printed card; and out again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

import pytest
from django.core import mail

from gyda.keys.context import in_hub
from gyda.letters import sms
from gyda.people.actions.cards import issue_card
from gyda.people.models.member import Role
from gyda.people.tests.builders import a_hub, a_member, a_person
from gyda.people.who import Who
from tests.journeys.conftest import Bring

WAYS = pytest.mark.parametrize(
    ("language", "js", "width"), [("cy", True, 390), ("en", False, 320)], ids=["cy", "en-nojs"]
)


def digits_in(text: str) -> str:
    found = re.search(r"\b\d{6}\b", text)
    assert found is not None
    return found[0]


@WAYS
def test_with_a_code_by_email(bring: Bring, language: str, js: bool, width: int) -> None:
    a_member(a_hub("cwm"), person=a_person("Beti", email="beti@cwm.example", language=language))
    beti = bring(language=language, js=js, width=width)
    beti.go("")
    beti.follow("Sign in")
    beti.fill("E-mail address or phone number", "Beti@cwm.example ")
    beti.press("Send me a code")
    beti.see("Enter the code")
    beti.fill("Code", digits_in(mail.outbox[-1].body))
    beti.press("Go on")
    beti.see("Sign out")
    assert beti.path == f"/{language}/hubs/cwm/"
    beti.press("Sign out")
    beti.see("You are signed out.")


@WAYS
def test_with_a_code_by_sms(bring: Bring, language: str, js: bool, width: int) -> None:
    a_member(
        a_hub("cwm"), person=a_person("Idris", email=None, phone="+447700900123", language=language)
    )
    idris = bring(language=language, js=js, width=width, keyboard=True)
    idris.go("account/sign-in/")
    idris.fill("E-mail address or phone number", "07700 900123")
    idris.press("Send me a code")
    idris.fill("Code", digits_in(sms.outbox[-1].body))
    idris.press("Go on")
    idris.see("Sign out")


def test_a_wrong_code_says_so_and_a_new_one_works(bring: Bring) -> None:
    a_member(a_hub("cwm"), person=a_person("Beti", email="beti@cwm.example", language="en"))
    beti = bring()
    beti.go("account/sign-in/")
    beti.fill("E-mail address or phone number", "not an address")
    beti.press("Send me a code")
    beti.see("Enter an e-mail address such as beti@example.org, or a phone number")
    beti.kept("E-mail address or phone number", "not an address")
    beti.fill("E-mail address or phone number", "beti@cwm.example")
    beti.press("Send me a code")
    right = digits_in(mail.outbox[-1].body)
    beti.fill("Code", f"{(int(right) + 1) % 1_000_000:06}")
    beti.press("Go on")
    beti.title("Enter the code")
    beti.press("Send a new code")
    beti.fill("Code", digits_in(mail.outbox[-1].body))
    beti.press("Go on")
    beti.see("Sign out")


@WAYS
def test_with_a_card_and_a_pin(bring: Bring, language: str, js: bool, width: int) -> None:
    hub = a_hub("cwm")
    carys = a_member(hub, "Carys", role=Role.CONNECTOR)
    gwladys = a_member(hub, person=a_person("Gwladys", email=None, language=language))
    with in_hub(hub.id):
        card, pin = issue_card(who=Who(carys), member=gwladys)
    at_the_library = bring(language=language, js=js, width=width)
    at_the_library.go("account/sign-in/")
    at_the_library.follow("Sign in with a printed card")
    at_the_library.title("Sign in with your card")
    at_the_library.fill("Number of the card", card.shown_number)
    at_the_library.fill("PIN", pin)
    at_the_library.press("Sign in")
    at_the_library.see("Sign out")
    assert at_the_library.path == f"/{language}/hubs/cwm/"


def test_with_a_passkey(bring: Bring) -> None:
    member = a_member(a_hub("cwm"), person=a_person("Non", email="non@cwm.example", language="en"))
    non = bring(member)
    keys = a_device_with_keys(non.page)
    non.go("account/ways/")
    non.follow("Add a passkey")
    if "confirm" in non.path:  # the borrowed session has not shown lately who it is
        non.press("Send me a code")
        non.fill("Code", digits_in(mail.outbox[-1].body))
        non.press("Go on")
    non.fill("What do you call this passkey?", "Ffôn Non")
    non.press("Make the passkey")
    non.read("Ffôn Non")
    assert keys()
    non.press("Sign out")
    non.go("account/sign-in/")
    assert not non.page.get_by_role("alert").is_visible(), "no key has failed yet"
    non.press("Sign in with a passkey")
    non.see("Sign out")


def a_device_with_keys(page: Any) -> Any:
    """Give the browser an authenticator; return what lists its keys."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return lambda: devtools.send("WebAuthn.getCredentials", device)["credentials"]


@WAYS
def test_the_language_switch_keeps_the_page(
    bring: Bring, language: str, js: bool, width: int
) -> None:
    reader = bring(language=language, js=js, width=width)
    reader.go("account/sign-in/?next=/cy/hubs/cwm/")
    other = {"cy": "en", "en": "cy"}[language]
    reader.page.locator(f'a[hreflang="{other}"]').click()
    assert reader.path == f"/{other}/account/sign-in/"
    assert "next=" in reader.page.url
