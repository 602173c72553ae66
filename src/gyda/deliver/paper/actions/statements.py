"""Statements by post: chosen by the person, written when a month or a quarter is over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.paper.errors import NotYourPost
from gyda.deliver.paper.models import Rhythm, StatementChoice
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.ledger import accounts, statements
from gyda.ledger.queries import balance_of
from gyda.letters.actions import write
from gyda.people.letterbox import reader_of
from gyda.people.models import Member
from gyda.people.models.member import State
from gyda.people.who import Who

AT_A_TIME = 200
MOST_LINES = 200  # on paper; whoever has more is told where the rest can be had
MONTHS = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3}


@once
@transaction.atomic
def choose_rhythm(
    *, who: Who, member: Member, rhythm: str, now: datetime.datetime | None = None
) -> StatementChoice:
    """Keep how often a member wants a statement on paper; a connector may note it for them."""
    own = member.id == who.subject.id and who.reaches_everything
    if not (own or (who.actor.is_connector and not who.is_acting)):
        raise NotYourPost
    now = now or timezone.now()
    chosen = {"rhythm": Rhythm(rhythm), "chosen_at": now, "chosen_by": who.actor}
    start = {"written_until": start_of(Rhythm(rhythm), timezone.localdate(now))}
    before = StatementChoice.objects.filter(member=member).first()
    keep_start = before is not None and before.rhythm != Rhythm.NEVER
    choice, _ = StatementChoice.objects.update_or_create(
        member=member,
        defaults=chosen if keep_start else chosen | start,
        create_defaults=chosen | start,
    )
    told: dict[str, Any] = {"member": str(member.id), "rhythm": str(rhythm)}
    record(by=who, verb="statement.chosen", about=choice, concerns=[member], **told)
    return choice


def start_of(rhythm: Rhythm, day: datetime.date) -> datetime.date:
    """Return the first day of the month or quarter in which the day is.

    >>> start_of(Rhythm.QUARTERLY, datetime.date(2026, 11, 22))
    datetime.date(2026, 10, 1)
    """
    months = MONTHS.get(rhythm, 1)
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def write_due(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: write a statement to each whose month or quarter is over."""
    today = timezone.localdate(now)
    over = Q()
    for rhythm in MONTHS:
        over |= Q(rhythm=rhythm, written_until__lt=start_of(rhythm, today))
    due = StatementChoice.objects.filter(over, member__state=State.ACTIVE)
    keys = list(due.order_by("id").values_list("id", flat=True)[:AT_A_TIME])
    return sum(_write(key, today, now) for key in keys)


@transaction.atomic
def _write(key: UUID, today: datetime.date, now: datetime.datetime) -> bool:
    """Write one statement, if no other tick has; tell whether it did."""
    rows = StatementChoice.objects.select_for_update(of=("self",)).select_related("member__person")
    choice = rows.get(id=key)
    end = start_of(Rhythm(choice.rhythm), today)
    if choice.rhythm == Rhythm.NEVER or choice.written_until >= end:
        return False
    reader = replace(reader_of(choice.member), email=None, phone=None)
    with override(reader.language):
        words = statement_of(choice.member, choice.written_until, end)
    write(to=reader, kind="statement", context=words, about_id=choice.id, now=now)
    choice.written_until = end
    choice.save(update_fields=["written_until"])
    return True


def statement_of(member: Member, start: datetime.date, end: datetime.date) -> dict[str, Any]:
    """Return what a letter says of the days from start up to, but not with, end."""
    account = accounts.member_account(member)
    moments = (_midnight(start), _midnight(end))
    span = statements.span(account, balance_of(account.id).balance, *moments, MOST_LINES)
    return {
        "start": start,
        "last": end - datetime.timedelta(days=1),
        "span": span,
        "lines": list(reversed(span.lines or [])),
    }


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_current_timezone())
