"""Hours that were not agreed here first: one records and the other confirms, or a connector
writes them down for both, from paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions import post
from gyda.deliver.actions.moves import Words, enter, note
from gyda.deliver.actions.payment import pay
from gyda.deliver.actions.propose import Pair, Terms, begin
from gyda.deliver.errors.exchange import BothSides, InTheFuture, NotOpen
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import Entry, State
from gyda.deliver.models.steps import Kind
from gyda.deliver.rules.consent import check_consent
from gyda.deliver.rules.terms import check_minutes, check_pair, check_time, check_two
from gyda.keys.once import once
from gyda.people.who import Who
from gyda.safeguarding.models import Part
from gyda.safeguarding.rules import require_for_hours
from gyda.web.errors import DomainError


@once
@transaction.atomic
def record_hours(
    *,
    who: Who,
    pair: Pair,
    terms: Terms,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Exchange:
    """Put down what two people did without agreeing here first; the other side confirms."""
    now = now or timezone.now()
    if key and (stored := Exchange.objects.filter(request_key=key).first()):
        return stored
    check_pair(who, pair.giver, pair.receiver)
    _check_done(terms, now)
    require_for_hours(who, [pair.giver], Part.GIVER, terms.category)
    is_giver = who.subject.id == pair.giver.id
    said = {"giver_said" if is_giver else "receiver_said": terms.minutes}
    exchange = begin(who, pair, terms, State.DONE, now, request_key=key, **said)
    note(exchange, who, Kind.SAID, now, Words(), minutes=terms.minutes)
    enter(exchange, who, "recorded", minutes=terms.minutes)
    post.tell_other(exchange, who, "exchange_said")
    return exchange


def _check_done(terms: Terms, now: datetime.datetime) -> None:
    check_time(terms.nature)
    check_minutes(terms.minutes)
    if terms.when_at and terms.when_at > now:
        raise InTheFuture


@dataclass(frozen=True)
class Line:
    """One line of a paper sheet."""

    key: UUID
    pair: Pair
    terms: Terms
    entry: str


class SomeLinesWrong(DomainError):
    """Nothing was stored; which line is wrong, and why."""

    def __init__(self, errors: dict[int, DomainError]) -> None:
        super().__init__()
        self.errors = errors


@once
@transaction.atomic
def enter_sheet(
    *, who: Who, lines: Sequence[Line], now: datetime.datetime | None = None
) -> list[Exchange]:
    """Write down a whole sheet for members who are offline: all of it or nothing."""
    now = now or timezone.now()
    stored: list[Exchange] = []
    errors: dict[int, DomainError] = {}
    for number, line in enumerate(lines):
        try:
            stored.append(enter_for_both(who=who, line=line, now=now))
        except DomainError as error:
            errors[number] = error
    if errors:
        raise SomeLinesWrong(errors)
    return stored


@transaction.atomic
def enter_for_both(*, who: Who, line: Line, now: datetime.datetime | None = None) -> Exchange:
    """A connector writes down confirmed hours of two members, and how both said yes."""
    now = now or timezone.now()
    if stored := Exchange.objects.filter(request_key=line.key).first():
        return stored
    _check_line(who, line, now)
    exchange = _begin_confirmed(who, line, now)
    fields = {"minutes": line.terms.minutes, "when_at": line.terms.when_at}
    note(exchange, who, Kind.ENTERED, now, Words(), **fields)
    transfer = str(exchange.transfer_id)
    enter(exchange, who, "entered", minutes=line.terms.minutes, how=line.entry, transfer=transfer)
    post.tell_both(exchange, "exchange_entered")
    return exchange


def _check_line(who: Who, line: Line, now: datetime.datetime) -> None:
    giver, receiver = line.pair.giver, line.pair.receiver
    if not who.actor.is_connector:
        raise NotOpen
    if who.actor.id in (giver.id, receiver.id):
        raise BothSides
    check_two(giver, receiver)
    _check_done(line.terms, now)
    then = timezone.localdate(line.terms.when_at or now)
    require_for_hours(who, [giver], Part.GIVER, line.terms.category, then=then)
    if line.entry == Entry.CONSENT:
        check_consent(who.actor, giver, receiver)


def _begin_confirmed(who: Who, line: Line, now: datetime.datetime) -> Exchange:
    minutes = line.terms.minutes
    columns = {"giver_said": minutes, "terms_by_id": line.pair.giver.id}
    exchange = begin(
        who,
        line.pair,
        line.terms,
        State.DONE,
        now,
        entry=line.entry,
        request_key=line.key,
        **columns,
    )
    return pay(exchange, minutes, now, {"receiver_said": minutes}, decided_by=who.actor)
