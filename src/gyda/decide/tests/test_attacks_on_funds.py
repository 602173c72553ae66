"""What somebody would try with promises: another key, name, bid, ballot or moment."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from gyda.decide.ballots import errors as ballot_errors
from gyda.decide.ballots.actions.promising import promise_to
from gyda.decide.ballots.models import Option, Tally
from gyda.decide.ballots.winners import winners
from gyda.decide.decisions.actions import after
from gyda.decide.decisions.models import Decision
from gyda.decide.funds import errors
from gyda.decide.funds.actions import payments
from gyda.decide.funds.actions.funds import open_fund, receive
from gyda.decide.funds.actions.grants import YEAR, say_yes
from gyda.decide.funds.actions.promises import commit
from gyda.decide.funds.models import Commitment, Fund, SmallGrant
from gyda.decide.tests.ballot_builders import POUND, a_ballot
from gyda.decide.tests.decision_builders import a_decision, a_signed
from gyda.decide.tests.fund_builders import (
    Money,
    a_commitment,
    a_promise,
    a_proof,
    some_money,
    terms,
    the_bid,
)
from gyda.decide.tests.test_ballots_money import published
from gyda.decide.tests.test_fund_pages import send
from gyda.decide.tests.test_small_grants import a_reply, asked, granted
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.django_db
BODY: dict[str, Any] = {"payee": "BODY", "organisation": None}


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast, gives_small_grants=True)


def pay(by: Member, promise: Commitment, pence: int) -> str:
    said = {"commitment_id": promise.id, "pence": pence, "proof": a_proof()}
    return payments.pay(who=who(by), **said).state


def another_fund(money: Money) -> Fund:
    alys = who(money.cast.alys)
    fund = open_fund(who=alys, terms=terms(money.council))
    receive(who=alys, fund_id=fund.id, pence=100_000, proof=a_proof())
    return fund


def test_one_key_stores_one_promise_and_answers_for_no_other(money: Money) -> None:
    key, promise = uuid7(), a_promise(money, pence=10_000)
    act = partial(commit, who=who(money.cast.alys), key=key)
    first = act(fund=money.fund, decision=money.decision, promise=promise)
    assert act(fund=money.fund, decision=money.decision, promise=promise) == first
    other = a_decision(money.cast, money.initiative, pence=10_000)
    for wrong in (
        {"promise": replace(promise, pence=9_999)},
        {"promise": replace(promise, organisation=money.council)},
        {"decision": other},
        {"fund": another_fund(money)},
    ):
        said = {"fund": money.fund, "decision": money.decision, "promise": promise} | wrong
        with pytest.raises(errors.KeyTaken):
            act(**said)
    assert Commitment.objects.count() == 1


def test_one_key_stores_one_payment_and_one_line(money: Money) -> None:
    key, alys = uuid7(), who(money.cast.alys)
    one, two = (a_commitment(money, pence=20_000) for _number in range(2))
    payments.pay(who=alys, commitment_id=one.id, pence=1_000, proof=a_proof(), key=key)
    for promise, pence in ((two, 1_000), (one, 2_000)):
        with pytest.raises(errors.KeyTaken):
            payments.pay(who=alys, commitment_id=promise.id, pence=pence, proof=a_proof(), key=key)
    line = uuid7()
    fund = another_fund(money)
    receive(who=alys, fund_id=fund.id, pence=500, proof=a_proof(), key=line)
    with pytest.raises(errors.KeyTaken):
        receive(who=alys, fund_id=fund.id, pence=501, proof=a_proof(), key=line)


@pytest.fixture
def won(cast: Cast) -> tuple[Money, Option, Decision]:
    """Options A and D won £3,300 and more; the decision is published, nothing is promised."""
    money = some_money(cast)
    ballot = a_ballot(cast.alys, fund=money.fund)
    published(money, ballot)
    option = Option.objects.select_related("ballot__fund", "ballot__initiative").get(
        ballot=ballot, number=1
    )
    return money, option, Decision.objects.get(about_id=ballot.id)


def test_the_money_of_what_won_is_for_nothing_else(won: tuple[Money, Option, Decision]) -> None:
    money, option, decision = won
    lost = Option.objects.get(ballot=option.ballot, number=2)
    act = partial(commit, who=who(money.cast.alys), decision=decision)
    for key, pence in (
        (uuid7(), option.pence),
        (None, option.pence),
        (lost.id, lost.pence),
        (option.id, option.pence - 1),
    ):
        with pytest.raises(ballot_errors.ForWhatWon):
            act(fund=money.fund, promise=a_promise(money, pence=pence), key=key)
    with pytest.raises(ballot_errors.ForWhatWon):
        wanted = a_promise(money, pence=option.pence)
        act(fund=another_fund(money), promise=wanted, key=option.id)


def test_nobody_takes_the_key_of_what_won_by_a_form(won: tuple[Money, Option, Decision]) -> None:
    money, option, decision = won
    own = a_decision(money.cast, money.initiative, pence=option.pence)
    said = {
        "decision": str(own.id), "title_cy": "Arall", "title_en": "Something else",
        "pence": str(option.pence // POUND), "payee": "ORGANISATION",
        "organisation": str(money.council.id), "key": str(option.id),
    }  # fmt: skip
    send(money, money.cast.alys, f"funds/{money.fund.id}/promise/", said)
    assert Commitment.objects.get().decision == own
    ballot, tally = option.ballot, Tally.objects.get(ballot=option.ballot)
    assert winners(ballot, tally, [option])[0].promise is None
    payee = {"payee": "ORGANISATION", "organisation": money.kitchen}
    made = promise_to(who=who(money.cast.alys), option=option, decision=decision, payee=payee)
    assert (made.organisation_id, made.decision_id) == (money.kitchen.id, decision.id)
    assert winners(ballot, tally, [option])[0].promise == made


def test_one_payee_under_several_names_is_one_payee(money: Money) -> None:
    alys = money.cast.alys
    body = a_commitment(money, pence=20_000)
    outside = a_commitment(money, pence=20_000, **BODY | {"name": "Y  GEGIN."})
    accent = a_commitment(money, pence=20_000, **BODY | {"name": "Ŷ Gegin"})
    assert pay(alys, body, 20_000) == "PAID"
    assert [pay(alys, one, 20_000) for one in (outside, accent)] == ["ASKED", "ASKED"]


@pytest.mark.parametrize("payee", ["BODY", "PERSON"])
def test_nobody_pays_themselves_under_a_name_outside(money: Money, payee: str) -> None:
    alys = money.cast.alys
    own = a_commitment(money, pence=1_000, **BODY | {"payee": payee, "name": alys.name.upper()})
    with pytest.raises(errors.OwnPayment):
        pay(alys, own, 1_000)
    Member.objects.filter(id=money.elin.id).update(organisation=money.kitchen)
    money.elin.refresh_from_db()
    ours = a_commitment(money, pence=1_000, **BODY | {"name": "y gegin"})
    with pytest.raises(errors.OwnPayment):
        pay(money.elin, ours, 1_000)


def test_what_was_overruled_is_not_paid_any_more(cast: Cast) -> None:
    money, body = some_money(cast), cast.dafydd.organisation
    decision = a_decision(cast, money.initiative, organisation=body, pence=100_000)
    act = partial(commit, who=who(cast.alys), fund=money.fund, decision=decision)
    promise = act(promise=a_promise(money, pence=100_000))
    waits = payments.pay(
        who=who(cast.alys), commitment_id=promise.id, pence=90_000, proof=a_proof()
    )
    after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed())
    with pytest.raises(errors.DecisionOverruled):
        pay(cast.alys, promise, 1_000)
    with pytest.raises(errors.DecisionOverruled):
        payments.approve(who=who(money.elin), payment_id=waits.id)


def test_money_for_a_bid_goes_where_the_bid_says(money: Money) -> None:
    bid = the_bid(money)
    Decision.objects.filter(id=money.decision.id).update(pence=9_000_000)
    act = partial(commit, who=who(money.cast.alys), decision=money.decision)
    with pytest.raises(errors.MoreThanAsked):
        act(fund=money.fund, promise=a_promise(money, pence=6_000_001, bid=bid))
    with pytest.raises(errors.BidElsewhere):
        wrong = a_promise(money, pence=1_000, bid=bid, organisation=money.council)
        act(fund=money.fund, promise=wrong)
    with pytest.raises(errors.BidElsewhere):
        act(fund=another_fund(money), promise=a_promise(money, pence=1_000, bid=bid))


def test_a_large_grant_is_not_cut_into_small_ones(money: Money) -> None:
    first = granted(money, asked(money, pence=15_000, group="Clwb garddio"))
    again = asked(money, money.cast.carys, pence=5_001, group="CLWB GARDDIO")
    yes = partial(say_yes, who=who(money.cast.alys), grant_id=again.id, reply=a_reply())
    with pytest.raises(errors.NeedsDecision):
        yes()
    SmallGrant.objects.filter(id=first.id).update(settled_at=timezone.now() - YEAR)
    assert yes().state == "ONE_YES"
