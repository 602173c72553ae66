"""After it is done: both say the hours, and the hours move when they say the same."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions import post
from gyda.deliver.actions.moves import Words, change, enter, move, note, take_up
from gyda.deliver.actions.payment import pay, take_back
from gyda.deliver.errors.exchange import ChangedMeanwhile, NoReason
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import State
from gyda.deliver.models.steps import Kind
from gyda.deliver.rules.exchange import Deed
from gyda.deliver.rules.terms import check_minutes
from gyda.people.who import Who


@transaction.atomic
def say_hours(
    *, who: Who, exchange_id: UUID, minutes: int, now: datetime.datetime | None = None
) -> Exchange:
    """Say how long it took, or 0 if it did not happen."""
    now = now or timezone.now()
    exchange = take_up(Deed.SAY, who, exchange_id)
    check_minutes(minutes, least=0)
    _say(exchange, who, minutes, now)
    note(exchange, who, Kind.SAID, now, Words(), minutes=minutes)
    return _told(exchange, who, minutes)


@transaction.atomic
def accept_figure(
    *, who: Who, exchange_id: UUID, minutes: int, now: datetime.datetime | None = None
) -> Exchange:
    """Go with the hours that the other side said, as they were read."""
    now = now or timezone.now()
    exchange = take_up(Deed.ACCEPT, who, exchange_id)
    if exchange.said_by(exchange.other(who.subject)) != minutes:
        raise ChangedMeanwhile
    _say(exchange, who, minutes, now)
    note(exchange, who, Kind.SAID, now, Words(), minutes=minutes)
    return _told(exchange, who, minutes)


def _say(exchange: Exchange, who: Who, minutes: int, now: datetime.datetime) -> Exchange:
    is_giver = who.subject.id == exchange.giver_id
    said = {"giver_said" if is_giver else "receiver_said": minutes}
    theirs = exchange.said_by(exchange.other(who.subject))
    if theirs is None:
        return move(exchange, State.DONE, now, said)
    if theirs != minutes:
        return move(exchange, State.DIFFERING, now, said)
    return settle(exchange, minutes, now, said)


def settle(
    exchange: Exchange, minutes: int, now: datetime.datetime, said: dict[str, int]
) -> Exchange:
    """Pay what both say; nothing is paid for what both say did not happen."""
    if minutes:
        return pay(exchange, minutes, now, said)
    return move(exchange, State.CANCELLED, now, said)


VERBS = {
    State.DONE: "said",
    State.DIFFERING: "differed",
    State.CONFIRMED: "confirmed",
    State.CANCELLED: "cancelled",
}


def _told(exchange: Exchange, who: Who, minutes: int) -> Exchange:
    verb = VERBS[State(exchange.state)]
    transfer = {"transfer": str(exchange.transfer_id)} if exchange.transfer_id else {}
    enter(exchange, who, verb, minutes=minutes, **transfer)
    post.tell_other(exchange, who, f"exchange_{verb}")
    return exchange


@transaction.atomic
def hand_over(
    *, who: Who, exchange_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Exchange:
    """Ask a connector to settle it; the clock stands still meanwhile."""
    now = now or timezone.now()
    exchange = take_up(Deed.HAND, who, exchange_id)
    change(exchange, handed_at=now, lapses_at=None, remind_at=None)
    note(exchange, who, Kind.HANDED, now, words)
    enter(exchange, who, "handed")
    post.tell_other(exchange, who, "exchange_handed", words=words)
    return exchange


@transaction.atomic
def decide(
    *,
    who: Who,
    exchange_id: UUID,
    minutes: int,
    words: Words,
    now: datetime.datetime | None = None,
) -> Exchange:
    """A connector settles what the two could not, with a reason that both can read."""
    now = now or timezone.now()
    exchange = take_up(Deed.DECIDE, who, exchange_id)
    check_minutes(minutes, least=0)
    if not words.text:
        raise NoReason
    if minutes:
        pay(exchange, minutes, now, {}, decided_by=who.actor)
    else:
        move(exchange, State.CANCELLED, now, {"handed_at": None})
    note(exchange, who, Kind.DECIDED, now, words, minutes=minutes)
    enter(exchange, who, "decided", minutes=minutes)
    post.tell_both(exchange, "exchange_decided", minutes=minutes, words=words)
    return exchange


@transaction.atomic
def reverse(
    *, who: Who, exchange_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Exchange:
    """A connector takes hours back that were confirmed by mistake: once, with the reason."""
    now = now or timezone.now()
    exchange = take_up(Deed.REVERSE, who, exchange_id)
    if not words.text or exchange.transfer_id is None:
        raise NoReason
    transfer = take_back(exchange.transfer_id)
    move(exchange, State.REVERSED, now, {"reversal_id": transfer.id})
    note(exchange, who, Kind.REVERSED, now, words, minutes=exchange.settled_minutes)
    enter(exchange, who, "reversed", minutes=exchange.settled_minutes, transfer=str(transfer.id))
    post.tell_both(exchange, "exchange_reversed", words=words)
    return exchange
