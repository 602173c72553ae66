"""An exchange from offer to thanks, as the issue asks for it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from gyda.keys.context import in_hub
from gyda.ledger.accounts import member_account
from gyda.ledger.queries import balance_of
from gyda.people.models import Member
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.valley import Valley, a_valley, category

MENDING = "Trwsio fframiau cerdded"
THANKS = "Mae hi'n rhedeg fel car newydd"

AS_PEOPLE_READ = pytest.mark.parametrize(
    ("language", "js", "width", "keyboard"),
    [
        pytest.param("cy", True, 390, False, id="cy-js-390"),
        pytest.param("en", False, 390, False, id="en-nojs-390"),
        pytest.param("cy", False, 320, True, id="cy-nojs-320-keyboard"),
        pytest.param("en", True, 320, True, id="en-js-320-keyboard"),
    ],
)


@AS_PEOPLE_READ
def test_from_an_offer_to_thanks(
    bring: Bring, db: None, language: str, js: bool, width: int, keyboard: bool
) -> None:
    valley = a_valley(start_minutes=0)
    aled = bring(valley.aled, language=language, js=js, width=width, keyboard=keyboard)
    beti = bring(valley.beti, language=language, js=js, width=width, keyboard=keyboard)
    offer_to_mend(aled, valley)
    ask_for_it(beti)
    say_yes(aled)
    say_how_long(aled, "2", "Waiting for %(name)s to confirm", name="Beti Rhedynfa")
    say_how_long(beti, "2", "Say thank you")
    give_thanks(beti)
    aled.go("hubs/cwm/exchanges/")
    aled.see("Thanked")
    aled.page.get_by_role("link", name=MENDING).first.click()
    aled.read(THANKS)
    assert [hours_of(valley.aled), hours_of(valley.beti)] == [120, -120]


def offer_to_mend(aled: Someone, valley: Valley) -> None:
    aled.go("hubs/cwm/")
    aled.menu("Offers")
    aled.follow("Share something of yours")
    aled.choose("Time and help")
    aled.fill("In a few words", MENDING)
    aled.fill("Tell your neighbours more", "Dof â'm bocs tŵls at y drws.")
    aled.mark("Cymraeg")
    aled.pick("Where does it belong?", category(valley, "Repairs and odd jobs", aled.language))
    aled.choose("Anywhere in the hub")
    aled.press("Put it up")
    aled.see("It is up. Your neighbours can see it now.")


def ask_for_it(beti: Someone) -> None:
    beti.go("hubs/cwm/")
    beti.menu("Offers")
    beti.follow(MENDING)
    beti.follow("Ask for this")
    beti.fill("How long will it take?", "2 h")
    beti.press("Propose it")
    beti.see("Proposed. The other side has been told.")


def say_yes(aled: Someone) -> None:
    aled.go("hubs/cwm/")
    aled.see("Your turn")
    aled.follow(MENDING)
    aled.press("Agree")
    aled.see("Agreed. The other side has been told.")


def say_how_long(person: Someone, hours: str, then: str, **names: str) -> None:
    person.go("hubs/cwm/exchanges/")
    person.follow(MENDING)
    person.fill("How long did it take?", hours)
    person.press("Confirm these hours")
    person.see("Thank you. The hours you said are noted.")
    person.see(then, **names)


def give_thanks(beti: Someone) -> None:
    beti.fill("Say thank you in your own words", THANKS)
    beti.mark("Cymraeg")
    beti.press("Say thank you")
    beti.see("Your thanks are on their way.")
    beti.read(THANKS)


def hours_of(member: Member) -> int:
    with in_hub(member.hub_id):
        return balance_of(member_account(member).id).balance
