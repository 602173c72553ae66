"""Money comes in, is promised by a decision, paid by one or two people, and comes back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.decide.decisions import money as told
from gyda.decide.decisions.models import Overruling
from gyda.decide.funds import errors
from gyda.decide.funds.actions import backs, payments
from gyda.decide.funds.actions.funds import close_fund, receive
from gyda.decide.funds.actions.giving_back import give_back
from gyda.decide.funds.actions.promises import free
from gyda.decide.funds.models import Commitment, Movement, Payment
from gyda.decide.funds.queries import book
from gyda.decide.tests.fund_builders import (
    GRANTED,
    Money,
    a_commitment,
    a_promise,
    a_proof,
    limits,
    some_money,
    terms,
)
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.ledger.errors import UnitsDiffer
from gyda.ledger.models import Account, Kind, Unit
from gyda.ledger.queries import balance_of, sums_of_book
from gyda.ledger.verify import check_book
from gyda.letters.models import Letter
from gyda.people.models.person import Language
from gyda.people.tests.builders import Cast, a_member, who
from gyda.web.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast)


def paid(money: Money, promise: Commitment, pence: int, **fields: Any) -> Payment:
    return payments.pay(
        who=who(money.cast.alys), commitment_id=promise.id, pence=pence, proof=a_proof(**fields)
    )


def back_by_two(money: Money, pence: int) -> list[Movement | None]:
    act = partial(give_back, fund_id=money.fund.id, pence=pence, proof=a_proof())
    return [act(who=who(member)) for member in (money.cast.alys, money.elin)]


def in_it(money: Money) -> int:
    return balance_of(money.fund.account_id).balance


def test_money_goes_in_is_promised_and_paid_and_every_step_adds_up(money: Money) -> None:
    promise = a_commitment(money)
    paid(money, promise, 20_000)
    sums = book.sums_of(money.fund)
    assert (sums.came_in, sums.owed, sums.paid_out, sums.left) == (
        GRANTED,
        220_000,
        20_000,
        760_000,
    )
    assert in_it(money) == sums.left
    assert balance_of(promise.account_id).balance == 220_000
    assert sums_of_book(Unit.PENCE).in_funds == 980_000
    assert sums_of_book(Unit.MINUTES).issued == 0
    assert check_book(money.cast.hub.id).agrees


def test_no_more_comes_in_than_was_granted(money: Money) -> None:
    with pytest.raises(errors.MoreThanGranted):
        receive(who=who(money.cast.alys), fund_id=money.fund.id, pence=1, proof=a_proof())


def test_no_more_is_promised_than_is_there(cast: Cast) -> None:
    money = some_money(cast, came_in=100_000)
    with pytest.raises(errors.NotSoMuchLeft, match="1,000"):
        a_commitment(money)
    assert not Commitment.objects.exists()
    assert not Account.objects.filter(kind=Kind.PROMISE).exists()


def test_no_more_is_promised_than_was_decided(money: Money) -> None:
    type(money.decision).objects.filter(id=money.decision.id).update(pence=300_000)
    a_commitment(money)
    with pytest.raises(errors.MoreThanDecided, match="£600"):
        a_commitment(money)


def test_a_decision_that_was_overruled_promises_nothing(money: Money) -> None:
    today = a_proof().on
    Overruling.objects.create(
        decision=money.decision, organisation=money.council, name="Ifan", role_cy="Arweinydd",
        role_en="Leader", reason_cy="Na", reason_en="No", instead_cy="Dim", instead_en="Nothing",
        signed_on=today, clock_on=today, by=money.cast.alys, at=money.fund.opened_at,
    )  # fmt: skip
    with pytest.raises(errors.DecisionHoldsNot):
        a_commitment(money)


@pytest.mark.parametrize(
    "wrong",
    [
        {"payee": "MEMBER"},
        {"payee": "BODY"},
        {"name": "Cwmni arall"},
        {"organisation": None},
        {"payee": "PERSON", "organisation": None, "name": " "},
    ],
)
def test_a_promise_has_one_payee_of_its_kind(money: Money, wrong: dict[str, Any]) -> None:
    with pytest.raises(errors.WhichPayee):
        a_commitment(money, **wrong)


def test_a_fund_promises_while_it_runs(cast: Cast) -> None:
    today = a_proof().on
    money = some_money(
        cast,
        from_on=today.replace(year=today.year + 1),
        until_on=today.replace(year=today.year + 2),
    )  # noqa: E501
    with pytest.raises(errors.NotItsTime):
        a_commitment(money)


def test_above_the_limit_somebody_else_says_yes(money: Money) -> None:
    promise = a_commitment(money)
    payment = paid(money, promise, 100_000)
    assert payment.state == "ASKED"
    assert balance_of(promise.account_id).balance == 240_000
    assert Letter.objects.filter(kind="fund_payment_waits").count() == 1  # Elin's, not Alys's
    with pytest.raises(errors.SecondPerson):
        payments.approve(who=who(money.cast.alys), payment_id=payment.id)
    payments.approve(who=who(money.elin), payment_id=payment.id)
    assert balance_of(promise.account_id).balance == 140_000
    with pytest.raises(errors.SettledAlready):
        payments.approve(who=who(money.elin), payment_id=payment.id)


def test_many_small_payments_count_as_one_large_one(money: Money) -> None:
    promise = a_commitment(money)
    states = [paid(money, promise, 10_000).state for _ in range(4)]
    assert states == ["PAID", "PAID", "ASKED", "ASKED"]  # the hub's limit is £250


def test_the_database_itself_wants_a_second_person(money: Money) -> None:
    payment = paid(money, a_commitment(money), 100_000)
    row = Payment.objects.filter(id=payment.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(state="PAID", settled_by=money.cast.alys, settled_at=money.fund.opened_at)


def test_the_limit_is_the_hubs_own(money: Money) -> None:
    limits(money, 200_000)
    assert paid(money, a_commitment(money), 100_000).state == "PAID"


def test_whoever_is_paid_neither_asks_nor_approves(money: Money) -> None:
    own = a_commitment(money, payee="MEMBER", organisation=None, member=money.cast.alys)
    with pytest.raises(errors.OwnPayment):
        paid(money, own, 100)
    payment = payments.pay(
        who=who(money.elin), commitment_id=own.id, pence=100_000, proof=a_proof()
    )
    with pytest.raises(errors.OwnPayment):
        payments.approve(who=who(money.cast.alys), payment_id=payment.id)
    assert not Movement.objects.filter(kind="PAID").exists()


def test_who_comes_for_the_payee_does_not_approve(money: Money) -> None:
    fay = a_member(money.cast.hub, "Fay", role="STEWARD", organisation=money.kitchen)
    payment = paid(money, a_commitment(money), 100_000)
    with pytest.raises(errors.OwnPayment):
        payments.approve(who=who(fay), payment_id=payment.id)


def test_a_payment_is_refused_with_a_reason_or_taken_back(money: Money) -> None:
    promise = a_commitment(money)
    first, second = paid(money, promise, 100_000), paid(money, promise, 100_000)
    with pytest.raises(errors.WithoutReason):
        payments.refuse(who=who(money.elin), payment_id=first.id, because=" ")
    payments.refuse(who=who(money.elin), payment_id=first.id, because="Dim anfoneb")
    with pytest.raises(errors.NotYourMoney):
        payments.take_back(who=who(money.elin), payment_id=second.id)
    payments.take_back(who=who(money.cast.alys), payment_id=second.id)
    assert balance_of(promise.account_id).balance == 240_000


def test_what_waits_cannot_be_asked_for_twice(money: Money) -> None:
    promise = a_commitment(money)
    paid(money, promise, 200_000)
    with pytest.raises(errors.NotSoMuchLeft, match="£400"):
        paid(money, promise, 50_000)


def test_only_those_who_look_after_a_fund_touch_it(money: Money) -> None:
    promise = a_commitment(money)
    for stranger in (money.cast.bryn, money.cast.carys, money.cast.dafydd):
        with pytest.raises(errors.NotYourMoney):
            payments.pay(who=who(stranger), commitment_id=promise.id, pence=1, proof=a_proof())
        with pytest.raises(errors.StewardsOnly):
            receive(who=who(stranger), fund_id=money.fund.id, pence=1, proof=a_proof())


def test_nobody_moves_money_in_another_persons_name(money: Money) -> None:
    promise = a_commitment(money)
    acting = who(money.cast.alys, money.cast.bryn)
    with pytest.raises(errors.ActForYourself):
        payments.pay(who=acting, commitment_id=promise.id, pence=1, proof=a_proof())


def test_the_team_of_an_initiative_looks_after_its_fund(cast: Cast) -> None:
    money = some_money(cast)
    type(money.fund).objects.filter(id=money.fund.id).update(initiative=money.initiative)
    promise = a_commitment(money)
    done = payments.pay(who=who(cast.bryn), commitment_id=promise.id, pence=1, proof=a_proof())
    assert done.state == "PAID"


def test_money_that_comes_back_is_promised_again_and_then_freed(money: Money) -> None:
    promise, alys = a_commitment(money), who(money.cast.alys)
    paid(money, promise, 20_000)
    with pytest.raises(errors.NotSoMuchPaid):
        backs.refund(who=alys, commitment_id=promise.id, pence=20_001, proof=a_proof())
    backs.refund(who=alys, commitment_id=promise.id, pence=5_000, proof=a_proof())
    assert balance_of(promise.account_id).balance == 225_000
    free(who=alys, commitment_id=promise.id, because="Mae'r gwaith ar ben", language="cy")
    assert in_it(money) == GRANTED - 15_000
    assert book.sums_of(money.fund).left == in_it(money)
    with pytest.raises(errors.SettledAlready):
        paid(money, promise, 1)


def test_nothing_is_freed_while_a_payment_waits(money: Money) -> None:
    promise = a_commitment(money)
    paid(money, promise, 100_000)
    with pytest.raises(errors.PaymentsWait):
        free(who=who(money.cast.alys), commitment_id=promise.id, because="Pam lai", language="cy")


def test_a_fund_closes_when_nothing_is_left_in_it(money: Money) -> None:
    alys, promise = who(money.cast.alys), a_commitment(money)
    with pytest.raises(errors.PromisesStand):
        close_fund(who=alys, fund_id=money.fund.id)
    free(who=alys, commitment_id=promise.id, because="Dim angen", language="cy")
    with pytest.raises(errors.StillInIt, match="10,000"):
        close_fund(who=alys, fund_id=money.fund.id)
    assert [bool(line) for line in back_by_two(money, GRANTED)] == [False, True]
    assert close_fund(who=alys, fund_id=money.fund.id).is_closed
    assert balance_of(accounts.issue(unit=Unit.PENCE).id).balance == 0
    with pytest.raises(errors.FundClosed):
        a_commitment(money)


def test_the_same_form_sent_twice_moves_money_once(money: Money) -> None:
    promise, key = a_commitment(money), uuid7()
    for _ in range(2):
        payments.pay(
            who=who(money.cast.alys), commitment_id=promise.id, pence=100, proof=a_proof(), key=key
        )
    assert balance_of(promise.account_id).balance == 239_900


def test_money_and_hours_never_mix(money: Money) -> None:
    hours = accounts.pot()
    with pytest.raises(UnitsDiffer):
        transfer(
            key=uuid7(), debit=money.fund.account_id, credit=hours.id, amount=1, kind="CORRECTION"
        )
    for kind in (Kind.FUND, Kind.PROMISE):
        with pytest.raises(IntegrityError), transaction.atomic():
            Account.objects.create(kind=kind, unit=Unit.MINUTES, floor=0)


def test_the_power_ledger_knows_what_a_decision_moved(money: Money) -> None:
    promise = a_commitment(money)
    free(who=who(money.cast.alys), commitment_id=promise.id, because="Dim angen", language="cy")
    a_commitment(money, pence=5_000)
    assert told.promised_by_decision() == {money.decision.id: 5_000}


def test_the_journal_says_in_public_that_money_moved_and_names_no_payee(money: Money) -> None:
    own = a_commitment(money, payee="MEMBER", organisation=None, member=money.cast.bryn)
    paid(money, own, 1_000)
    rows = Entry.objects.filter(verb__startswith="fund.", public=True)
    assert {row.verb for row in rows} == {
        "fund.opened", "fund.received", "fund.promised", "fund.paid",
    }  # fmt: skip
    assert str(money.cast.bryn.id) not in str([row.data for row in rows])
    letter = Letter.objects.get(kind="fund_paid")
    assert letter.member_id == money.cast.bryn.id


def test_a_letter_is_in_the_language_of_its_reader(money: Money) -> None:
    for language in Language.values:
        fay = a_member(money.cast.hub, f"Fay {language}")
        type(fay.person).objects.filter(id=fay.person_id).update(language=language)
        fay.refresh_from_db()
        own = a_commitment(money, payee="MEMBER", organisation=None, member=fay, pence=100)
        paid(money, own, 100)
    words = {one.language: one.body for one in Letter.objects.filter(kind="fund_paid")}
    assert "Cinio dydd Mawrth" in words["cy"]
    assert "Tuesday lunch" in words["en"]


@settings(
    max_examples=12, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["promise", "pay", "refund", "free", "back"]), st.integers(1, 400_000)
        ),  # noqa: E501
        max_size=12,
    )
)
def test_whatever_is_done_the_book_and_the_ledger_agree(money: Money, steps: Any) -> None:
    sid = transaction.savepoint()
    alys = who(money.cast.alys)
    promises: list[Commitment] = []
    for what, pence in steps:
        last = promises[-1].id if promises else None
        try:
            if what == "promise":
                promises.append(a_commitment(money, pence=pence))
            elif what == "back":
                back_by_two(money, pence)
            elif last and what == "pay":
                paid(money, promises[-1], pence)
            elif last and what == "refund":
                backs.refund(who=alys, commitment_id=last, pence=pence, proof=a_proof())
            elif last:
                free(who=alys, commitment_id=last, because="Dim", language="cy")
        except DomainError:
            continue
    sums = book.sums_of(money.fund)
    assert sums.left == in_it(money) >= 0
    assert sums.owed == sum(balance_of(one.account_id).balance for one in promises)
    assert sums.came_in + sums.repaid == sums.left + sums.owed + sums.paid_out
    transaction.savepoint_rollback(sid)


def test_terms_are_whole_in_both_tongues(money: Money) -> None:
    from gyda.decide.funds.actions.funds import open_fund

    with pytest.raises(IntegrityError), transaction.atomic():
        open_fund(who=who(money.cast.alys), terms=terms(money.council, purpose_cy=""))
    assert a_promise(money).title_cy
