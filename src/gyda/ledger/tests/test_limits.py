"""Limits bind as far as a balance allows, and an account closes only when nothing is promised."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions, errors
from gyda.ledger.actions.closing import look_after
from gyda.ledger.actions.limits import (
    Limits,
    OutOfOrder,
    StewardsOnly,
    apply_limits,
    follow_group,
    set_group_limits,
    set_limits,
)
from gyda.ledger.models import Account, LimitGroup, Pocket
from gyda.ledger.queries import balance_of
from gyda.ledger.tests.builders import an_account, funded, moved
from gyda.ledger.verify import check_book
from gyda.people.models.member import State
from gyda.people.tests.builders import Cast, an_organisation, who

NARROW = Limits(floor=-60, soft_floor=-30, soft_ceiling=30, ceiling=60)


def test_a_group_s_limits_change_for_all_who_follow_it(cast: Cast) -> None:
    alys, own = an_account(cast.alys), an_account(cast.bryn, floor=-5)
    group = set_group_limits(who=who(cast.alys), group=LimitGroup.objects.get(), limits=NARROW)
    assert (balance_of(alys.id).floor, balance_of(alys.id).soft_ceiling) == (-60, 30)
    assert balance_of(own.id).floor == -5
    assert Entry.objects.get(verb="limits.changed").about_id == group.id


def test_a_tighter_limit_binds_as_far_as_the_balance_allows(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    moved(bryn.id, alys.id, 100)
    set_group_limits(who=who(cast.alys), group=LimitGroup.objects.get(), limits=NARROW)
    assert (balance_of(bryn.id).floor, balance_of(alys.id).ceiling) == (-100, 100)
    moved(alys.id, bryn.id, 70)
    assert apply_limits() == 2
    assert (balance_of(bryn.id).floor, balance_of(alys.id).ceiling) == (-60, 60)
    assert apply_limits() == 0


def test_one_account_has_limits_of_its_own_and_can_go_back(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), who(cast.alys)
    set_limits(who=bryn, account=alys, limits=Limits(floor=0))
    assert (balance_of(alys.id).floor, balance_of(alys.id).ceiling) == (0, None)
    follow_group(who=bryn, account=alys, group=LimitGroup.objects.get())
    assert balance_of(alys.id).ceiling == 60 * 60


def test_only_a_steward_changes_limits(cast: Cast) -> None:
    with pytest.raises(StewardsOnly):
        set_limits(who=who(cast.carys), account=an_account(cast.alys), limits=NARROW)


def test_limits_go_up_from_one_to_the_next(cast: Cast) -> None:
    with pytest.raises(OutOfOrder):
        set_limits(who=who(cast.alys), account=an_account(cast.alys), limits=Limits(5, 3))


def test_the_database_itself_keeps_floor_and_ceiling(cast: Cast) -> None:
    alys = an_account(cast.alys, floor=-60, ceiling=60)
    for balance in (-61, 61):
        with pytest.raises(IntegrityError), transaction.atomic():
            Pocket.objects.filter(account=alys).update(balance=balance)


def test_an_account_that_closes_leaves_its_hours_to_the_pot(cast: Cast) -> None:
    alys, key = funded(an_account(cast.alys), 45), uuid7()
    actions.close_account(key=key, account=alys.id)
    assert actions.close_account(key=key, account=alys.id).closed_at
    assert balance_of(accounts.pot().id).balance == 45
    with pytest.raises(errors.AccountClosed):
        funded(alys, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pocket.objects.filter(account=alys).update(balance=1)


def test_the_hub_carries_what_a_closing_account_lacks(cast: Cast) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    moved(bryn.id, alys.id, 45)
    actions.close_account(key=uuid7(), account=bryn.id)
    assert balance_of(accounts.issue().id).balance == -45
    assert check_book(cast.hub.id).agrees


def test_a_closed_account_opens_again(cast: Cast) -> None:
    alys = an_account(cast.alys)
    actions.close_account(key=uuid7(), account=alys.id)
    actions.reopen_account(account=alys.id)
    assert balance_of(funded(alys, 5).id).balance == 5


def test_a_wide_account_closes_with_all_that_lies_in_its_lanes(cast: Cast) -> None:
    chapel = accounts.organisation_account(an_organisation(cast.hub, "Capel"))
    funded(chapel, 45)
    actions.close_account(key=uuid7(), account=chapel.id)
    assert balance_of(accounts.pot().id).balance == 45
    with pytest.raises(errors.AccountClosed):
        funded(chapel, 1)


def test_what_is_promised_keeps_an_account_open(cast: Cast) -> None:
    alys, bryn, now = an_account(cast.alys), an_account(cast.bryn), timezone.now()
    fields = {"debit": bryn.id, "credit": alys.id, "amount": 30, "kind": "CORRECTION"}
    actions.hold(key=uuid7(), until=now + timedelta(days=1), **fields)
    with pytest.raises(errors.HoldsOpen):
        actions.close_account(key=uuid7(), account=bryn.id)
    cast.bryn.state = State.LEFT
    cast.bryn.save()
    look_after(hub_id=cast.hub.id, now=now)
    assert Account.objects.get(id=bryn.id).closed_at is None
    look_after(hub_id=cast.hub.id, now=now + timedelta(days=1))
    assert Account.objects.get(id=bryn.id).closed_at is not None
    assert Account.objects.get(id=alys.id).closed_at is None


def test_closing_or_opening_what_is_not_there_says_so(cast: Cast) -> None:
    with pytest.raises(errors.UnknownAccount):
        actions.close_account(key=uuid7(), account=uuid7())
    with pytest.raises(errors.UnknownAccount):
        actions.reopen_account(account=uuid7())
