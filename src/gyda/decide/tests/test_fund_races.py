"""Sixteen payments at the same moment, on PostgreSQL: no fund and no promise is overspent."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial

import pytest

from gyda.decide.funds.actions import payments
from gyda.decide.funds.actions.funds import receive
from gyda.decide.funds.actions.promises import commit
from gyda.decide.funds.models import Movement
from gyda.decide.funds.queries import book
from gyda.decide.tests.fund_builders import (
    Money,
    a_commitment,
    a_promise,
    a_proof,
    limits,
    some_money,
)
from gyda.deliver.tests.test_exchange_races import at_once, refused
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger.models import Unit
from gyda.ledger.queries import balance_of, sums_of_book
from gyda.ledger.verify import check_book
from gyda.people.tests.builders import a_cast, who

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CLIENTS = 16


@pytest.fixture
def money() -> Money:
    cast = a_cast()
    with in_hub(cast.hub.id):
        found = some_money(cast, came_in=100_000)
        limits(found, 900_000)
    return found


def test_sixteen_payments_at_once_spend_a_promise_once(money: Money) -> None:
    hub, alys = money.cast.hub, who(money.cast.alys)
    with in_hub(hub.id):
        promise = a_commitment(money, pence=50_000)
    one = {"who": alys, "commitment_id": promise.id, "pence": 10_000, "proof": a_proof()}
    acts = [partial(payments.pay, **one, key=uuid7()) for _ in range(CLIENTS)]
    assert refused(at_once(hub.id, *acts)) == CLIENTS - 5
    with in_hub(hub.id):
        assert balance_of(promise.account_id).balance == 0
        assert Movement.objects.filter(kind="PAID").count() == 5
        assert book.sums_of(money.fund).left == 50_000
        assert sums_of_book(Unit.PENCE).retired == 50_000
        assert check_book(hub.id).agrees


def test_sixteen_promises_at_once_do_not_overspend_a_fund(money: Money) -> None:
    hub = money.cast.hub
    one = {
        "who": who(money.cast.alys),
        "fund": money.fund,
        "decision": money.decision,
        "promise": a_promise(money, pence=15_000),
    }
    acts = [partial(commit, **one, key=uuid7()) for _ in range(CLIENTS)]
    assert refused(at_once(hub.id, *acts)) == CLIENTS - 6
    with in_hub(hub.id):
        assert balance_of(money.fund.account_id).balance == 10_000
        assert book.sums_of(money.fund).left == 10_000
        assert check_book(hub.id).agrees


def test_one_yes_is_enough_for_one_payment(money: Money) -> None:
    hub = money.cast.hub
    with in_hub(hub.id):
        limits(money, 1)
        promise = a_commitment(money, pence=50_000)
        asked = payments.pay(
            who=who(money.cast.alys), commitment_id=promise.id, pence=20_000, proof=a_proof()
        )
    yes = partial(payments.approve, who=who(money.elin), payment_id=asked.id)
    assert refused(at_once(hub.id, *[yes] * 8)) == 7
    with in_hub(hub.id):
        assert balance_of(promise.account_id).balance == 30_000


def test_one_form_sent_many_times_at_once_is_one_line(money: Money) -> None:
    hub, key = money.cast.hub, uuid7()
    one = partial(
        receive, who=who(money.cast.alys), fund_id=money.fund.id, pence=1, proof=a_proof(), key=key
    )
    assert refused(at_once(hub.id, *[one] * 8)) == 0
    with in_hub(hub.id):
        assert balance_of(money.fund.account_id).balance == 100_001


def test_a_large_sum_is_not_cut_into_payments_at_the_same_moment(money: Money) -> None:
    hub = money.cast.hub
    with in_hub(hub.id):
        limits(money, 25_000)
        promises = [a_commitment(money, pence=10_000) for _number in range(8)]
    one = {"who": who(money.cast.alys), "pence": 10_000, "proof": a_proof()}
    acts = [partial(payments.pay, commitment_id=each.id, **one) for each in promises]
    assert refused(at_once(hub.id, *acts)) == 0
    with in_hub(hub.id):
        assert Movement.objects.filter(kind="PAID").count() == 2
