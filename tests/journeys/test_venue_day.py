"""Story F whole: a GP refers, a landlord issues, neighbours pass on, a cinema is paid back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone

from gyda.deliver.actions.activity import plan_activity
from gyda.deliver.actions.signup import sign_up
from gyda.deliver.tests.exchange_builders import a_plan
from gyda.keys.context import in_hub
from gyda.ledger.models import Unit
from gyda.ledger.queries import sums_of_book
from gyda.letters.models import Letter
from gyda.people.models import Member, Organisation, Person
from gyda.people.models.member import State
from gyda.people.tests.builders import a_member, an_organisation
from gyda.people.who import Who
from tests.journeys.conftest import Bring
from tests.journeys.hands import Someone
from tests.journeys.test_exchange import hours_of
from tests.journeys.test_story_f import WHAT, record
from tests.journeys.valley import Valley, a_valley

BETI = "beti.rhedynfa@example.org"
WHY = "Mae'r tŷ yn dawel iawn"
HOUR = datetime.timedelta(hours=1)
LANGUAGES = pytest.mark.parametrize(
    ("language", "js", "width"), [("cy", False, 320), ("en", True, 390)]
)


@dataclass
class Town:
    """The valley, with a landlord where Huw works, a cinema where Lowri does and a practice where
    Geraint is GP; Cai lives here. Beti does not belong to the hub yet."""

    valley: Valley
    landlord: Organisation
    cinema: Organisation
    practice: Organisation
    huw: Member
    lowri: Member
    geraint: Member
    cai: Member


def a_town() -> Town:
    valley = a_valley(start_minutes=0)
    away(valley.beti)
    practice = an_organisation(valley.hub, "Meddygfa Gwyn")
    landlord = an_organisation(valley.hub, "Tai Gwyn")
    cinema = an_organisation(valley.hub, "Sinema Gwyn")
    return Town(
        valley=valley,
        landlord=landlord,
        cinema=cinema,
        practice=practice,
        huw=a_member(valley.hub, "Huw Tai", organisation=landlord),
        lowri=a_member(valley.hub, "Lowri Sinema", organisation=cinema),
        geraint=a_member(valley.hub, "Dr Geraint", organisation=practice),
        cai=a_member(valley.hub, "Cai Nant"),
    )


def away(beti: Member) -> None:
    """Have her row be that of someone who never joined, at an address of her own."""
    Person.objects.filter(id=beti.person_id).update(email=BETI)
    with in_hub(beti.hub_id):
        Member.objects.filter(id=beti.id).update(state=State.LEFT, joined_at=None)


@LANGUAGES
def test_issued_three_and_one_laid_to_rest(
    bring: Bring, db: None, language: str, js: bool, width: int
) -> None:
    town = a_town()

    def person(member: Member) -> Someone:
        return bring(member, language=language, js=js, width=width)

    set_up(person(town.valley.alys), town)
    geraint = person(town.geraint)
    gp_refers_beti(geraint, town)
    beti_decides(bring(None, language=language, js=js, width=width), town)
    lowri = person(town.lowri)
    put_up_places(lowri, town)
    beti = person(town.valley.beti)
    aled_gives_beti_two(person(town.valley.aled), beti, town)
    beti_leads_the_knitting(beti, town)
    beti_gives_cai_one(beti, town)
    code = book(person(town.cai))
    tick(lowri, code)
    three = (town.valley.aled, town.valley.beti, town.cai)
    assert [hours_of(member) for member in three] == [120, 0, 0]
    with in_hub(town.valley.hub.id):
        sums = sums_of_book(Unit.MINUTES)
    assert (sums.issued, sums.retired, sums.with_members) == (180, 60, 120)
    pay_back(person(town.huw), lowri, town)
    gp_sees_joined_and_no_more(geraint, town)


def gp_refers_beti(geraint: Someone, town: Town) -> None:
    """One short page; she said yes in the surgery, today."""
    geraint.go("hubs/cwm/")
    geraint.follow("Refer someone")
    geraint.fill("Their name", "Beti Rhedynfa")
    geraint.choose("E-mail")
    geraint.fill("The address or number for that", BETI)
    geraint.mark("Cymraeg")
    geraint.fill("Why would they like to join, in their own words?", WHY)
    geraint.choose("By word of mouth")
    geraint.press("Refer them")
    geraint.see("Waiting")
    with in_hub(town.valley.hub.id):
        assert not Member.objects.active().filter(name="Beti Rhedynfa").exists()


def beti_decides(beti: Someone, town: Town) -> None:
    """She opens her letter, without an account, and says yes; a connector is told."""
    with in_hub(town.valley.hub.id):
        letter = Letter.objects.get(kind="referral")
        assert (letter.language, letter.address, WHY in letter.body) == ("cy", BETI, False)
        code = letter.body.split("/referral/")[1][:10]
    beti.go("hubs/cwm/referral/")
    beti.fill("Code in the letter", f"{code[:5]}-{code[5:]}".lower())
    beti.press("Go on")
    beti.read("Meddygfa Gwyn", WHY)
    beti.press("Yes, I join")
    beti.see("Welcome")
    with in_hub(town.valley.hub.id):
        assert Member.objects.active().filter(id=town.valley.beti.id).exists()
        assert Letter.objects.filter(kind="referral_joined", member=town.valley.carys).exists()


def gp_sees_joined_and_no_more(geraint: Someone, town: Town) -> None:
    geraint.go("hubs/cwm/refer/mine/")
    geraint.see("Joined")
    geraint.miss(WHY)
    for path in ("exchanges/", "bookings/", "activities/", f"people/{town.valley.beti.id}/"):
        geraint.go(f"hubs/cwm/{path}")
        geraint.miss(WHAT, geraint.say("Last here"), BETI)


def set_up(alys: Someone, town: Town) -> None:
    """The steward lets the practice refer, grants the landlord ten hours and £100, and opens the
    cinema."""
    alys.go("hubs/cwm/referrals/rules/")
    alys.mark("Meddygfa Gwyn")
    alys.press("Keep")
    alys.see("Kept. It holds for referrals from now on.")
    alys.go(f"hubs/cwm/organisations/{town.landlord.id}/pool/grant/")
    alys.fill("How many hours can the organisation give?", "10")
    alys.fill("How much money is behind them, if any?", "£100")
    alys.fill("Why?", "Cyllideb y flwyddyn")
    alys.press("Grant")
    alys.see("The hours are granted.")
    alys.go(f"hubs/cwm/organisations/{town.cinema.id}/")
    alys.follow("Make it a venue")
    alys.fill("Where is it? In Welsh", "Heol yr Orsaf")
    alys.fill("Where is it? In English", "Station Road")
    alys.press("Keep the venue")
    alys.follow("Who pays the venue back")
    alys.pick("Who pays the venue back?", "Tai Gwyn")
    alys.fill("How much for each hour spent there?", "3.50")
    alys.press("Keep the agreement")
    alys.see("The agreement is kept.")


def put_up_places(lowri: Someone, town: Town) -> None:
    starts = timezone.localtime(timezone.now() + HOUR)
    lowri.go(f"hubs/cwm/organisations/{town.cinema.id}/places/")
    lowri.fill("What is it? In Welsh", "Ffilm y prynhawn")
    lowri.fill("What is it? In English", "The matinee")
    lowri.fill("How many hours does one place cost?", "1")
    lowri.fill("How many places are there each time?", "40")
    for box, value in (("Day", starts.day), ("Month", starts.month), ("Year", starts.year)):
        lowri.fill(box, str(value))
    lowri.fill("When does it start?", f"{starts:%H:%M}")
    lowri.fill("How long does it last?", "2")
    lowri.press("Put them up")
    lowri.see("The places are put up.")


def aled_gives_beti_two(aled: Someone, beti: Someone, town: Town) -> None:
    record(aled, town.valley, WHAT, "2")
    beti.go("hubs/cwm/")
    beti.follow(WHAT)
    beti.fill("How long did it take?", "2")
    beti.press("Confirm these hours")
    assert [hours_of(town.valley.aled), hours_of(town.valley.beti)] == [120, -120]


def beti_leads_the_knitting(beti: Someone, town: Town) -> None:
    """Three hours for the landlord: they come into being from its pool."""
    with in_hub(town.valley.hub.id):
        starts = timezone.now() - 4 * HOUR
        plan = a_plan(
            starts_at=starts, ends_at=starts + 6 * HOUR, paid_from="ORGANISATION",
            organisation=town.landlord,
        )  # fmt: skip
        member = town.valley.beti
        made = plan_activity(who=Who(town.valley.carys), plan=plan, organisers=[member])
        sign_up(who=Who(member), activity_id=made.id)
    beti.go(f"hubs/cwm/activities/{made.id}/")
    beti.follow("Record who came")
    beti.choose("%(name)s came", name="Beti Rhedynfa")
    beti.press("Record the hours")
    assert hours_of(town.valley.beti) == 60


def beti_gives_cai_one(beti: Someone, town: Town) -> None:
    beti.go(f"hubs/cwm/gifts/give/{town.cai.id}/")
    beti.fill("How many hours?", "1")
    beti.press("Give these hours")
    assert [hours_of(town.valley.beti), hours_of(town.cai)] == [0, 60]


def book(cai: Someone) -> str:
    cai.go("hubs/cwm/")
    cai.menu("Places to go")
    cai.follow("Ffilm y prynhawn" if cai.language == "cy" else "The matinee")
    cai.page.get_by_role("link", name=cai.say("Book for %(when)s", when="")).first.click()
    cai.press("Book")
    cai.see("The place is booked.")
    return cai.page.locator(".gyda-wallet__number").inner_text()


def tick(lowri: Someone, code: str) -> None:
    """Lowri types the code in small letters, as people do."""
    lowri.go("hubs/cwm/venues/tickets/")
    lowri.fill("Code on the ticket", "AAAA-AAAA")
    lowri.press("Open the ticket")
    lowri.see("There is no such ticket for this venue. Look at the code again")
    lowri.fill("Code on the ticket", code.lower())
    lowri.press("Open the ticket")
    lowri.read("Cai Nant")
    lowri.press("They came")
    lowri.see("They are welcome: their hours are spent.")


def pay_back(huw: Someone, lowri: Someone, town: Town) -> None:
    """Huw writes the payment down, and Lowri says that it came."""
    huw.go(f"hubs/cwm/organisations/{town.landlord.id}/")
    huw.read("£3.50")
    huw.follow("Write down a payment to %(name)s", name="Sinema Gwyn")
    huw.press("This was paid")
    huw.see("The venue has to say that it was paid.")
    lowri.go(f"hubs/cwm/organisations/{town.cinema.id}/")
    lowri.follow("All payments")
    lowri.page.locator("h2 a").first.click()
    lowri.press("Yes, it was paid")
    lowri.see("The payment is confirmed.")
    lowri.go(f"hubs/cwm/organisations/{town.cinema.id}/months/")
    lowri.see("Paid to us")
    with in_hub(town.valley.hub.id):
        assert sums_of_book(Unit.PENCE).retired == 350
