"""Story F, the half between two people: hours as expected, goods stopped, both must confirm."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.keys import ticks
from gyda.keys.context import in_hub
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_exchange import hours_of
from tests.journeys.valley import Valley, a_valley

LANGUAGES = pytest.mark.parametrize("language", ["cy", "en"])
WHAT = "Gwaith yn yr ardd"
NOTE = (
    "Hours pay for time, never for things. Time credits do not count as earnings for benefits as "
    "long as no goods change hands, so a hub that mixed the two could harm its members."
)


@LANGUAGES
def test_two_hours_from_aled_to_beti(bring: Bring, db: None, language: str) -> None:
    valley = a_valley(start_minutes=0)
    aled, beti = bring(valley.aled, language=language), bring(valley.beti, language=language)
    record(aled, valley, WHAT, "2")
    assert [hours_of(valley.aled), hours_of(valley.beti)] == [0, 0]
    beti.go("hubs/cwm/")
    beti.follow(WHAT)
    beti.fill("How long did it take?", "2")
    beti.press("Confirm these hours")
    assert [hours_of(valley.aled), hours_of(valley.beti)] == [120, -120]


def record(person: Someone, valley: Valley, what: str, how_long: str) -> None:
    """Put down what Aled did for Beti today."""
    person.go(f"hubs/cwm/exchanges/record/?member={valley.beti.id}")
    person.choose("I give time to %(name)s", name="Beti Rhedynfa")
    person.fill("What did you do together?", what)
    person.fill("How long did it take?", how_long)
    today(person)
    person.press("Record it")


def today(person: Someone) -> None:
    """Write the day of today into the first three boxes that ask for one."""
    day = timezone.localdate()
    for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        person.fill(box, str(value))


@LANGUAGES
def test_jam_is_not_paid_with_hours(bring: Bring, db: None, language: str) -> None:
    valley = a_valley()
    aled = bring(valley.aled, language=language)
    aled.go(f"hubs/cwm/exchanges/new/?member={valley.beti.id}")
    aled.choose("I give time to %(name)s", name="Beti Rhedynfa")
    aled.choose("Things to keep: food, clothes, tools, anything made or bought")
    aled.fill("What would you do together?", "Chwe phot o jam mwyar duon")
    aled.fill("How long will it take?", "1 h")
    aled.press("Propose it")
    aled.see("Hours are for time, not for things. Nothing was stored.")
    aled.kept("What would you do together?", "Chwe phot o jam mwyar duon")
    aled.kept("How long will it take?", "1 h")
    aled.see(NOTE)
    aled.go("hubs/cwm/exchanges/")
    aled.miss("jam")


def test_what_nobody_confirms_lapses_after_a_fortnight(bring: Bring, db: None) -> None:
    valley = a_valley(start_minutes=0)
    aled = bring(valley.aled)
    record(aled, valley, WHAT, "2")
    days_pass(valley, 13)
    aled.go("hubs/cwm/exchanges/")
    aled.see("Waiting for %(name)s to confirm", name="Beti Rhedynfa")
    days_pass(valley, 15)
    aled.go("hubs/cwm/exchanges/")
    aled.see("Lapsed")
    assert [hours_of(valley.aled), hours_of(valley.beti)] == [0, 0]


def days_pass(valley: Valley, days: int) -> None:
    """Let the hub's clock tick as it will in so many days."""
    now = timezone.now() + datetime.timedelta(days=days)
    with in_hub(valley.hub.id):
        for tick in ticks.registered():
            if tick.name.startswith("exchange"):
                tick.chore(hub_id=valley.hub.id, now=now)


@LANGUAGES
def test_from_paper_for_someone_without_email(bring: Bring, db: None, language: str) -> None:
    valley = a_valley(start_minutes=0)
    carys = bring(valley.carys, language=language, js=False)
    carys.go("hubs/cwm/")
    carys.menu("Desk")
    carys.follow("Write down hours from paper")
    sheet = {"Who gave time": "Gwladys Ffynnon", "Who received it": "Beti Rhedynfa"}
    sheet |= {"Hours": "1h 15", "What": "Sgwrs wrth y tân"}
    today(carys)
    carys.choose("on signed paper")
    for label, words in sheet.items():
        carys.fill(label, words)
    carys.press("Store the sheet")
    assert [hours_of(valley.gwladys), hours_of(valley.beti)] == [75, -75]
    beti = bring(valley.beti, language=language)
    beti.go("hubs/cwm/exchanges/")
    beti.read("Sgwrs wrth y tân")
