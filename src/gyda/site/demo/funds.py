"""The money of a story: given, decided over by citizens, paid by two, and followed by everyone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial

from django.utils import timezone

from gyda.decide.decisions.actions.publish import publish
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import Decision
from gyda.decide.funds.actions import payments
from gyda.decide.funds.actions.bids import Case, Line, add_line, schedule, write_bid
from gyda.decide.funds.actions.funds import Terms, open_fund, receive
from gyda.decide.funds.actions.grants import Asking, Reply, ask, say_yes
from gyda.decide.funds.actions.promises import Promise, commit
from gyda.decide.funds.models import Fund
from gyda.decide.funds.proof import Proof
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.funds import BidWords, FundWords, PromiseWords, SmallGrantWords

POUND, YEAR = 100, 365
CAME_IN_CY = "Llythyr dyfarnu a throsglwyddiad banc"
LINES = {"ONE_OFF": ("Prynu a gosod", "Buying and fitting"), "SAVING": ("Biliau is", "Lower bills")}


def write_funds(stage: Stage) -> None:
    """Note in the diary what is given when, and what becomes of it."""
    for fund in stage.story.funds:
        stage.write(stage.diary.day(fund.ago, 10), partial(_open, stage, fund))
    for promise in stage.story.promises:
        stage.write(stage.diary.day(promise.ago, 20), partial(_promise, stage, promise))
    for grant in stage.story.small_grants:
        stage.write(stage.diary.day(grant.ago, 18, 20), partial(_grant, stage, grant))
    for bid in stage.story.bids:
        stage.write(stage.diary.day(bid.ago, 15), partial(_bid, stage, bid))


def _open(stage: Stage, words: FundWords) -> None:
    today = timezone.localdate()
    texts = ("title", "purpose", "conditions")
    terms = Terms(
        giver=stage.organisations[words.giver],
        pence=words.pence,
        from_on=today,
        until_on=today + datetime.timedelta(days=YEAR),
        initiative=_initiative(stage, words.initiative),
        gives_small_grants=True,
        **{f"{name}_{lang}": getattr(words, f"{name}_{lang}") for name in texts
           for lang in ("cy", "en")},
    )  # fmt: skip
    who = stage.by(stage.steward)
    fund = open_fund(who=who, terms=terms, key=uuid7())
    proof = Proof(on=today, words=CAME_IN_CY, language="cy", reference="CST-0417")
    receive(who=who, fund_id=fund.id, pence=words.pence, proof=proof, key=uuid7())


def _promise(stage: Stage, words: PromiseWords) -> None:
    fund, who = _fund(stage, words.fund), stage.by(words.by)
    promise = Promise(
        title_cy=words.title_cy,
        title_en=words.title_en,
        pence=words.pence,
        payee="ORGANISATION" if words.organisation else "BODY",
        organisation=stage.organisations.get(words.organisation),
        name=words.body,
        initiative=fund.initiative,
    )
    decision = _decided(stage, words, fund)
    made = commit(who=who, fund=fund, decision=decision, promise=promise, key=uuid7())
    if words.paid:
        proof = Proof(timezone.localdate(), words.proof, "cy", words.reference)
        asked = payments.pay(
            who=who, commitment_id=made.id, pence=words.paid, proof=proof, key=uuid7()
        )
        if asked.needs_second and words.second:
            payments.approve(who=stage.by(words.second), payment_id=asked.id)


def _decided(stage: Stage, words: PromiseWords, fund: Fund) -> Decision:
    draft = Draft(
        kind="MEETING",
        method="CONSENT",
        right="CITIZEN",
        title_cy=words.title_cy,
        title_en=words.title_en,
        what_cy=words.title_cy,
        what_en=words.title_en,
        reasons_cy=words.reasons_cy,
        reasons_en=words.reasons_en,
        pence=words.pence,
        effective_on=timezone.localdate(),
    )
    return publish(who=stage.by(words.by), initiative=fund.initiative, draft=draft, key=uuid7())


def _grant(stage: Stage, words: SmallGrantWords) -> None:
    asking = Asking(words.what, words.gains, words.pence, words.language, words.group)
    fund = _fund(stage, words.fund)
    grant = ask(who=stage.hand_of(words.by), fund_id=fund.id, asking=asking, key=uuid7())
    reply = Reply(words.reason_cy, words.reason_en, words.line_cy, words.line_en)
    for key in words.yes:
        say_yes(who=stage.by(key), grant_id=grant.id, reply=reply)


def _bid(stage: Stage, words: BidWords) -> None:
    this_year, who = timezone.localdate().year, stage.by(words.by)
    texts = ("title", "need", "nothing", "risks")
    case = Case(
        organisation=stage.organisations[words.organisation],
        owner=words.owner,
        first_year=this_year,
        price_year=this_year,
        second_rate=500,
        **{f"{name}_{lang}": getattr(words, f"{name}_{lang}") for name in texts
           for lang in ("cy", "en")},
    )  # fmt: skip
    bid = write_bid(who=who, fund_id=_fund(stage, words.fund).id, case=case, key=uuid7())
    for kind, pounds in (("ONE_OFF", words.cost), ("SAVING", words.saved)):
        cy, en = LINES[kind]
        pence = [one * POUND for one in pounds]
        add_line(who=who, bid_id=bid.id, line=Line(kind, cy, en, words.owner, True, "C", pence))
    for year, one in enumerate(words.repaid, start=1):
        due_on = datetime.date(this_year + year, 4, 1)
        schedule(who=who, bid_id=bid.id, pence=one * POUND, due_on=due_on)


def _fund(stage: Stage, key: str) -> Fund:
    title = next(one.title_cy for one in stage.story.funds if one.key == key)
    return Fund.objects.select_related("initiative").get(title_cy=title)


def _initiative(stage: Stage, key: str) -> Initiative | None:
    if not key:
        return None
    title = next(one.title_cy for one in stage.story.initiatives if one.key == key)
    return Initiative.objects.get(title_cy=title)
