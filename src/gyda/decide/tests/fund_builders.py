"""Funds for tests: a council gives £10,000, a decision says what becomes of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gyda.decide.decisions.models import Decision
from gyda.decide.funds.actions.bids import Case, Line, add_line, write_bid
from gyda.decide.funds.actions.funds import Terms, open_fund, receive
from gyda.decide.funds.actions.limits import agree, set_limits
from gyda.decide.funds.actions.promises import Promise, commit
from gyda.decide.funds.models import Bid, Commitment, Fund
from gyda.decide.funds.proof import Proof
from gyda.decide.tests.decision_builders import a_decision
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member, Organisation
from gyda.people.models.member import Role
from gyda.people.tests.builders import Cast, a_member, an_organisation, who

GRANTED = 1_000_000  # pence
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Money:
    """A fund with its money in it, and who looks after it: Alys and Elin are stewards."""

    cast: Cast
    council: Organisation
    kitchen: Organisation
    fund: Fund
    decision: Decision
    initiative: Initiative
    elin: Member


def a_proof(**fields: Any) -> Proof:
    said = {"on": timezone.localdate(), "words": "Gweler yr anfoneb", "language": "cy"}
    return Proof(**(said | fields))


def terms(giver: Organisation, **fields: Any) -> Terms:
    today = timezone.localdate()
    said = {
        "title_cy": "Cronfa'r pentref",
        "title_en": "The village fund",
        "purpose_cy": "Bwyd a chwmni",
        "purpose_en": "Food and company",
        "conditions_cy": "Gwario o fewn y flwyddyn",
        "conditions_en": "Spent within the year",
        "pence": GRANTED,
        "from_on": today - 30 * DAY,
        "until_on": today + 300 * DAY,
    }
    return Terms(giver=giver, **(said | fields))


def some_money(cast: Cast, *, came_in: int = GRANTED, **fields: Any) -> Money:
    """The council's £10,000, all of it come in; a decision of citizens over all of it."""
    council, kitchen = an_organisation(cast.hub, "Y Cyngor"), an_organisation(cast.hub, "Y Gegin")
    thread = a_team(cast)
    fund = open_fund(who=who(cast.alys), terms=terms(council, **fields))
    if came_in:
        receive(who=who(cast.alys), fund_id=fund.id, pence=came_in, proof=a_proof())
    decision = a_decision(cast, thread, pence=GRANTED)
    elin = a_member(cast.hub, "Elin", role=Role.STEWARD)
    return Money(cast, council, kitchen, fund, decision, thread, elin)


def limits(money: Money, second: int, *, grant: int = 9, two: int = 9) -> None:
    """Alys sets the limits; Elin agrees where they are looser."""
    change = set_limits(
        who=who(money.cast.alys), second_above_pence=second, grant_most_pence=grant,
        stewards_most_pence=two,
    )  # fmt: skip
    if change.holds_from is None:
        agree(who=who(money.elin), change_id=change.id)


def a_promise(money: Money, **fields: Any) -> Promise:
    said = {
        "title_cy": "Cinio dydd Mawrth",
        "title_en": "Tuesday lunch",
        "pence": 240_000,
        "payee": "ORGANISATION",
        "organisation": money.kitchen,
    }
    return Promise(**(said | fields))


def a_commitment(money: Money, **fields: Any) -> Commitment:
    """Alys promises it, as the decision says."""
    return commit(
        who=who(money.cast.alys),
        fund=money.fund,
        decision=money.decision,
        promise=a_promise(money, **fields),
    )


def a_case(money: Money, **fields: Any) -> Case:
    said = {
        "title_cy": "Gwres o'r ddaear",
        "title_en": "Heat from the ground",
        "need_cy": "Mae'r neuadd yn oer",
        "need_en": "The hall is cold",
        "nothing_cy": "Mae'r bil yn codi",
        "nothing_en": "The bill goes up",
        "risks_cy": "Pibell yn torri",
        "risks_en": "A pipe breaks",
        "owner": "Rheolwr y neuadd",
        "first_year": 2026,
        "price_year": 2026,
        "second_rate": 500,
    }
    return Case(organisation=money.kitchen, **(said | fields))


def a_line(kind: str, *pounds: int, **fields: Any) -> Line:
    said = {
        "what_cy": "Pwmp gwres",
        "what_en": "A heat pump",
        "owner": "Y neuadd",
        "is_cash": True,
        "grade": "B",
        "pence": [one * 100 for one in pounds],
    }
    return Line(kind=kind, **(said | fields))


def the_bid(money: Money) -> Bid:
    """The bid of story C: £60,000 first, then 10, 22, 25 and 25 thousand saved."""
    bid = write_bid(who=who(money.cast.alys), fund_id=money.fund.id, case=a_case(money))
    for line in (a_line("ONE_OFF", 60_000), a_line("SAVING", 0, 10_000, 22_000, 25_000, 25_000)):
        add_line(who=who(money.cast.alys), bid_id=bid.id, line=line)
    return bid
