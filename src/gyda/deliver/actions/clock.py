"""What the clock does to exchanges: reminders, then an end without shame for anyone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions import post
from gyda.deliver.actions.moves import (
    Words,
    change,
    enter,
    itself,
    locked,
    move,
    next_reminder,
    note,
    take_up,
)
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import State
from gyda.deliver.models.steps import Kind
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.rules.exchange import Deed, waiting_for
from gyda.journal.actions import By
from gyda.people.models import Member
from gyda.people.who import Who

AT_A_TIME = 500


def lapse_due(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: close what both sides have let pass."""
    due = Exchange.objects.open().filter(hub_id=hub_id, lapses_at__lte=now)
    ids = list(due.order_by("lapses_at").values_list("id", flat=True)[:AT_A_TIME])
    return sum(lapse(exchange_id=exchange_id, now=now) for exchange_id in ids)


@transaction.atomic
def lapse(*, exchange_id: UUID, now: datetime.datetime) -> bool:
    """Close one exchange, if it is still due; tell whether it was."""
    exchange = locked(exchange_id)
    if not exchange.is_open or exchange.lapses_at is None or exchange.lapses_at > now:
        return False
    move(exchange, State.LAPSED, now)
    note(exchange, itself(), Kind.LAPSED, now, Words())
    enter(exchange, itself(), "lapsed")
    post.tell_both(exchange, "exchange_lapsed")
    return True


def remind_due(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: write to those whose turn it is."""
    due = Exchange.objects.open().filter(hub_id=hub_id, remind_at__lte=now)
    ids = list(due.order_by("remind_at").values_list("id", flat=True)[:AT_A_TIME])
    return sum(_remind_if_due(exchange_id, now) for exchange_id in ids)


@transaction.atomic
def _remind_if_due(exchange_id: UUID, now: datetime.datetime) -> bool:
    exchange = locked(exchange_id)
    if not exchange.is_open or exchange.remind_at is None or exchange.remind_at > now:
        return False
    _remind(exchange, itself(), now)
    return True


@transaction.atomic
def remind(*, who: Who, exchange_id: UUID, now: datetime.datetime | None = None) -> Exchange:
    """A connector has the letter go out now."""
    exchange = take_up(Deed.REMIND, who, exchange_id)
    return _remind(exchange, who, now or timezone.now())


def _remind(exchange: Exchange, by: By, now: datetime.datetime) -> Exchange:
    lapses = exchange.lapses_at or now
    change(exchange, remind_at=next_reminder(the_policy(), lapses, now))
    note(exchange, by, Kind.REMINDED, now, Words())
    enter(exchange, by, "reminded")
    for member in waiting_for(exchange):
        post.tell(exchange, member, "exchange_reminder")
    return exchange


@transaction.atomic
def end_for_leaver(member: Member) -> None:
    """Call off what a member who leaves had open; the other side is told."""
    now = timezone.now()
    ids = Exchange.objects.open().of(member).values_list("id", flat=True)
    for exchange_id in list(ids):
        exchange = locked(exchange_id)
        move(exchange, State.CANCELLED, now, {"handed_at": None})
        note(exchange, itself(), Kind.CANCELLED, now, Words())
        enter(exchange, itself(), "ended")
        post.tell(exchange, exchange.other(member), "exchange_ended")
