"""Proposing an exchange, and everything until both agree or one does not."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions import post
from gyda.deliver.actions.moves import Words, clocks, enter, move, note, take_up
from gyda.deliver.errors.exchange import NoReason
from gyda.deliver.models import Category, Exchange, Listing
from gyda.deliver.models.exchange import State
from gyda.deliver.models.steps import Kind
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.rules.exchange import Deed
from gyda.deliver.rules.terms import check_listing, check_minutes, check_pair, check_time
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.safeguarding.actions.company import flag_company
from gyda.safeguarding.models import Part
from gyda.safeguarding.rules import require_checks


@dataclass(frozen=True)
class Terms:
    """What is to be done, where, when, and how long it will take."""

    what: str
    language: str
    minutes: int
    place: str = ""
    when_at: datetime.datetime | None = None
    category: Category | None = None
    nature: str = "TIME"


@dataclass(frozen=True)
class Pair:
    """Who gives time to whom."""

    giver: Member
    receiver: Member


@once
@transaction.atomic
def propose(
    *,
    who: Who,
    pair: Pair,
    terms: Terms,
    listing: Listing | None = None,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Exchange:
    """Put an exchange forward to the other side; the same key stores it once."""
    now = now or timezone.now()
    if key and (stored := Exchange.objects.filter(request_key=key).first()):
        return stored
    check_pair(who, pair.giver, pair.receiver)
    check_listing(listing, pair.giver, pair.receiver)
    check_time(terms.nature)
    check_minutes(terms.minutes)
    exchange = begin(who, pair, terms, State.PROPOSED, now, listing=listing, request_key=key)
    note(exchange, who, Kind.PROPOSED, now, Words(), **_shown(terms))
    enter(exchange, who, "proposed", minutes=terms.minutes)
    post.tell_other(exchange, who, "exchange_proposed")
    return exchange


def begin(
    who: Who, pair: Pair, terms: Terms, state: State, now: datetime.datetime, **columns: Any
) -> Exchange:
    """Store a new exchange."""
    return Exchange.objects.create(
        giver=pair.giver,
        receiver=pair.receiver,
        terms_by_id=columns.pop("terms_by_id", who.subject.id),
        state=state,
        state_at=now,
        **clocks(the_policy(), now, state),
        **_columns(terms),
        **columns,
    )


@transaction.atomic
def change_terms(
    *,
    who: Who,
    exchange_id: UUID,
    terms: Terms,
    version: int | None = None,
    now: datetime.datetime | None = None,
) -> Exchange:
    """Propose other terms: the other side has to answer then, also when both had agreed."""
    now = now or timezone.now()
    exchange = take_up(Deed.CHANGE, who, exchange_id, version)
    check_time(terms.nature)
    check_minutes(terms.minutes)
    columns = _columns(terms) | {"terms_by_id": who.subject.id}
    move(exchange, State.PROPOSED, now, columns)
    note(exchange, who, Kind.CHANGED, now, Words(), **_shown(terms))
    enter(exchange, who, "changed", minutes=terms.minutes)
    post.tell_other(exchange, who, "exchange_changed")
    return exchange


@transaction.atomic
def agree(
    *,
    who: Who,
    exchange_id: UUID,
    version: int | None = None,
    now: datetime.datetime | None = None,
) -> Exchange:
    """Say yes to the terms as they were read."""
    now = now or timezone.now()
    exchange = take_up(Deed.AGREE, who, exchange_id, version)
    require_checks(who, exchange.giver, Part.GIVER, exchange.category)
    flag_company(exchange=exchange)
    move(exchange, State.AGREED, now, since=max(now, exchange.when_at or now))
    note(exchange, who, Kind.AGREED, now, Words(), minutes=exchange.minutes)
    enter(exchange, who, "agreed", minutes=exchange.minutes)
    post.tell_other(exchange, who, "exchange_agreed")
    return exchange


@transaction.atomic
def decline(
    *, who: Who, exchange_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Exchange:
    """Say no; a reason is kind, and nobody has to give one."""
    now = now or timezone.now()
    exchange = take_up(Deed.DECLINE, who, exchange_id)
    move(exchange, State.DECLINED, now)
    note(exchange, who, Kind.DECLINED, now, words)
    enter(exchange, who, "declined")
    post.tell_other(exchange, who, "exchange_declined", words=words)
    return exchange


@transaction.atomic
def cancel(
    *, who: Who, exchange_id: UUID, words: Words, now: datetime.datetime | None = None
) -> Exchange:
    """Call it off, with the reason, before anything was confirmed."""
    now = now or timezone.now()
    exchange = take_up(Deed.CANCEL, who, exchange_id)
    if not words.text:
        raise NoReason
    move(exchange, State.CANCELLED, now)
    note(exchange, who, Kind.CANCELLED, now, words)
    enter(exchange, who, "cancelled")
    post.tell_other(exchange, who, "exchange_cancelled", words=words)
    return exchange


def _columns(terms: Terms) -> dict[str, Any]:
    return {
        "what": terms.what,
        "language": terms.language,
        "minutes": terms.minutes,
        "place": terms.place,
        "when_at": terms.when_at,
        "category": terms.category,
    }


def _shown(terms: Terms) -> dict[str, Any]:
    """What the history keeps of these terms."""
    return {
        "minutes": terms.minutes,
        "when_at": terms.when_at,
        "place": terms.place,
        "what": terms.what,
        "what_language": terms.language,
    }
