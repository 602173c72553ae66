"""A connector acts for someone of 84 with neither e-mail nor phone, who sees it all."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_exchange import MENDING, THANKS, hours_of, offer_to_mend, say_yes
from tests.journeys.valley import Valley, a_valley, with_a_helper

LANGUAGES = pytest.mark.parametrize(
    ("language", "js"), [("cy", True), ("en", False)], ids=["cy", "en-nojs"]
)


@LANGUAGES
def test_carys_asks_confirms_and_thanks_for_gwladys(
    bring: Bring, db: None, language: str, js: bool
) -> None:
    valley = with_a_helper(a_valley(start_minutes=0, language=language))
    aled = bring(valley.aled, language=language, js=js)
    carys = bring(valley.carys, language=language, js=js)
    offer_to_mend(aled, valley)
    start_acting(carys)
    carys.menu("Offers")
    carys.follow(MENDING)
    carys.follow("Ask for this")
    carys.fill("How long will it take?", "1 h 30 min")
    carys.press("Propose it")
    both_names_stand_there(carys)
    say_yes(aled)
    both_names_stand_there(aled)
    for person in (aled, carys):
        person.go("hubs/cwm/exchanges/")
        person.follow(MENDING)
        person.fill("How long did it take?", "1.5")
        person.press("Confirm these hours")
    carys.fill("Say thank you in your own words", THANKS)
    carys.mark("Cymraeg")
    carys.press("Say thank you")
    carys.press("Stop acting")
    carys.miss(carys.say("You are acting for: <strong>%(name)s</strong>").split("<")[0])
    assert [hours_of(valley.aled), hours_of(valley.gwladys)] == [90, -90]
    gwladys_sees_it_all(bring(language=language, js=js), valley)


def start_acting(carys: Someone) -> None:
    carys.go("hubs/cwm/me/helpers/")
    carys.press("Act for %(name)s", name="Gwladys Ffynnon")
    banner = carys.page.get_by_role("region", name=carys.say("Acting for someone"))
    assert "Gwladys Ffynnon" in banner.inner_text()
    assert banner.bounding_box()["y"] < 400, "the banner is not at the top"  # type: ignore[index]


def both_names_stand_there(person: Someone) -> None:
    person.read("Gwladys Ffynnon")
    person.read("Carys Cyswllt")


def gwladys_sees_it_all(gwladys: Someone, valley: Valley) -> None:
    number, pin = valley.card
    gwladys.go("hubs/cwm/card/")
    gwladys.fill("Number of the card", number)
    gwladys.fill("PIN", pin)
    gwladys.press("Sign in")
    gwladys.menu("Me")
    gwladys.follow("What was done for me")
    lines = gwladys.page.locator("main li", has_text="Carys Cyswllt")
    assert lines.count() == 3
    assert all("Gwladys Ffynnon" in line for line in lines.all_inner_texts())
    gwladys.menu("My exchanges")
    gwladys.follow(MENDING)
    gwladys.read(THANKS)


def test_a_consent_that_is_withdrawn_ends_at_once(bring: Bring, db: None) -> None:
    valley = with_a_helper(a_valley())
    carys, gwladys = bring(valley.carys), bring(valley.gwladys)
    start_acting(carys)
    gwladys.go("hubs/cwm/me/helpers/")
    gwladys.press("End this now: %(name)s", name="Carys Cyswllt")
    carys.go("hubs/cwm/")
    carys.miss("You are acting for")
    carys.see("Welcome, %(name)s", name="Carys Cyswllt")
