"""Whatever is done, in whatever order: the ledger and the auditor agree to the minute."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts, actions, errors
from gyda.ledger.actions.limits import Limits, apply_limits, set_limits
from gyda.ledger.models import Account, Pocket, Unit
from gyda.ledger.queries import balances
from gyda.ledger.tests.auditor import Auditor, Line, Purse
from gyda.ledger.tests.builders import an_account
from gyda.ledger.verify import check_book
from gyda.people.tests.builders import a_cast, an_organisation, who

KIND = "CORRECTION"
LANES = 3
WHICH = st.integers(0, 7)
AMOUNTS = st.integers(0, 60)
DAY = timedelta(days=1)


class Book(RuleBasedStateMachine):
    """Does everything that can be done to a book, twice: in the ledger and with the auditor."""

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.cast = a_cast()
        self.hub = in_hub(self.cast.hub.id)
        self.hub.__enter__()
        self.now = timezone.now()

    def teardown(self) -> None:
        report = check_book(self.cast.hub.id)
        self.hub.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)
        assert report.lines() == []

    @initialize()
    def open_accounts(self) -> None:
        cast = self.cast
        narrow = [
            an_account(cast.alys, floor=-50, ceiling=80),
            an_account(cast.bryn, floor=-50, ceiling=80),
            an_account(cast.carys, floor=0, ceiling=None),
            an_account(cast.dafydd, floor=-10, ceiling=30),
        ]
        chapel = an_organisation(cast.hub, "Capel")
        wide = [accounts.pot(), accounts.organisation_account(chapel), accounts.issue()]
        for account in wide:
            _widen(account)
        money = accounts.organisation_account(chapel, unit=Unit.PENCE)
        self.keys = [account.id for account in (*narrow, *wide, money)]
        self.auditor = Auditor(
            {a.id: Purse(a.unit, a.floor, a.ceiling) for a in (*narrow, *wide, money)}
        )

    def _do(self, trouble: set[Any], lines: dict[UUID, Line], act: Callable[[], Any]) -> None:
        """Expect one of the troubles, or else that the lines are entered."""
        if trouble:
            with pytest.raises(tuple(trouble)):
                act()
            return
        done = act()
        for key, line in lines.items():
            self.auditor.enter(key, line)
        found = done if isinstance(done, list) else [done]
        assert [row.id for row in found] == list(lines)

    @rule(debit=WHICH, credit=WHICH, amount=AMOUNTS)
    def transfer(self, debit: int, credit: int, amount: int) -> None:
        key, line = uuid7(), Line(self.keys[debit], self.keys[credit], amount)
        self._do(self.auditor.trouble([line]), {key: line}, lambda: _send(key, line))

    @rule(moves=st.lists(st.tuples(WHICH, WHICH, AMOUNTS), min_size=1, max_size=5), data=st.data())
    def transfer_many(self, moves: list[tuple[int, int, int]], data: st.DataObject) -> None:
        lines = {uuid7(): Line(self.keys[d], self.keys[c], amount) for d, c, amount in moves}
        orders = [actions.Order(key, x.debit, x.credit, x.amount, KIND) for key, x in lines.items()]
        trouble = self.auditor.trouble(list(lines.values()))
        self._do(trouble, lines, lambda: actions.transfer_many(orders=orders))
        if not trouble and data.draw(st.booleans()):
            assert [t.id for t in actions.transfer_many(orders=orders)] == list(lines)

    @rule(debit=WHICH, credit=WHICH, amount=AMOUNTS, days=st.integers(1, 3))
    def hold(self, debit: int, credit: int, amount: int, days: int) -> None:
        until = self.now + days * DAY
        key, line = uuid7(), Line(self.keys[debit], self.keys[credit], amount, "HOLD", None, until)
        self._do(self.auditor.trouble([line]), {key: line}, lambda: _send(key, line))

    @precondition(lambda self: self._holds())
    @rule(data=st.data(), amount=st.none() | st.integers(1, 70))
    def post(self, data: st.DataObject, amount: int | None) -> None:
        hold = data.draw(st.sampled_from(self._holds()))
        first = self.auditor.lines[hold]
        moved = first.amount if amount is None else amount
        trouble: set[Any] = set()
        if moved > first.amount:
            trouble.add(errors.MoreThanHeld)
        if hold in self.auditor.settled:
            trouble.add(errors.HoldResolved)
        if first.until is not None and first.until <= self.now:
            trouble.add(errors.HoldExpired)
        key, line = uuid7(), Line(first.debit, first.credit, moved, "POST", hold)
        self._do(trouble | self._shut(line), {key: line}, lambda: self._post(key, hold, amount))

    def _post(self, key: UUID, hold: UUID, amount: int | None) -> Any:
        return actions.post_hold(key=key, hold=hold, amount=amount, now=self.now)

    @precondition(lambda self: self._holds())
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        hold = data.draw(st.sampled_from(self._holds()))
        first, key = self.auditor.lines[hold], uuid7()
        line = Line(first.debit, first.credit, first.amount, "RELEASE", hold)
        trouble = {errors.HoldResolved} if hold in self.auditor.settled else set()
        self._do(
            trouble | self._shut(line),
            {key: line},
            lambda: actions.release_hold(key=key, hold=hold),
        )

    @rule(days=st.integers(0, 2))
    def time_goes_by(self, days: int) -> None:
        self.now += days * DAY
        over = [k for k in self._holds() if self.auditor.lines[k].until <= self.now]  # type: ignore[operator]
        over = [key for key in over if key not in self.auditor.settled]
        assert actions.expire_holds(now=self.now) == len(over)
        for key in over:
            first = self.auditor.lines[key]
            self.auditor.enter(
                uuid7(), Line(first.debit, first.credit, first.amount, "EXPIRE", key)
            )

    @precondition(lambda self: self.auditor.lines)
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        of = data.draw(st.sampled_from(sorted(self.auditor.lines)))
        first, key = self.auditor.lines[of], uuid7()
        line = Line(first.credit, first.debit, first.amount, "POSTED", of)
        trouble: set[Any] = self.auditor.trouble([line])
        is_move = first.phase == "POST" or (first.phase == "POSTED" and first.of is None)
        if not is_move:
            trouble = {errors.CannotReverse, *self._lost(of)}
        if of in self.auditor.settled:
            trouble.add(errors.AlreadyReversed)
        self._do(trouble, {key: line}, lambda: actions.reverse(key=key, transfer=of))

    @precondition(lambda self: self._resendable())
    @rule(data=st.data(), more=st.integers(0, 3))
    def send_again(self, data: st.DataObject, more: int) -> None:
        key = data.draw(st.sampled_from(self._resendable()))
        line = self.auditor.lines[key]
        again = Line(line.debit, line.credit, line.amount + more, line.phase, None, line.until)
        if not more:
            assert _send(key, again).id == key
            return
        with pytest.raises(errors.DifferentContent) as caught:
            _send(key, again)
        assert caught.value.differs == "amount"

    @rule(
        which=st.integers(0, 3), floor=st.integers(-60, 0), ceiling=st.none() | st.integers(1, 90)
    )
    def change_limits(self, which: int, floor: int, ceiling: int | None) -> None:
        purse = self.auditor.purses[self.keys[which]]
        account = Account.objects.get(id=self.keys[which])
        limits = Limits(floor=floor, ceiling=ceiling)
        set_limits(who=who(self.cast.alys), account=account, limits=limits)
        purse.goal = (floor, ceiling)
        purse.apply_goal()

    @rule()
    def tick(self) -> None:
        apply_limits()
        for purse in self.auditor.purses.values():
            purse.apply_goal()

    @rule(which=st.integers(0, 5))
    def close(self, which: int) -> None:
        account, pot = self.keys[which], self.keys[4]
        purse, key = self.auditor.purses[account], uuid7()
        if not purse.is_open or account == pot:
            return
        line = Line(account, pot, purse.balance)
        if purse.balance < 0:
            line = Line(self.keys[6], account, -purse.balance)
        if purse.held or purse.due:
            with pytest.raises(errors.HoldsOpen):
                actions.close_account(key=key, account=account)
            return
        actions.close_account(key=key, account=account)
        if line.amount:
            self.auditor.enter(key, line)
        purse.is_open = False

    @rule(which=st.integers(0, 5))
    def reopen(self, which: int) -> None:
        actions.reopen_account(account=self.keys[which])
        self.auditor.purses[self.keys[which]].is_open = True

    @rule(which=st.integers(4, 6), lane=st.integers(1, LANES), amount=st.integers(0, 30))
    def scatter(self, which: int, lane: int, amount: int) -> None:
        """Move what lies in a wide account's pocket 0 to a lane, as if it had been paid there."""
        pockets = Pocket.objects.filter(account_id=self.keys[which])
        first, other = pockets.get(number=0), pockets.filter(number=lane).first()
        if other is None or first.balance - first.held < amount:
            return
        Pocket.objects.filter(id=first.id).update(balance=first.balance - amount)
        Pocket.objects.filter(id=other.id).update(balance=other.balance + amount)

    @invariant()
    def the_auditor_agrees(self) -> None:
        if not hasattr(self, "auditor"):
            return
        found = balances(self.keys)
        for key, purse in self.auditor.purses.items():
            mine = (purse.balance, purse.held, purse.due, purse.floor, purse.ceiling)
            theirs = found[key]
            assert (self.keys.index(key), *mine) == (
                self.keys.index(key),
                theirs.balance, theirs.held, theirs.due, theirs.floor, theirs.ceiling
            )  # fmt: skip
        assert sum(one.balance for one in found.values()) == 0

    def _holds(self) -> list[UUID]:
        return sorted(key for key, line in self.auditor.lines.items() if line.phase == "HOLD")

    def _resendable(self) -> list[UUID]:
        plain = ("POSTED", "HOLD")
        lines = self.auditor.lines.items()
        return sorted(
            k
            for k, line in lines
            if line.phase in plain and line.of is None and k not in self._closings()
        )

    def _closings(self) -> set[UUID]:
        from gyda.ledger.models import Transfer

        return set(Transfer.objects.filter(kind="CLOSING").values_list("id", flat=True))

    def _lost(self, key: UUID) -> set[Any]:
        """An expiry's key is the ledger's own, so the auditor's name for it is not known there."""
        return {errors.UnknownTransfer} if self.auditor.lines[key].phase == "EXPIRE" else set()

    def _shut(self, line: Line) -> set[Any]:
        both = (self.auditor.purses[line.debit], self.auditor.purses[line.credit])
        return set() if all(purse.is_open for purse in both) else {errors.AccountClosed}


def _send(key: UUID, line: Line) -> Any:
    fields = {"key": key, "debit": line.debit, "credit": line.credit, "amount": line.amount}
    if line.phase == "HOLD":
        assert line.until
        return actions.hold(kind=KIND, until=line.until, **fields)
    return actions.transfer(kind=KIND, **fields)


def _widen(account: Account) -> None:
    """Give an account lanes on either engine, though only PostgreSQL pays into them."""
    Pocket.objects.filter(account=account, number__gt=LANES).delete()
    Account.objects.filter(id=account.id).update(lanes=LANES)
    account.lanes = LANES
    stored = set(Pocket.objects.filter(account=account).values_list("number", flat=True))
    Pocket.objects.bulk_create(p for p in accounts.pockets_of(account) if p.number not in stored)


@pytest.mark.slow
def test_ledger_and_auditor_agree(db: None) -> None:
    run_state_machine_as_test(
        Book,
        settings=settings(
            max_examples=30,
            stateful_step_count=40,
            deadline=None,
            print_blob=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
