"""A newcomer joins, is welcomed, asks for something and gets it; slips are easy to mend."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re

import pytest
from django.core import mail

from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_exchange import hours_of
from tests.journeys.valley import Valley, a_valley, category

WAYS = pytest.mark.parametrize(
    ("language", "js"), [("cy", False), ("en", True)], ids=["cy-nojs", "en"]
)
ASK = "Help i hongian drws"


@WAYS
def test_from_the_front_page_to_a_first_ask(
    bring: Bring, db: None, language: str, js: bool
) -> None:
    valley = a_valley()
    leah = bring(language=language, js=js)
    sign_up(leah)
    leah.fill("A few words about you", "Newydd symud i'r hen swyddfa bost")
    leah.press("Ask to join")
    leah.read("Cwm Gwyn")
    welcome(bring(valley.carys, language=language, js=js))
    ask_for_help(leah, valley)
    aled = bring(valley.aled, language=language, js=js)
    help_her(aled)
    leah.go("hubs/cwm/exchanges/")
    leah.follow(ASK)
    leah.press("Agree")
    for person in (aled, leah):
        person.go("hubs/cwm/exchanges/")
        person.follow(ASK)
        person.fill("How long did it take?", "3 h")
        person.press("Confirm these hours")
        person.see("Thank you. The hours you said are noted.")
    assert hours_of(valley.aled) == 300  # two to start with, three given
    leah.go("hubs/cwm/")
    leah.see("My hours")


def sign_up(leah: Someone) -> None:
    leah.go("hubs/cwm/")
    leah.follow("Join")
    leah.fill("E-mail address or phone number", "leah@swyddfa.example")
    leah.press("Send me a code")
    code = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert code is not None
    leah.fill("Code", code[0])
    leah.press("Go on")
    leah.fill("Your name", "Leah Gaeafwen")
    leah.mark({"cy": "Cymraeg", "en": "English"}[leah.language])
    leah.press("Go on")


def welcome(carys: Someone) -> None:
    carys.go("hubs/cwm/")
    carys.menu("Who asks to join")
    carys.follow("Leah Gaeafwen")
    carys.read("Newydd symud i'r hen swyddfa bost")
    carys.press("Welcome them")


def ask_for_help(leah: Someone, valley: Valley) -> None:
    leah.go("hubs/cwm/")
    leah.menu("Asks")
    leah.follow("Ask for something")
    leah.choose("Time and help")
    leah.fill("In a few words", ASK)
    leah.pick("Where does it belong?", category(valley, "Repairs and odd jobs", leah.language))
    leah.choose("At the home of the person who is helped")
    leah.press("Put it up")
    leah.see("It is up. Your neighbours can see it now.")


def help_her(aled: Someone) -> None:
    aled.go("hubs/cwm/asks/")
    aled.follow(ASK)
    aled.follow("Offer to help")
    aled.fill("How long will it take?", "3")
    aled.press("Propose it")
    aled.see("Proposed. The other side has been told.")


@WAYS
def test_a_slip_is_said_and_nothing_typed_is_lost(
    bring: Bring, db: None, language: str, js: bool
) -> None:
    valley = a_valley()
    beti = bring(valley.beti, language=language, js=js, width=320)
    beti.go("hubs/cwm/offers/new/")
    beti.fill("Tell your neighbours more", "Sgarff, sanau, siwmper i'r tegell")
    beti.fill("About how long?", "tipyn bach")
    beti.press("Put it up")
    summary = beti.page.get_by_role("alert")
    summary.get_by_role("link", name=beti.say("Say in a few words what it is")).click()
    assert beti.page.evaluate("document.activeElement.name") == "title"
    beti.kept("Tell your neighbours more", "Sgarff, sanau, siwmper i'r tegell")
    beti.kept("About how long?", "tipyn bach")
    beti.go("hubs/cwm/my-listings/")
    beti.miss("Sgarff")


@WAYS
def test_the_other_language_shows_the_same_page(
    bring: Bring, db: None, language: str, js: bool
) -> None:
    valley = a_valley()
    beti = bring(valley.beti, language=language, js=js)
    beti.go("hubs/cwm/search/?q=ty")
    other = {"cy": "en", "en": "cy"}[language]
    beti.page.locator(f'a[hreflang="{other}"]').click()
    assert beti.page.url == f"{beti.site}/{other}/hubs/cwm/search/?q=ty"
    assert beti.page.locator("html").get_attribute("lang") == other
