"""Hours that nobody spends, by the hub's own rule: told 60, 30 and 7 days before, then to the pot.

Nothing vanishes: what goes back is a transfer from the member to the pot. How much is reckoned
anew from the ledger each time, never from a note, so that a clock that stood still or a process
that was killed half-way loses and doubles nothing.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.moves import itself
from gyda.deliver.venues.actions.notify import tell
from gyda.deliver.venues.models import Lapse, LapseNotice, VenueRules
from gyda.deliver.venues.models.rules import Expiry
from gyda.deliver.venues.queries.lapse import Due, due_on, told_for
from gyda.deliver.venues.queries.rules import the_rules
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import LedgerError
from gyda.people.models import Member

LAPSE = "LAPSE"
STAGES = (7, 30, 60)  # days before
LAST_CALL = datetime.timedelta(days=7)
FIRSTS_AHEAD = 3


class ChangedMeanwhile(Exception):  # noqa: N818  it is caught here and never shown
    """The account moved between the reckoning and the transfer; the next tick reckons again."""


def look_after(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: write what letters are due, and move what was told of in time."""
    rules = the_rules()
    if rules.expiry == Expiry.NONE or rules.returns_from is None:
        return 0
    today = timezone.localdate(now)
    done = _move_all(rules, today.replace(day=1), today, now)
    sooner: Due = {}
    for on in _firsts(today, rules.returns_from):
        due = due_on(rules, on)
        done += _tell_all(rules, on, _beyond(due, sooner), today, now)
        sooner = due if rules.expiry == Expiry.EXPIRY else {}
    return done


def _beyond(due: Due, sooner: Due) -> Due:
    """Return what is due on a day beyond what goes on a first before it: no hour is told twice."""
    more = {member: minutes - sooner.get(member, 0) for member, minutes in due.items()}
    return {member: minutes for member, minutes in more.items() if minutes > 0}


def _firsts(today: datetime.date, start: datetime.date) -> list[datetime.date]:
    """Return the coming firsts of months on which hours go back, as far as letters reach."""
    firsts = []
    day = today.replace(day=1)
    for _ in range(FIRSTS_AHEAD):
        day = (day + datetime.timedelta(days=31)).replace(day=1)
        if day >= start and (day - today).days <= max(STAGES):
            firsts.append(day)
    return firsts


def stages_for(rules: VenueRules, on: datetime.date) -> tuple[int, ...]:
    """Return how many days before letters go out.

    A small part each month is told of three times at the start, and then once before each first.
    """
    monthly = rules.expiry == Expiry.RETURN and on != rules.returns_from
    return STAGES[:1] if monthly else STAGES


def _tell_all(
    rules: VenueRules, on: datetime.date, due: Due, today: datetime.date, now: datetime.datetime
) -> int:
    stage = next((days for days in stages_for(rules, on) if (on - today).days <= days), None)
    if stage is None:
        return 0
    done = told_for(on, stage)
    members = Member.objects.active().filter(id__in=[key for key in due if key not in done])
    rows = sorted(members.select_related("person"), key=lambda one: one.id)
    return sum(_tell(one, on, stage, due[one.id], now) for one in rows)


@once
@transaction.atomic
def _tell(
    member: Member, on: datetime.date, days: int, minutes: int, now: datetime.datetime
) -> bool:
    notice, is_new = LapseNotice.objects.get_or_create(
        hub_id=member.hub_id,
        member=member,
        on=on,
        days=days,
        defaults={"minutes": minutes, "told_at": now},
    )
    if is_new:
        tell(member, "hours_ending", notice.id, notice=notice)
        day = on.isoformat()
        record(
            by=itself(),
            verb="hours.ending",
            about=notice,
            concerns=[member],
            minutes=minutes,
            ends_on=day,
        )
    return is_new


def _move_all(
    rules: VenueRules, on: datetime.date, today: datetime.date, now: datetime.datetime
) -> int:
    """Move what is due on the first of this month, from those who were told a week before."""
    if rules.returns_from is None or on < rules.returns_from:
        return 0
    told = told_for(on, told_before=now - LAST_CALL)
    done = set(Lapse.objects.filter(on=on).values_list("member_id", flat=True))
    due = due_on(rules, on, [key for key in told if key not in done])
    members = Member.objects.filter(id__in=due)
    moved = 0
    for member in sorted(members, key=lambda one: one.id):
        try:
            moved += _move(rules, member, on, min(due[member.id], told[member.id]), now)
        except (ChangedMeanwhile, LedgerError):
            continue  # the others' hours do not wait for it; the next tick reckons again
    return moved


@once
@transaction.atomic
def _move(
    rules: VenueRules, member: Member, on: datetime.date, minutes: int, now: datetime.datetime
) -> bool:
    key = uuid7()  # the row below stands once; a key that follows from the member can be taken
    if minutes <= 0 or Lapse.objects.filter(member=member, on=on).exists():
        return False
    account = accounts.member_account(member)
    ledger.transfer(
        key=key, debit=account.id, credit=accounts.pot().id, amount=minutes, kind=LAPSE, now=now
    )
    # The transfer holds the account's row: what is read now cannot change before the end.
    if due_on(rules, on, [member.id], but=key).get(member.id, 0) < minutes:
        raise ChangedMeanwhile
    lapse = Lapse.objects.create(
        member=member, on=on, minutes=minutes, transfer_id=key, lapsed_at=now
    )
    tell(member, "hours_ended", lapse.id, lapse=lapse)
    record(
        by=itself(),
        verb="hours.ended",
        about=lapse,
        concerns=[member],
        minutes=minutes,
        transfer=str(key),
    )
    return True
