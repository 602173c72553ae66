"""Invest to save: what a bid is worth at a rate with a date, and how it comes back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.decide.funds import errors
from gyda.decide.funds.actions import backs, payments
from gyda.decide.funds.actions.bids import add_line, change_bid, schedule, write_bid
from gyda.decide.funds.actions.funds import close_fund
from gyda.decide.funds.actions.setup import Rates, set_rates
from gyda.decide.funds.appraising import Appraisal, appraise, cash, invested, settings
from gyda.decide.funds.models import Bid, Commitment
from gyda.decide.funds.queries import bids, book
from gyda.decide.tests.fund_builders import (
    Money,
    a_case,
    a_commitment,
    a_line,
    a_proof,
    some_money,
    the_bid,
)
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast, pence=10_000_000, came_in=8_000_000)


def worth(bid: Bid, day: datetime.date = TODAY) -> Appraisal:
    return appraise(bid, bids.lines_of(bid), day, settings())


def test_the_figures_of_the_story_are_those_of_the_green_book(money: Money) -> None:
    bid = the_bid(money)
    figures = worth(bid)
    assert [year.flow for year in figures.years] == [
        -6_000_000,
        1_000_000,
        2_200_000,
        2_500_000,
        2_500_000,
    ]  # noqa: E501
    assert figures.npv == 1_453_369
    assert round(figures.payback_discounted or 0, 2) == 3.33
    assert round(figures.payback or 0, 2) == 3.12
    assert figures.rate_shown == "3.5"
    assert (figures.second_rate_shown, figures.second_npv) == ("5", 1_164_196)
    assert invested(bids.lines_of(bid)) == 6_000_000


def test_a_rate_has_a_day_and_one_past_its_second_look_is_said(money: Money) -> None:
    bid = the_bid(money)
    assert worth(bid).is_overdue
    rates = Rates("Adolygiad 2026", "Trysorlys EM", datetime.date(2026, 9, 1), 200, 150, 100)
    set_rates(who=who(money.cast.alys), rates=rates)
    newer = worth(bid)
    assert (newer.setting.name, newer.rate_shown, newer.is_overdue) == (
        "Adolygiad 2026",
        "2",
        False,
    )  # noqa: E501
    assert newer.npv > 1_453_369
    assert worth(bid, datetime.date(2026, 8, 31)).npv == 1_453_369
    with pytest.raises(errors.SettingThere):
        set_rates(who=who(money.cast.alys), rates=rates)


def test_what_frees_no_cash_stands_beside_the_sum(money: Money) -> None:
    bid = the_bid(money)
    hours = a_line("SAVING", 0, 5_000, is_cash=False)
    add_line(who=who(money.cast.alys), bid_id=bid.id, line=hours)
    assert (worth(bid).npv, worth(bid).not_cash) == (1_453_369, 500_000)
    access = a_line("ACCESS", 1_000, is_cash=False)
    add_line(who=who(money.cast.alys), bid_id=bid.id, line=access)
    assert cash(bids.lines_of(bid))[0] == -6_100_000  # a cost counts, whoever bears it


def test_a_bid_that_never_pays_says_never(money: Money) -> None:
    bid = write_bid(who=who(money.cast.alys), fund_id=money.fund.id, case=a_case(money))
    add_line(who=who(money.cast.alys), bid_id=bid.id, line=a_line("ONE_OFF", 1_000))
    assert worth(bid).payback is None
    assert worth(bid).payback_discounted is None


def awarded(money: Money, bid: Bid) -> Commitment:
    """A decision promises the £60,000, and two people pay it."""
    type(money.decision).objects.filter(id=money.decision.id).update(pence=6_000_000)
    promise = a_commitment(money, pence=6_000_000, bid=bid)
    asked = payments.pay(
        who=who(money.cast.alys), commitment_id=promise.id, pence=6_000_000, proof=a_proof()
    )
    payments.approve(who=who(money.elin), payment_id=asked.id)
    return promise


def test_what_is_repaid_is_in_the_fund_again(money: Money) -> None:
    bid, alys = the_bid(money), who(money.cast.alys)
    today = timezone.localdate()
    for days in (-1, 300):
        due = today + datetime.timedelta(days=days)
        schedule(who=alys, bid_id=bid.id, due_on=due, pence=3_000_000)
    promise = awarded(money, bid)
    with pytest.raises(errors.TooMuchToRepay):
        backs.repay(who=alys, commitment_id=promise.id, pence=6_000_001, proof=a_proof())
    backs.repay(who=alys, commitment_id=promise.id, pence=1_000_000, proof=a_proof())
    stands = bids.repayment(bid, promise, today)
    assert [(due.came, due.left, due.is_late) for due in stands.dues] == [
        (1_000_000, 2_000_000, True), (0, 3_000_000, False),
    ]  # fmt: skip
    assert (stands.scheduled, stands.late, stands.sums.still_to_repay) == (
        6_000_000,
        2_000_000,
        5_000_000,
    )  # noqa: E501
    assert book.sums_of(money.fund).left == 3_000_000


def test_a_fund_stays_open_until_its_investment_is_repaid(money: Money) -> None:
    promise = awarded(money, the_bid(money))
    Commitment.objects.filter(id=promise.id).update(ended_at=timezone.now())
    with pytest.raises(errors.RepaymentsStand):
        close_fund(who=who(money.cast.alys), fund_id=money.fund.id)


def test_what_was_decided_over_is_not_changed_afterwards(money: Money) -> None:
    bid = the_bid(money)
    awarded(money, bid)
    with pytest.raises(errors.BidPromised):
        change_bid(who=who(money.cast.alys), bid_id=bid.id, case=a_case(money))
    with pytest.raises(errors.BidPromised):
        add_line(who=who(money.cast.alys), bid_id=bid.id, line=a_line("ONE_OFF", 1))


def test_only_an_investment_is_repaid(money: Money) -> None:
    promise = a_commitment(money, pence=1_000)
    with pytest.raises(errors.FundError):
        backs.repay(who=who(money.cast.alys), commitment_id=promise.id, pence=1, proof=a_proof())


def test_who_may_write_a_bid(money: Money) -> None:
    with pytest.raises(errors.NotYourMoney):
        write_bid(who=who(money.cast.bryn), fund_id=money.fund.id, case=a_case(money))
    type(money.cast.bryn).objects.filter(id=money.cast.bryn.id).update(organisation=money.kitchen)
    money.cast.bryn.refresh_from_db()
    assert write_bid(who=who(money.cast.bryn), fund_id=money.fund.id, case=a_case(money))
