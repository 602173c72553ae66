"""Who came, and their hours: all of them at once, each paid once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.activity import enter
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.notify import tell_member
from gyda.deliver.actions.payment import take_back
from gyda.deliver.actions.start import give_start
from gyda.deliver.errors.activity import (
    NotBegun,
    NotPlanned,
    NotYours,
    OwnHours,
    ReversedAlready,
    WithoutReason,
)
from gyda.deliver.models import Activity, Attendance
from gyda.deliver.models.activity import ActivityState, PaidFrom, Part, Place
from gyda.deliver.rules.activity import require_care
from gyda.deliver.rules.terms import check_members, check_minutes
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.models import Account
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.safeguarding.models import Part as Needs
from gyda.safeguarding.rules import require_for_hours

ATTENDANCE = "ATTENDANCE"


@dataclass(frozen=True)
class Came:
    """Someone who was there, and how long they gave or received."""

    member: Member
    minutes: int
    part: str = Part.GIVES


@transaction.atomic
def record_attendance(
    *,
    who: Who,
    activity_id: UUID,
    came: Sequence[Came],
    now: datetime.datetime | None = None,
) -> list[Attendance]:
    """Tick who came and give the hours; those who have theirs already are left as they are."""
    now = now or timezone.now()
    activity = _begun(who, activity_id, now)
    _check(who, activity, came)
    rows = [row for one in came if (row := _mark(activity, one, now))]
    _pay(activity, rows, now)
    coming = Attendance.objects.filter(activity=activity, state=Place.COMING)
    coming.update(state=Place.AWAY, state_at=now)
    activity.state, activity.state_at = ActivityState.RECORDED, now
    activity.save(update_fields=["state", "state_at"])
    total = sum(row.minutes or 0 for row in rows if row.transfer_id)
    people = [row.member_id for row in rows]
    enter(activity, who, "recorded", public=True, concerns=people, minutes=total)
    for row in rows:
        tell_member(activity, row.member, "activity_hours", row=row)
    return rows


def _begun(who: Who, activity_id: UUID, now: datetime.datetime) -> Activity:
    activity = Activity.objects.select_for_update().get(id=activity_id)
    require_care(who, activity)
    if activity.state == ActivityState.CANCELLED:
        raise NotPlanned
    if activity.starts_at > now:
        raise NotBegun
    return activity


def _check(who: Who, activity: Activity, came: Sequence[Came]) -> None:
    check_members(*(one.member for one in came))
    for one in came:
        check_minutes(one.minutes)
        is_own = one.member.id in (who.actor.id, who.subject.id)
        if is_own and one.minutes > activity.minutes and not who.actor.is_connector:
            raise OwnHours
    _check_helpers(who, activity, came)


def _check_helpers(who: Who, activity: Activity, came: Sequence[Came]) -> None:
    """Whoever gave time without having signed up for it passes the gate here."""
    passed = set(
        Attendance.objects.filter(activity=activity, part=Part.GIVES).values_list(
            "member_id", flat=True
        )
    )
    others = [one.member for one in came if one.part == Part.GIVES and one.member.id not in passed]
    then = timezone.localdate(activity.starts_at)
    require_for_hours(who, others, Needs.HELPER, then=then)


def _mark(activity: Activity, one: Came, now: datetime.datetime) -> Attendance | None:
    """Return the row of someone who came and has no hours yet."""
    row = Attendance.objects.filter(activity=activity, member=one.member).first()
    row = row or Attendance(activity=activity, member=one.member)
    if row.transfer_id and not row.reversal_id:
        return None
    row.member, row.part, row.minutes = one.member, one.part, one.minutes
    row.state, row.state_at = Place.CAME, now
    return row


def _pay(activity: Activity, rows: Sequence[Attendance], now: datetime.datetime) -> None:
    paying = [row for row in rows if row.part == Part.GIVES or activity.receivers_pay]
    ends = source_of(activity), till_of(activity)
    for row in paying:
        give_start(member=row.member, now=now)
    orders = [_order(row, *ends) for row in paying]
    if orders:
        ledger.transfer_many(orders=orders)
    for row, order in zip(paying, orders, strict=True):
        row.transfer_id, row.reversal_id = order.key, None
    for row in rows:
        row.save()


def _order(row: Attendance, source: Account, till: Account) -> ledger.Order:
    """The row's own id is the key; after a reversal, one that follows from the reversal."""
    account = accounts.member_account(row.member)
    gives = row.part == Part.GIVES
    return ledger.Order(
        key=uuid5(row.id, str(row.reversal_id)) if row.reversal_id else row.id,
        debit=source.id if gives else account.id,
        credit=account.id if gives else till.id,
        amount=row.minutes or 0,
        kind=ATTENDANCE,
    )


def source_of(activity: Activity) -> Account:
    """Return the account that gives the hours: an organisation's pool, where it has one."""
    if activity.paid_from == PaidFrom.ORGANISATION and activity.organisation:
        pool = accounts.pool_if_any(activity.organisation)
        return pool or accounts.organisation_account(activity.organisation)
    return accounts.pot() if activity.paid_from == PaidFrom.POT else accounts.issue()


def till_of(activity: Activity) -> Account:
    """Return the account that those pay who only take part: what is paid is no budget to give."""
    if activity.paid_from == PaidFrom.ORGANISATION and activity.organisation:
        return accounts.organisation_account(activity.organisation)
    return source_of(activity)


@transaction.atomic
def take_hours_back(*, who: Who, attendance_id: UUID, words: Words) -> Attendance:
    """A connector takes hours back that were recorded by mistake, with the reason."""
    if not who.actor.is_connector:
        raise NotYours
    if not words.text:
        raise WithoutReason
    rows = Attendance.objects.select_for_update(of=("self",)).select_related(
        "activity", "member__person"
    )
    row = rows.get(id=attendance_id)
    if row.transfer_id is None or row.reversal_id is not None:
        raise ReversedAlready
    row.reversal_id = take_back(row.transfer_id).id
    row.because, row.because_language = words.text, words.language
    row.save(update_fields=["reversal_id", "because", "because_language"])
    told = {"concerns": [row.member_id], "minutes": row.minutes}
    enter(row.activity, who, "took_back", **told)
    tell_member(row.activity, row.member, "activity_taken_back", row=row, words=words)
    return row
