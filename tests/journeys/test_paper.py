"""Hours on paper: printed, handed out, typed in by someone without e-mail, and never twice."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from gyda.deliver.models import Note
from gyda.deliver.paper import signing
from gyda.deliver.paper.code import in_groups
from gyda.keys.context import in_hub
from gyda.ledger.accounts import member_account
from gyda.ledger.queries import balance_of
from gyda.people.models import Member
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.valley import Valley, a_valley, with_a_helper

WAYS = pytest.mark.parametrize(
    ("language", "js", "width"), [("cy", True, 390), ("en", False, 320)], ids=["cy", "en-nojs"]
)


@WAYS
def test_a_note_from_the_printer_to_the_account(
    bring: Bring, db: None, language: str, js: bool, width: int
) -> None:
    valley = with_a_helper(a_valley(start_minutes=0, language=language))
    carys = bring(valley.carys, language=language, js=js, width=width)
    prints_and_hands_out(carys)
    code = in_groups(code_of_note(valley, 1))
    gwladys = bring(language=language, js=js, width=width)
    comes_in_with_her_card(gwladys, valley)
    types(gwladys, code.lower())
    gwladys.see(
        "Note %(number)s is redeemed: %(hours)s are in your account.",
        number=1,
        hours=two(language),
    )
    assert minutes_of(valley, valley.gwladys) == 120
    types(gwladys, code)
    gwladys.read(gwladys.say("There is a problem"))
    gwladys.kept("The code on the note", code)
    assert minutes_of(valley, valley.gwladys) == 120
    carys.go("hubs/cwm/desk/")
    carys.follow("Look into refused notes")
    carys.read(gwladys.say("Note %(number)s", number=1), "Gwladys Ffynnon")
    carys.see("it has been redeemed before")
    carys.press("I have looked into it, with %(name)s", name="Gwladys Ffynnon")
    carys.see("No note waits to be looked into.")


def prints_and_hands_out(carys: Someone) -> None:
    """Make a batch of eight, look at the sheet, and hand the first two to Beti."""
    carys.go("hubs/cwm/")
    carys.menu("Paper notes")
    carys.follow("Print notes")
    carys.fill("What is each note worth?", "2")
    carys.fill("How many notes?", "8")
    carys.press("Make the notes")
    carys.follow("Print from this browser")
    carys.page.emulate_media(media="print")
    assert carys.page.locator(".gyda-note").count() == 8
    assert not carys.page.locator("header nav").is_visible()
    carys.page.emulate_media(media="screen")
    carys.page.go_back()
    carys.follow("Hand out notes")
    carys.fill("How many notes?", "2")
    carys.fill("Who gets them?", "Beti Rhedynfa")
    carys.choose("new hours, issued by the hub")
    carys.press("Hand them out")
    carys.see("Handed out. From now on the notes are worth their hours.")


def comes_in_with_her_card(gwladys: Someone, valley: Valley) -> None:
    number, pin = valley.card
    gwladys.go("hubs/cwm/card/")
    gwladys.fill("Number of the card", number)
    gwladys.fill("PIN", pin)
    gwladys.press("Sign in")


def types(gwladys: Someone, code: str) -> None:
    gwladys.go("hubs/cwm/notes/bring/")
    gwladys.fill("The code on the note", code)
    gwladys.press("Put the hours into the account")


def two(language: str) -> str:
    return "2\u00a0awr" if language == "cy" else "2\u00a0h"


def code_of_note(valley: Valley, number: int) -> str:
    with in_hub(valley.hub.id):
        note = Note.objects.select_related("batch__key").get(number=number)
        return signing.printed_code(note.batch, number)


def minutes_of(valley: Valley, member: Member) -> int:
    with in_hub(valley.hub.id):
        return balance_of(member_account(member).id).balance
