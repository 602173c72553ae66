"""Story C: a panel drawn by lot steers £10,000 and a bid for £60,000; the council overrules one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gyda.decide.funds.actions.bids import Case, Line, add_line, write_bid
from gyda.decide.funds.models import Fund
from gyda.decide.panels.models import PanelDraw, PanelMotion, PanelSeat
from gyda.decide.panels.work import carry_out
from gyda.journal.actions import seal
from gyda.keys.context import in_hub
from gyda.methods.lottery.drawing import drawn_by_seed
from gyda.people.models import Member
from gyda.people.tests.builders import who
from tests.journeys.conftest import Bring
from tests.journeys.council import (
    ASKED,
    REGISTERED,
    SEATS,
    Council,
    a_council,
    the_panel_sits,
    the_pool,
)
from tests.journeys.hands import Someone
from tests.journeys.proofs import verified
from tests.journeys.sitting import (
    everyone_is_trained,
    needs_are_met,
    the_seat_is_taken,
    who_came_is_paid,
)

BID = "Gwres o'r ddaear", "Heat from the ground"
BOTH = ("cy", "en")
TOO_FAR = "That is too far: the chair must explain it before the panel decides."
UNLIKE = [0, 2, 5, 6, 3]  # how many of each fifth: D = .2453


@pytest.fixture
def council(db: None) -> Council:
    return a_council()


def test_a_panel_steers_a_devolved_budget(bring: Bring, council: Council, tmp_path: Path) -> None:
    alys, carys = (bring(one, language="cy") for one in (council.cast.alys, council.cast.carys))
    readers = [bring(language=language, js=False) for language in BOTH]
    money_comes_in(alys, council)
    the_bid_is_worked_out(alys, readers, council)
    secret = a_secret_is_promised(bring(council.cast.bryn), council)
    the_pool_is_brought_in(carys, council)
    the_lot_is_drawn(carys, bring(council.cast.bryn), council, secret)
    seats = the_panel_sits(council)
    first = bring(seats[0], language="cy")
    the_seat_is_taken(first, seats[0], council)
    everyone_is_trained(carys, council)
    anyone_repeats_the_draw(readers, council, secret)
    needs_are_met(carys, first, seats[0], council)
    who_came_is_paid(carys, first, council)
    advisers_are_named(carys, council)
    the_panel_asks_and_bethan_answers(first, bring(council.bethan), readers, council)
    an_adviser_cannot_vote(bring(council.owain, js=False), council)
    the_panel_votes(first, council, seats)
    the_decision_is_published(carys, readers, council)
    a_stranger_recomputes_it(readers, council, tmp_path)
    the_council_overrules(bring(council.cast.dafydd), council)
    the_ledger_of_power_says_so(readers, council)
    nothing_is_promised_by_it(alys, council)
    a_panel_unlike_the_people_is_refused(first, seats[0], readers, council)


def money_comes_in(alys: Someone, council: Council) -> None:
    """£10,000 by the form, with its conditions, and the transfer that shows it."""
    alys.go(council.at("funds/"))
    alys.follow("Open a fund")
    alys.pick("Who gives the money?", council.body.name_cy)
    for label, words in (("Name of the fund", "Cronfa"), ("What it is for", "Bwyd a gwres"),
                         ("On which conditions", "Panel sy'n penderfynu")):  # fmt: skip
        for language in ("Welsh", "English"):
            alys.fill(f"{label}, in {language}", f"{words} {language}")
    alys.fill("How much is granted?", "£10,000")
    alys.on_day("until_on", timezone.localdate() + datetime.timedelta(days=365))
    alys.press("Open the fund")
    alys.follow("Write down money that came in")
    alys.fill("How much?", "£10,000")
    alys.fill("What shows it, in words?", "Llythyr y cyngor")
    alys.press("It came in")
    with in_hub(council.hub.id):
        council.ids["fund"] = Fund.objects.get().id


def the_bid_is_worked_out(alys: Someone, readers: list[Someone], council: Council) -> None:
    """Worth £14,533.69 today at 3.5 %; the second figure follows the rate that is asked for."""
    texts = {f"{name}_{lang}": BID[lang == "en"] for name in ("title", "need", "nothing", "risks")
             for lang in BOTH}  # fmt: skip
    year = timezone.localdate().year
    case = Case(organisation=council.body, owner="Rheolwr", first_year=year, price_year=year,
                second_rate=500, **texts)  # fmt: skip
    with in_hub(council.hub.id):
        steward = who(council.cast.alys)
        bid = write_bid(who=steward, fund_id=council.ids["fund"], case=case)
        saved = [0, 1_000_000, 2_200_000, 2_500_000, 2_500_000]
        for kind, pence in (("ONE_OFF", [6_000_000]), ("SAVING", saved)):
            line = Line(kind, "Pwmp gwres", "Heat pump", "Y neuadd", True, "B", pence)
            add_line(who=steward, bid_id=bid.id, line=line)
    for rate, worth in (("5", "£11,641.96"), ("6", "£9,806.71")):
        alys.go(council.at(f"bids/{bid.id}/change/"))
        alys.fill("At which other yearly rate is it worked out too, in per cent?", rate)
        alys.press("Keep it")
        for reader in readers:
            the_bid_reads(reader, council.at(f"bids/{bid.id}/"), rate, worth)


def the_bid_reads(reader: Someone, path: str, rate: str, worth: str) -> None:
    reader.go(path)
    reader.see("Worth today of all costs and savings (net present value)")
    for one in ("3.5", rate):
        reader.see("at %(rate)s %%", rate=one)
    reader.read("£14,533.69", worth, "£60,000", "3.33", "3.12")


def a_secret_is_promised(bryn: Someone, council: Council) -> str:
    """Bryn writes the secret down; its SHA-256 is public before the pool closes."""
    bryn.go(council.at(f"panels/{council.panel.id}/promise/"))
    secret = bryn.page.locator("p.gyda-hash code").inner_text()
    bryn.press("Publish the promise")
    return secret


def the_pool_is_brought_in(carys: Someone, council: Council) -> None:
    carys.go(council.at(f"panels/{council.panel.id}/pool/file/"))
    file: Any = {"name": "pool.csv", "mimeType": "text/csv", "buffer": the_pool()}
    carys.page.set_input_files("input[name=people]", file)
    carys.press("Bring them in")
    carys.read(str(REGISTERED))


def the_lot_is_drawn(carys: Someone, bryn: Someone, council: Council, secret: str) -> None:
    """The lots are listed, the secret is told, and one lot is drawn."""
    carys.go(council.at(f"panels/{council.panel.id}/"))
    carys.press("Close the pool and make the lots")
    with in_hub(council.hub.id):
        assert carry_out(PanelDraw.objects.get().id)
    bryn.go(council.at(f"panels/{council.panel.id}/drawing/secret/"))
    bryn.fill("Your secret, just as you wrote it down", secret)
    bryn.press("Tell it")
    carys.go(council.at(f"panels/{council.panel.id}/drawing/lot/"))
    carys.press("This is the lot")


def anyone_repeats_the_draw(readers: list[Someone], council: Council, secret: str) -> None:
    """From the published list and secret alone: the same lot, the same people; near the people."""
    here = f"/en/{council.at(f'panels/{council.panel.id}/chances/')}"
    lots = Client().get(f"{here}lots.csv").content
    with in_hub(council.hub.id):
        draw = PanelDraw.objects.get()
        sitting = set(PanelSeat.objects.values_list("number", flat=True))
    assert hashlib.sha256(lots).hexdigest() == draw.sha256
    assert drawn_by_seed([secret.encode()], draw.lots) == draw.lot
    assert len(sitting) == SEATS
    assert json.loads(Client().get(f"{here}proof.json").content)
    for reader in readers:
        reader.go(council.at(f"panels/{council.panel.id}/chances/"))
        reader.read(secret, draw.sha256)
        reader.go(council.at(f"panels/{council.panel.id}/seats/"))
        reader.see("Who sits")
        assert all(0 <= d <= 0.1 for d in apart(reader)), apart(reader)
        reader.miss(reader.say(TOO_FAR))


def advisers_are_named(carys: Someone, council: Council) -> None:
    for adviser, knows in ((council.bethan, "arian"), (council.owain, "iechyd")):
        carys.go(council.at(f"panels/{council.panel.id}/hearing/adviser/"))
        carys.fill("Who advises the panel?", adviser.name)
        for language in ("Welsh", "English"):
            carys.fill(f"What do they know about? In {language}", knows)
            carys.fill(f"What interest do they have in what is decided? In {language}", "Y cyngor")
        carys.press("Name them")


def the_panel_asks_and_bethan_answers(
    first: Someone, bethan: Someone, readers: list[Someone], council: Council
) -> None:
    first.go(council.at(f"panels/{council.panel.id}/hearing/question/"))
    first.fill("What does the panel ask?", "Beth os bydd y gyfradd yn codi?")
    first.press("Ask it")
    bethan.go(council.at(f"panels/{council.panel.id}/hearing/"))
    bethan.page.locator("a[href$='/answer/']").first.click()
    bethan.fill("Your answer, for everyone to read", "Mae'n dal i dalu amdano'i hun")
    bethan.press("Publish the answer")
    for reader in readers:
        reader.go(council.at(f"panels/{council.panel.id}/hearing/"))
        reader.read("Bethan Cyllid", "Owain Iechyd", "Beth os bydd y gyfradd", "dal i dalu")


def an_adviser_cannot_vote(owain: Someone, council: Council) -> None:
    """Not by a hidden button: the request itself is refused with 403."""
    answer = owain.page.goto(
        f"{owain.site}/{owain.language}/{council.at(f'panels/{council.panel.id}/votes/new/')}"
    )
    assert answer is not None
    assert answer.status == 403
    owain.see("You have no vote here")


def apart(reader: Someone) -> list[float]:
    """Return the D of each question as the page says it: age, fifth, language."""
    said = reader.page.locator("p").filter(has_text="(D)").all_inner_texts()
    found = [float(one) for text in said for one in re.findall(r"[0-9]\.[0-9]{4}", text)]
    assert len(found) == len(ASKED)
    return found


def a_panel_unlike_the_people_is_refused(
    first: Someone, member: Member, readers: list[Someone], council: Council
) -> None:
    """With [0, 2, 5, 6, 3] of the fifths nothing is put to the vote before the chair explains."""
    fifths = [str(n + 1) for n, many in enumerate(UNLIKE) for _one in range(many)]
    with in_hub(council.hub.id):
        kept = {one.id: one.answers for one in PanelSeat.objects.all()}
        for (seat, answers), fifth in zip(kept.items(), fifths, strict=True):
            PanelSeat.objects.filter(id=seat).update(answers=answers | {"fifth": fifth})
    put_to_the_vote(first, council)
    first.read("0.2453")
    with in_hub(council.hub.id):
        assert PanelMotion.objects.count() == 1
    for reader in readers:
        reader.go(council.at(f"panels/{council.panel.id}/seats/"))
        assert apart(reader)[1] == 0.2453
        reader.see(TOO_FAR)
    the_chair_explains(first, member, council)
    for reader, why in zip(readers, ("Un lot oedd gennym", "We had one lot"), strict=True):
        reader.page.reload()
        reader.read(why)
    put_to_the_vote(first, council)
    with in_hub(council.hub.id):
        assert PanelMotion.objects.count() == 2


def the_chair_explains(first: Someone, member: Member, council: Council) -> None:
    """More than half want the first as chair, who says in public why it is so."""
    path = council.at(f"panels/{council.panel.id}/seats/chair/")
    first.go(path)
    with in_hub(council.hub.id):
        wanted = PanelSeat.objects.get(member=member).id
        others = PanelSeat.objects.taken().exclude(id=wanted).select_related("member__person")
        for seat in others[: len(others) // 2 + 1]:
            client = Client()
            client.force_login(seat.member.person)
            client.post(f"/cy/{path}", {"seat": wanted})
    first.page.locator(f"[name=seat][value='{wanted}']").check()
    first.press("This is whom I want")
    first.go(council.at(f"panels/{council.panel.id}/seats/explain/"))
    for language, why in (("Welsh", "Un lot oedd gennym"), ("English", "We had one lot")):
        first.fill(f"Why is the panel unlike the people who live here? In {language}", why)
    first.press("Publish this")


def put_to_the_vote(first: Someone, council: Council) -> None:
    first.go(council.at(f"panels/{council.panel.id}/votes/new/"))
    for language, title in zip(("Welsh", "English"), BID, strict=True):
        first.fill(f"Title in {language}", title)
        first.fill(f"What is to be decided? In {language}", f"{title}: £60,000")
    first.fill("How much money is it about?", "60000")
    first.press("Open the vote")


def the_panel_votes(first: Someone, council: Council, seats: list[Member]) -> None:
    """Eleven for, four against, one abstains: the others by request, the first by hand."""
    put_to_the_vote(first, council)
    with in_hub(council.hub.id):
        motion = PanelMotion.objects.get()
    path = council.at(f"panels/{council.panel.id}/votes/{motion.id}/")
    said = ["FOR"] * 10 + ["AGAINST"] * 4 + ["ABSTAIN"]
    random.Random(3).shuffle(said)
    for member, choice in zip(seats[1:], said, strict=True):
        client = Client()
        assert member.person is not None
        client.force_login(member.person)
        client.post(f"/cy/{path}vote/", {"choice": choice})
    first.go(path)
    first.page.locator("input[name=choice][value=FOR]").check()
    first.press("Vote")
    first.press("Close the vote and count it")


def the_decision_is_published(carys: Someone, readers: list[Someone], council: Council) -> None:
    """With its reasons and its dissent, in both languages at once."""
    with in_hub(council.hub.id):
        motion = PanelMotion.objects.get()
    assert (motion.in_favour, motion.against, motion.abstained) == (11, 4, 1)
    carys.go(council.at(f"panels/{council.panel.id}/votes/{motion.id}/"))
    carys.follow("Publish the decision")
    for language, why, dissent in (
        ("Welsh", "Mae'n talu'n ôl", "Gwell trwsio'r to yn gyntaf"),
        ("English", "It pays back", "Better mend the roof first"),
    ):
        carys.fill(f"Why was it decided so? In {language}", why)
        carys.fill(f"How did others see it? In {language}", dissent)
    carys.on_day("effective_on", timezone.localdate())
    carys.pick("Which organisation must answer, or may overrule it?", council.body.name_cy)
    carys.press("Publish the decision")
    council.ids["decision"] = council.decision(BID[1]).id
    for reader, dissent in zip(readers, ("Gwell trwsio'r to", "Better mend the roof"), strict=True):
        reader.go(council.at(f"decisions/{council.ids['decision']}/"))
        reader.read(dissent, "11", "Bethan Cyllid")


def a_stranger_recomputes_it(readers: list[Someone], council: Council, folder: Path) -> None:
    """The file of the decision holds the draw: `gyda verify` repeats it, on no database."""
    with in_hub(council.hub.id):
        seal(hub_id=council.hub.id)
    for reader in readers:
        reader.page.reload()
        checked = verified(reader, folder / f"{reader.language}.zip")
        assert (checked["lotteries"], checked["people"]) == (1, REGISTERED)


def the_council_overrules(dafydd: Someone, council: Council) -> None:
    """Signed and with a public reason, within the clock; without a reason it is refused."""
    dafydd.go(council.at(f"decisions/{council.ids['decision']}/overrule/"))
    dafydd.fill("Your name, as it stands under the reason", "Ifan Arweinydd")
    for language, words in (("Welsh", "Does dim arian"), ("English", "There is no money")):
        dafydd.fill(f"Your office, in {language}", "Arweinydd" if language == "Welsh" else "Leader")
        dafydd.fill(f"What happens instead? In {language}", words)
    dafydd.on_day("signed_on", timezone.localdate())
    submit = dafydd.page.locator("main form button[type=submit]").first
    submit.click()
    assert not council_overruled(council)
    for language, words in (("Welsh", "Mae'r to yn gollwng"), ("English", "The roof leaks")):
        dafydd.fill(f"Why is the decision overruled? In {language}", words)
    dafydd.page.locator("main form button[type=submit]").first.click()
    dafydd.page.wait_for_load_state("load")
    assert council_overruled(council)


def council_overruled(council: Council) -> bool:
    decision = council.decision(BID[1])
    with in_hub(council.hub.id):
        return bool(decision.overruling.exists())


def the_ledger_of_power_says_so(readers: list[Someone], council: Council) -> None:
    for reader, why in zip(readers, ("Mae'r to yn gollwng", "The roof leaks"), strict=True):
        reader.go(council.at("decisions/power/"))
        reader.see("Overruled")
        reader.read("Ifan Arweinydd", why, "£60,000")


def nothing_is_promised_by_it(alys: Someone, council: Council) -> None:
    """A decision that was overruled moves no money: it cannot be chosen."""
    alys.go(council.at(f"funds/{council.ids['fund']}/promise/"))
    chosen = alys.page.locator("select[name=decision] option").all_inner_texts()
    assert BID[0] not in chosen
