"""What one reads of one's hours: the account after an exchange, and the same on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_story_f import WHAT, record
from tests.journeys.valley import a_valley

WAYS = pytest.mark.parametrize(
    ("language", "js", "two_hours"),
    [("cy", True, "2 awr"), ("en", False, "2 h")],
    ids=["cy", "en-nojs"],
)


@WAYS
def test_an_account_that_adds_up(
    bring: Bring, db: None, language: str, js: bool, two_hours: str
) -> None:
    valley = a_valley(start_minutes=0)
    aled = bring(valley.aled, language=language, js=js)
    beti = bring(valley.beti, language=language, js=js, width=320)
    record(aled, valley, WHAT, "2")
    beti.go("hubs/cwm/")
    beti.follow(WHAT)
    beti.fill("How long did it take?", "2")
    beti.press("Confirm these hours")
    for person, other in ((aled, "Beti Rhedynfa"), (beti, "Aled Helygwr")):
        person.go("hubs/cwm/")
        person.menu("My hours")
        person.read(two_hours, WHAT, other)
        on_paper(person)
        person.read(two_hours, WHAT, other)


def on_paper(person: Someone) -> None:
    """Look at what a printer would get: the account, and nothing to press."""
    person.follow("A statement for printing")
    person.page.emulate_media(media="print")
    assert not person.page.locator("header nav").is_visible()
    assert not person.page.get_by_role("button").first.is_visible()
    person.page.emulate_media(media="screen")
