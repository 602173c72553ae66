"""Hours that nobody spends go back to the pot: told before, first in first out, never twice."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import deque
from typing import Any
from unittest.mock import patch
from uuid import uuid5

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.deliver.venues.actions import lapse
from gyda.deliver.venues.actions.rules import set_rules
from gyda.deliver.venues.models import Lapse, LapseNotice, VenueRules
from gyda.deliver.venues.queries.lapse import due_on, months_before
from gyda.deliver.venues.tests.builders import balance
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Transfer, Unit
from gyda.ledger.queries import balance_of, sums_of_book
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

FIRST = datetime.date(2026, 3, 1)


def noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def days_before(day: datetime.date, days: int) -> datetime.datetime:
    return noon(day - datetime.timedelta(days=days))


def got(member: Member, minutes: int, at: datetime.datetime) -> None:
    """Minutes below nothing are spent."""
    ends = [accounts.issue().id, accounts.member_account(member).id]
    debit, credit = ends if minutes > 0 else reversed(ends)
    ledger.transfer(
        key=uuid7(), debit=debit, credit=credit, amount=abs(minutes), kind="CORRECTION", now=at
    )


def hub_lets_go(kind: str = "EXPIRY", **fields: object) -> VenueRules:
    rules = {"expiry": kind, "expiry_months": 6, "returns_from": FIRST} | fields
    return VenueRules.objects.create(**rules)


def tick(cast: Cast, now: datetime.datetime) -> None:
    lapse.look_after(hub_id=cast.hub.id, now=now)


def pot() -> int:
    return balance_of(accounts.pot().id).balance


def test_old_hours_go_to_the_pot_after_three_letters(cast: Cast) -> None:
    hub_lets_go()
    got(cast.bryn, 120, days_before(FIRST, 200))
    got(cast.bryn, 60, days_before(FIRST, 100))
    for days in (61, 60, 45, 30, 8, 7, 3):
        tick(cast, days_before(FIRST, days))
    assert list(LapseNotice.objects.order_by("id").values_list("days", "minutes")) == [
        (60, 120), (30, 120), (7, 120)
    ]  # fmt: skip
    assert (balance(cast.bryn), pot()) == (180, 0)
    tick(cast, noon(FIRST))
    assert (balance(cast.bryn), pot()) == (60, 120)
    kinds = Letter.objects.filter(member=cast.bryn).order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["hours_ending"] * 3 + ["hours_ended"]


def test_a_tick_that_comes_again_moves_nothing_more(cast: Cast) -> None:
    hub_lets_go()
    got(cast.bryn, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    for hour in range(4):
        tick(cast, noon(FIRST) + datetime.timedelta(hours=hour))
    assert (Lapse.objects.count(), Transfer.objects.filter(kind="LAPSE").count()) == (1, 1)
    assert pot() == 120


def test_without_a_letter_a_week_before_no_hour_goes(cast: Cast) -> None:
    hub_lets_go()
    got(cast.bryn, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 5))  # the clock stood still until then
    tick(cast, noon(FIRST))
    assert balance(cast.bryn) == 120
    tick(cast, days_before(datetime.date(2026, 4, 1), 7))
    tick(cast, noon(datetime.date(2026, 4, 1)))
    assert balance(cast.bryn) == 0


def test_hours_that_are_spent_in_time_do_not_go(cast: Cast) -> None:
    hub_lets_go()
    got(cast.bryn, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    got(cast.bryn, -90, days_before(FIRST, 2))
    tick(cast, noon(FIRST))
    assert (balance(cast.bryn), pot()) == (0, 30)


def test_promised_hours_do_not_go(cast: Cast) -> None:
    hub_lets_go()
    got(cast.bryn, 120, days_before(FIRST, 200))
    ledger.hold(
        key=uuid7(), debit=accounts.member_account(cast.bryn).id, credit=accounts.retirement().id,
        amount=90, kind="VENUE", until=noon(FIRST) + datetime.timedelta(days=9),
    )  # fmt: skip
    tick(cast, days_before(FIRST, 7))
    tick(cast, noon(FIRST))
    assert (balance(cast.bryn), pot()) == (90, 30)


def test_no_more_goes_than_the_letter_said(cast: Cast) -> None:
    hub_lets_go("RETURN", return_percent=10, return_free_minutes=600)
    got(cast.bryn, 1_200, days_before(FIRST, 20))
    tick(cast, days_before(FIRST, 7))
    got(cast.bryn, 1_200, days_before(FIRST, 2))
    tick(cast, noon(FIRST))
    assert pot() == 60


def test_the_last_letter_told_in_time_counts(cast: Cast) -> None:
    hub_lets_go("RETURN", return_percent=10, return_free_minutes=0)
    got(cast.bryn, 1_200, days_before(FIRST, 90))
    tick(cast, days_before(FIRST, 30))
    got(cast.bryn, -900, days_before(FIRST, 20))
    tick(cast, days_before(FIRST, 7))
    got(cast.bryn, 900, days_before(FIRST, 2))
    tick(cast, noon(FIRST))
    assert list(LapseNotice.objects.order_by("id").values_list("minutes", flat=True))[:2] == [
        120, 30
    ]  # fmt: skip
    assert pot() == 30


def test_nobody_keeps_hours_from_going_back_by_taking_a_key_before(cast: Cast) -> None:
    hub_lets_go()
    for member in (cast.bryn, cast.carys):
        got(member, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    ends = accounts.issue().id, accounts.member_account(cast.dafydd).id
    for member in (cast.bryn, cast.carys):  # a form's key is whatever the browser sends
        key = uuid5(member.id, f"lapse {FIRST.isoformat()}")
        ledger.transfer(key=key, debit=ends[0], credit=ends[1], amount=1, kind="CORRECTION")
    tick(cast, noon(FIRST))
    assert (balance(cast.bryn), balance(cast.carys), pot()) == (0, 0, 240)


def test_an_account_that_cannot_pay_keeps_nobody_else_waiting(cast: Cast) -> None:
    hub_lets_go()
    for member in (cast.bryn, cast.carys):
        got(member, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    first = min((cast.bryn, cast.carys), key=lambda member: member.id)
    move = ledger.transfer

    def full(**asked: Any) -> Transfer:
        if asked["debit"] == accounts.member_account(first).id:
            raise NotEnough(account=asked["debit"])
        return move(**asked)

    with patch.object(lapse.ledger, "transfer", full):
        tick(cast, noon(FIRST))
    assert (balance(first), pot()) == (120, 120)


def test_a_part_goes_each_month_and_some_is_never_asked_back(cast: Cast) -> None:
    hub_lets_go("RETURN", return_percent=50, return_free_minutes=600)
    got(cast.bryn, 1_000, days_before(FIRST, 90))
    got(cast.carys, 600, days_before(FIRST, 90))
    for month in (3, 4, 5):
        first = datetime.date(2026, month, 1)
        for days in (60, 30, 7, 0):
            tick(cast, days_before(first, days))
    assert (balance(cast.bryn), balance(cast.carys), pot()) == (650, 600, 350)
    told = LapseNotice.objects.order_by("on", "-days").values_list("on", "days")
    assert [days for on, days in told if on == FIRST] == [60, 30, 7]
    assert [days for on, days in told if on != FIRST][:2] == [7, 7]


def test_a_rule_comes_into_force_after_sixty_days_at_the_earliest(cast: Cast) -> None:
    now = noon(datetime.date(2026, 1, 20))
    rules = set_rules(who=who(cast.alys), rules={"expiry": "EXPIRY"}, now=now)
    assert rules.returns_from == datetime.date(2026, 4, 1)
    same = set_rules(who=who(cast.alys), rules={"cancel_hours": 12}, now=noon(FIRST))
    assert same.returns_from == datetime.date(2026, 4, 1)
    got(cast.bryn, 120, noon(datetime.date(2024, 1, 1)))
    tick(cast, days_before(FIRST, 7))
    tick(cast, noon(FIRST))
    assert balance(cast.bryn) == 120


def test_a_process_killed_half_way_ends_the_same_when_it_starts_again(cast: Cast) -> None:
    hub_lets_go()
    members = [a_member(cast.hub, f"Aelod {number}") for number in range(5)]
    for member in members:
        got(member, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    calls = 0

    def killed(*args: object, **kwargs: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt

    with patch.object(lapse, "tell", killed), pytest.raises(KeyboardInterrupt):
        tick(cast, noon(FIRST))
    assert pot() == 240  # two are done, the third left no trace
    tick(cast, noon(FIRST))
    assert ([balance(member) for member in members], pot()) == ([0] * 5, 600)
    assert Lapse.objects.count() == 5


def test_what_is_spent_at_the_same_moment_is_not_taken_too(cast: Cast) -> None:
    rules = hub_lets_go()
    got(cast.bryn, 120, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    got(cast.bryn, -120, days_before(FIRST, 1))
    with pytest.raises(lapse.ChangedMeanwhile):  # reckoned before it was spent, moved after
        lapse._move(rules, cast.bryn, FIRST, 120, noon(FIRST))
    assert (balance(cast.bryn), pot()) == (0, 0)


MOVES = st.lists(st.tuples(st.integers(0, 400), st.integers(-300, 300)), max_size=12)


def left_by_queue(moves: list[tuple[int, int]], since: datetime.datetime) -> int:
    """The slow way: every hour stands in a queue, the first in are the first out."""
    queue: deque[list[object]] = deque()
    debt = 0
    for days, minutes in sorted(moves, key=lambda move: -move[0]):
        at = days_before(FIRST, days)
        if minutes > 0:
            paid = min(debt, minutes)
            debt -= paid
            if minutes > paid:
                queue.append([at, minutes - paid])
        out = max(-minutes, 0)
        while out and queue:
            used = min(out, queue[0][1])
            queue[0][1] -= used
            out -= used
            if not queue[0][1]:
                queue.popleft()
        debt += out
    return sum(minutes for at, minutes in queue if at < since)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES)
def test_what_is_due_is_what_a_queue_would_have_left(
    cast: Cast, moves: list[tuple[int, int]]
) -> None:
    moves = [(days, minutes) for days, minutes in moves if minutes]
    member = a_member(cast.hub)
    account = accounts.member_account(member)
    type(account).objects.filter(id=account.id).update(floor=-100_000, ceiling=None, limits=None,
        soft_floor=None, soft_ceiling=None)  # fmt: skip
    account.pockets.update(floor=-100_000, ceiling=None)
    for days, minutes in sorted(moves, key=lambda move: -move[0]):
        got(member, minutes, days_before(FIRST, days))
    rules = VenueRules(expiry="EXPIRY", expiry_months=6)
    since = months_before(FIRST, 6)
    start = timezone.make_aware(datetime.datetime.combine(since, datetime.time()))
    assert due_on(rules, FIRST, [member.id]).get(member.id, 0) == left_by_queue(moves, start)


def test_nothing_vanishes(cast: Cast) -> None:
    hub_lets_go()
    for member, minutes in ((cast.bryn, 120), (cast.carys, 300)):
        got(member, minutes, days_before(FIRST, 200))
    tick(cast, days_before(FIRST, 7))
    tick(cast, noon(FIRST))
    sums = sums_of_book(Unit.MINUTES)
    assert (sums.issued, sums.with_members, sums.in_pot) == (420, 0, 420)
