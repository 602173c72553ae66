"""Story C, step 2: the seat with its word on pay, the needs that are met before a meeting opens."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.utils import timezone

from gyda.heard.actions.passport import keep_passport
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import who
from tests.journeys.council import Council
from tests.journeys.hands import Someone

PAY = (
    "Each meeting is paid: %(sum)s. Costs are paid. Pay can count as income for benefits and tax: "
    "you may choose not to take it."
)
MET = "Dolen sain a seddi yn y blaen"


def the_seat_is_taken(first: Someone, member: Member, council: Council) -> None:
    """The word on pay and benefits stands there before anyone says yes, and in the letter."""
    first.go(council.at(f"panels/{council.panel.id}/"))
    first.see("The lot has fallen on you")
    first.see(PAY, sum="£30")
    first.press("I take the seat")
    first.see("The seat is yours. Thank you.")
    with in_hub(council.hub.id):
        letter = Letter.objects.get(kind="panel_seat", member=member)
    assert "£30" in letter.body


def everyone_is_trained(carys: Someone, council: Council) -> None:
    carys.go(council.at(f"panels/{council.panel.id}/seats/training/"))
    carys.on_day("on", timezone.localdate())
    carys.page.locator("[name=seats]").first.check()
    carys.press("Write it down")


def needs_are_met(carys: Someone, first: Someone, member: Member, council: Council) -> None:
    """The meeting does not open before what the member shared is met; then they are told how."""
    with in_hub(council.hub.id):
        keep_passport(who=who(member), kinds=["LARGE_PRINT"], words="", language="cy")
    plan_a_meeting(carys, council)
    first.go(council.at(f"panels/{council.panel.id}/meetings/"))
    first.page.locator("main section a").first.click()
    first.follow("I am coming")
    first.choose("Large print")
    first.press("I am coming")
    first.see("Good: you are expected.")
    first.see("Not met yet")
    carys.go(council.at(f"panels/{council.panel.id}/meetings/"))
    carys.page.locator("main section a").first.click()
    assert carys.page.locator("main .govuk-inset-text").count() == 1
    assert not carys.page.get_by_role("button", name=carys.say("Open the meeting")).count()
    carys.follow("What those who come need")
    carys.page.locator("main section a").first.click()
    carys.fill("How is it met?", MET)
    carys.press("It is met")
    first.page.reload()
    first.see("Met")
    first.read(MET)


def plan_a_meeting(carys: Someone, council: Council) -> None:
    carys.go(council.at(f"panels/{council.panel.id}/meetings/"))
    carys.follow("Plan a meeting")
    carys.page.locator("[name=kind][value=MEETING]").check()
    for label, words in (("Title in {}", "Y cyntaf"), ("What is it for? In {}", "Gwrando")):
        for tongue in ("Welsh", "English"):
            carys.fill(label.format(tongue), words)
    for tongue in ("Welsh", "English"):
        carys.fill(f"Where, in {tongue}", "Neuadd")
    carys.on_day("day", timezone.localdate() + datetime.timedelta(days=1))
    carys.fill("When does it start?", "10:00")
    carys.fill("When does it end?", "12:00")
    carys.press("Plan it")
    carys.see("Planned. Everyone is invited.")


def who_came_is_paid(carys: Someone, first: Someone, council: Council) -> None:
    """The meeting opens and closes; who is owed pay for it may say that they do not want it."""
    carys.go(council.at(f"panels/{council.panel.id}/meetings/"))
    carys.page.locator("main section a").first.click()
    carys.press("Open the meeting")
    carys.follow("It is over: who was there?")
    carys.page.locator("main form button[type=submit]").first.click()
    carys.see("Written down. The needs that were shared for it are forgotten.")
    carys.go(council.at(f"panels/{council.panel.id}/meetings/"))
    carys.page.locator("form[action$='/pay/'] button").first.click()
    carys.see("Everyone who was there is paid, or is down to be paid.")
    first.go(council.at(f"panels/{council.panel.id}/costs/"))
    first.see(PAY, sum="£30")
    first.read("£30")
    first.see("Waits to be paid.")
    first.press("Number %(n)s is not to be paid", n=1)
    first.see("Not to be paid.")
