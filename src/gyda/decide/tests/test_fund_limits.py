"""The limits on money: stricter at once, looser by two, every change in public."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.decide.funds import errors, export, rules
from gyda.decide.funds.actions import limits as actions
from gyda.decide.funds.actions.giving_back import give_back
from gyda.decide.funds.actions.payments import pay
from gyda.decide.funds.models import FundPolicy, GivingBack
from gyda.decide.tests.fund_builders import GRANTED, Money, a_commitment, a_proof, some_money
from gyda.decide.tests.test_fund_pages import HIDDEN, page, send
from gyda.journal.models import Entry
from gyda.ledger.queries import balance_of
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(cast: Cast) -> Money:
    return some_money(cast)


def changed(by: Member, second: int = 200_000) -> FundPolicy:
    return actions.set_limits(
        who=who(by), second_above_pence=second, grant_most_pence=50_000, stewards_most_pence=20_000
    )


def test_who_raises_the_limit_does_not_then_pay_alone(money: Money) -> None:
    alys, elin = money.cast.alys, money.elin
    change, promise = changed(alys), a_commitment(money)
    asked = pay(who=who(alys), commitment_id=promise.id, pence=100_000, proof=a_proof())
    assert asked.state == "ASKED"
    with pytest.raises(errors.SecondPerson):
        actions.agree(who=who(alys), change_id=change.id)
    assert Letter.objects.filter(kind="fund_limits_wait").get().member_id == elin.id
    actions.agree(who=who(elin), change_id=change.id)
    paid = pay(who=who(alys), commitment_id=promise.id, pence=50_000, proof=a_proof())
    assert paid.state == "PAID"
    asked.refresh_from_db()
    assert asked.state == "ASKED"


def test_the_database_itself_wants_two_for_a_looser_limit(money: Money) -> None:
    row = FundPolicy.objects.filter(id=changed(money.cast.alys).id)
    for second in (None, money.cast.alys):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(holds_from=timezone.now(), settled_by=second)


def test_a_stricter_limit_holds_at_once(money: Money) -> None:
    assert changed(money.cast.alys, 100).holds_from
    assert rules.policy().second_above_pence == 100


def test_every_change_is_kept_and_the_newest_holds(money: Money) -> None:
    for pence in (20_000, 10_000):
        changed(money.cast.alys, pence)
    back = changed(money.elin, 15_000)
    assert back.holds_from is None  # looser than what holds now, whatever held before
    assert rules.policy().second_above_pence == 10_000
    assert FundPolicy.objects.count() == 3


def test_one_change_waits_at_a_time_and_can_be_dropped(money: Money) -> None:
    change = changed(money.cast.alys)
    with pytest.raises(errors.ChangeWaits):
        changed(money.elin, 300_000)
    actions.drop(who=who(money.elin), change_id=change.id)
    with pytest.raises(errors.SettledAlready):
        actions.agree(who=who(money.elin), change_id=change.id)
    assert rules.policy().second_above_pence == 25_000


def test_only_stewards_in_person_touch_the_limits(money: Money) -> None:
    change = changed(money.cast.alys)
    with pytest.raises(errors.StewardsOnly):
        changed(money.cast.bryn, 1)
    for act in (actions.agree, actions.drop):
        with pytest.raises(errors.StewardsOnly):
            act(who=who(money.cast.carys), change_id=change.id)
    for deed in ("agree", "drop"):
        answer = send(money, money.cast.carys, f"funds/limits/{change.id}/{deed}/", {})
        assert answer.status_code == HIDDEN
    assert rules.policy().second_above_pence == 25_000


def test_the_history_is_in_the_open_book_for_everyone(money: Money) -> None:
    assert "Nobody has changed them yet" in page(money, None, "funds/limits/")
    change = changed(money.cast.alys)
    assert "/funds/limits/" in page(money, None, "funds/")
    text = page(money, None, "funds/limits/")
    assert "A second person above £2,000" in text
    assert "It does not hold yet" in text
    assert money.cast.alys.name not in text
    assert "aros am ail stiward" in page(money, None, "funds/limits/", "cy")
    assert "Yes, let it hold" not in page(money, money.cast.alys, "funds/limits/")
    assert "Yes, let it hold" in page(money, money.elin, "funds/limits/")
    send(money, money.elin, f"funds/limits/{change.id}/agree/", {})
    assert "two stewards agreed" in page(money, None, "funds/limits/")
    row = next(export.limits())
    assert (row["second_above_pence"], row["loosens"], row["ended_at"]) == (200_000, True, None)
    assert money.cast.alys.name not in str(row)
    verbs = Entry.objects.filter(verb__startswith="fund.limits").order_by("id")
    assert list(verbs.values_list("verb", "public")) == [
        ("fund.limits_asked", True), ("fund.limits_set", True),
    ]  # fmt: skip


def test_a_large_sum_goes_back_to_the_giver_by_two(money: Money) -> None:
    alys, elin = who(money.cast.alys), who(money.elin)
    back = partial(give_back, fund_id=money.fund.id, proof=a_proof())
    for _twice in range(2):
        assert back(who=alys, pence=90_000) is None
    assert back(who=elin, pence=80_000) is None
    assert balance_of(money.fund.account_id).balance == GRANTED
    assert "wants to give £900 back" in page(money, money.elin, f"funds/{money.fund.id}/")
    assert Letter.objects.filter(kind="fund_return_waits", member=money.elin).exists()
    assert back(who=elin, pence=90_000)
    assert balance_of(money.fund.account_id).balance == GRANTED - 90_000
    assert back(who=alys, pence=1) is None  # small sums count together
    with pytest.raises(errors.NotSoMuchLeft):
        back(who=alys, pence=GRANTED)


def test_the_database_itself_wants_two_to_give_a_sum_back(money: Money) -> None:
    back = partial(give_back, fund_id=money.fund.id, proof=a_proof(), pence=90_000)
    for member in (money.cast.alys, money.elin):
        back(who=who(member))
    with pytest.raises(IntegrityError), transaction.atomic():
        GivingBack.objects.update(second_by=money.cast.alys)
