"""Hours move once, within limits, or not at all."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from datetime import timedelta

import pytest
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions, errors
from gyda.ledger.models import Transfer, Unit
from gyda.ledger.queries import balance_of, sums_of_book
from gyda.ledger.tests.builders import an_account, funded, moved
from gyda.people.tests.builders import Cast, an_organisation


def test_the_giver_is_credited_and_the_receiver_debited(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    transfer = moved(bryn.id, alys.id, 90)
    assert balance_of(alys.id).balance == 90
    assert balance_of(bryn.id).balance == -90
    assert transfer == Transfer.objects.get()
    assert transfer.unit == Unit.MINUTES


def test_a_newcomer_can_ask_at_once(cast: Cast) -> None:
    assert balance_of(an_account(cast.bryn).id).available == 20 * 60


def test_the_same_order_again_gives_the_same_transfer(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    first = moved(bryn.id, alys.id, 90)
    again = moved(bryn.id, alys.id, 90, key=first.id)
    assert (again.id, again.at) == (first.id, first.at)
    assert balance_of(alys.id).balance == 90


def test_the_same_order_again_is_known_even_when_it_would_now_be_refused(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn, floor=-100)
    first = moved(bryn.id, alys.id, 90)
    assert moved(bryn.id, alys.id, 90, key=first.id) == first


@pytest.mark.parametrize(("field", "value"), [("amount", 60), ("kind", "ISSUE")])
def test_the_same_key_for_something_else_names_the_field(
    cast: Cast, field: str, value: object
) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    content = {"debit": bryn.id, "credit": alys.id, "amount": 90, "kind": "CORRECTION"}
    first = actions.transfer(key=uuid7(), **content)
    with pytest.raises(errors.DifferentContent) as caught:
        actions.transfer(key=first.id, **(content | {field: value}))
    assert caught.value.differs == field


def test_nobody_goes_below_the_floor(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn, floor=-60)
    moved(bryn.id, alys.id, 60)
    with pytest.raises(errors.NotEnough) as caught:
        moved(bryn.id, alys.id, 1)
    assert caught.value.account == bryn.id
    assert Transfer.objects.count() == 1


def test_nobody_goes_above_the_ceiling(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys, ceiling=60), an_account(cast.bryn)
    with pytest.raises(errors.TooMuch):
        moved(bryn.id, alys.id, 61)
    moved(bryn.id, alys.id, 60)


def test_a_refusal_leaves_the_transaction_usable(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn, floor=0)
    with pytest.raises(errors.NotEnough):
        moved(bryn.id, alys.id, 1)
    funded(bryn, 1)
    moved(bryn.id, alys.id, 1)
    assert balance_of(alys.id).balance == 1


def test_hours_and_money_do_not_mix(cast: Cast) -> None:
    hours, money = an_account(cast.alys), accounts.issue(unit=Unit.PENCE)
    with pytest.raises(errors.UnitsDiffer):
        moved(money.id, hours.id, 1)


def test_an_account_of_another_hub_is_unknown(cast: Cast) -> None:
    alys = an_account(cast.alys)
    with in_hub(cast.other_hub.id):
        eira = an_account(cast.eira)
    with pytest.raises(errors.UnknownAccount):
        moved(alys.id, eira.id, 1)


@pytest.mark.parametrize("amount", [0, -5])
def test_an_amount_is_more_than_nothing(cast: Cast, amount: int) -> None:
    with pytest.raises(errors.NotPositive):
        moved(an_account(cast.alys).id, an_account(cast.bryn).id, amount)


def test_an_unknown_kind_is_a_mistake_of_ours(cast: Cast) -> None:
    with pytest.raises(ValueError, match="WHATEVER"):
        moved(an_account(cast.alys).id, an_account(cast.bryn).id, 1, kind="WHATEVER")


def test_the_pot_spends_what_many_have_paid_in(cast: Cast) -> None:
    alys, bryn, pot = an_account(cast.alys), an_account(cast.bryn), accounts.pot()
    for member in (alys, bryn, alys):
        moved(member.id, pot.id, 10)
    assert balance_of(pot.id).balance == 30
    moved(pot.id, bryn.id, 29)
    with pytest.raises(errors.NotEnough):
        moved(pot.id, bryn.id, 2)
    assert balance_of(pot.id).balance == 1


def test_wide_accounts_pay_each_other(cast: Cast) -> None:
    pot, chapel = accounts.pot(), accounts.organisation_account(an_organisation(cast.hub, "Capel"))
    funded(pot, 50)
    moved(pot.id, chapel.id, 30)
    moved(chapel.id, pot.id, 10)
    assert (balance_of(pot.id).balance, balance_of(chapel.id).balance) == (30, 20)
    assert balance_of(accounts.issue().id).balance == -50


def test_many_are_all_or_nothing(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys, floor=0), an_account(cast.bryn, ceiling=50)
    order = actions.Order(uuid7(), accounts.issue().id, alys.id, 40, "ISSUE")
    too_much = actions.Order(uuid7(), accounts.issue().id, bryn.id, 51, "ISSUE")
    with pytest.raises(errors.TooMuch) as caught:
        actions.transfer_many(orders=[order, too_much])
    assert caught.value.account == bryn.id
    assert Transfer.objects.count() == 0


def test_one_can_pay_with_what_comes_in_the_same_go(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys, floor=0), an_account(cast.bryn, floor=0)
    orders = [
        actions.Order(uuid7(), alys.id, bryn.id, 40, "ISSUE"),
        actions.Order(uuid7(), accounts.issue().id, alys.id, 40, "ISSUE"),
    ]
    assert [t.id for t in actions.transfer_many(orders=orders)] == [o.key for o in orders]
    assert actions.transfer_many(orders=orders) == actions.transfer_many(orders=orders)
    assert balance_of(bryn.id).balance == 40
    assert balance_of(alys.id).balance == 0


def test_many_with_one_key_used_for_something_else_store_nothing(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    first = moved(bryn.id, alys.id, 90)
    orders = [
        actions.Order(uuid7(), bryn.id, alys.id, 5, "CORRECTION"),
        actions.Order(first.id, bryn.id, alys.id, 91, "CORRECTION"),
    ]
    with pytest.raises(errors.DifferentContent):
        actions.transfer_many(orders=orders)
    assert Transfer.objects.count() == 1


def test_issue_goes_to_many_at_once(cast: Cast) -> None:
    members = [an_account(m) for m in (cast.alys, cast.bryn, cast.carys)]
    actions.issue_many(amounts={uuid7(): (account.id, 60) for account in members})
    assert [balance_of(account.id).balance for account in members] == [60, 60, 60]
    assert balance_of(accounts.issue().id).balance == -180


def test_a_transfer_is_undone_once(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    first, key = moved(bryn.id, alys.id, 90), uuid7()
    undone = actions.reverse(key=key, transfer=first.id)
    assert actions.reverse(key=key, transfer=first.id) == undone
    assert balance_of(alys.id).balance == 0
    with pytest.raises(errors.AlreadyReversed):
        actions.reverse(key=uuid7(), transfer=first.id)
    with pytest.raises(errors.CannotReverse):
        actions.reverse(key=uuid7(), transfer=undone.id)


def test_undoing_what_is_not_there_says_so(cast: Cast) -> None:
    with pytest.raises(errors.UnknownTransfer):
        actions.reverse(key=uuid7(), transfer=uuid7())


SOON = timedelta(days=7)


def test_a_hold_keeps_hours_for_the_receiver(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys, ceiling=100), an_account(cast.bryn, floor=-100)
    until = timezone.now() + SOON
    fields = {"debit": bryn.id, "credit": alys.id, "kind": "CORRECTION", "until": until}
    actions.hold(key=uuid7(), amount=60, **fields)
    assert (balance_of(bryn.id).balance, balance_of(bryn.id).available) == (0, 40)
    assert balance_of(alys.id).room == 40
    with pytest.raises(errors.NotEnough):
        actions.hold(key=uuid7(), amount=41, **fields)


def a_hold(cast: Cast, amount: int = 60) -> Transfer:
    return actions.hold(
        key=uuid7(),
        debit=an_account(cast.bryn).id,
        credit=an_account(cast.alys).id,
        amount=amount,
        kind="CORRECTION",
        until=timezone.now() + SOON,
    )


def test_a_hold_is_posted_in_part_and_only_once(cast: Cast) -> None:
    hold, key = a_hold(cast), uuid7()
    posted = actions.post_hold(key=key, hold=hold.id, amount=45)
    assert actions.post_hold(key=key, hold=hold.id, amount=45) == posted
    payer, receiver = balance_of(hold.debit_id), balance_of(hold.credit_id)
    assert (payer.balance, payer.held, receiver.balance, receiver.due) == (-45, 0, 45, 0)
    with pytest.raises(errors.HoldResolved):
        actions.release_hold(key=uuid7(), hold=hold.id)
    with pytest.raises(errors.DifferentContent) as caught:
        actions.post_hold(key=key, hold=hold.id, amount=30)
    assert caught.value.differs == "amount"


def test_a_posted_hold_can_be_undone(cast: Cast) -> None:
    hold = a_hold(cast)
    posted = actions.post_hold(key=uuid7(), hold=hold.id)
    actions.reverse(key=uuid7(), transfer=posted.id)
    assert balance_of(hold.debit_id).balance == 0
    with pytest.raises(errors.CannotReverse):
        actions.reverse(key=uuid7(), transfer=hold.id)


def test_a_hold_is_given_back(cast: Cast) -> None:
    hold = a_hold(cast)
    actions.release_hold(key=uuid7(), hold=hold.id)
    assert (balance_of(hold.debit_id).held, balance_of(hold.credit_id).due) == (0, 0)


def test_no_more_than_the_hold_is_posted(cast: Cast) -> None:
    with pytest.raises(errors.MoreThanHeld):
        actions.post_hold(key=uuid7(), hold=a_hold(cast).id, amount=61)


def test_a_hold_runs_out(cast: Cast) -> None:
    hold, kept = a_hold(cast), a_hold(cast, 5)
    later = timezone.now() + SOON
    Transfer.objects.filter(id=kept.id).update(until=later + SOON)
    with pytest.raises(errors.HoldExpired):
        actions.post_hold(key=uuid7(), hold=hold.id, now=later)
    assert actions.expire_holds(now=later) == 1
    assert actions.expire_holds(now=later) == 0
    assert balance_of(hold.debit_id).held == 5


def test_a_hold_for_the_pot_is_due_there(cast: Cast) -> None:
    bryn, pot = an_account(cast.bryn), accounts.pot()
    hold = actions.hold(
        key=uuid7(),
        debit=bryn.id,
        credit=pot.id,
        amount=60,
        kind="CORRECTION",
        until=timezone.now() + SOON,
    )
    assert balance_of(pot.id).due == 60
    actions.post_hold(key=uuid7(), hold=hold.id, amount=20)
    assert (balance_of(pot.id).due, balance_of(pot.id).balance) == (0, 20)


def test_what_lies_in_a_pool_is_granted_but_not_yet_issued(cast: Cast) -> None:
    landlord = cast.dafydd.organisation
    pool, member = accounts.pool(landlord), accounts.member_account(cast.bryn)
    assert pool.id != accounts.organisation_account(landlord).id
    moved(accounts.issue().id, pool.id, 600)
    assert (sums_of_book("MINUTES").issued, sums_of_book("MINUTES").in_pools) == (0, 600)
    moved(pool.id, member.id, 180)
    with pytest.raises(errors.NotEnough):
        moved(pool.id, member.id, 421)
    sums = sums_of_book("MINUTES")
    assert (sums.issued, sums.in_pools, sums.with_members) == (180, 420, 180)
