"""Checks: noted when they were seen, ended, reminded of before they run out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.queries import connectors
from gyda.people.who import Who
from gyda.safeguarding.errors import (
    EndsBefore,
    NotStanding,
    NotYours,
    OwnCheck,
    SeenLater,
    TwoReferencesFirst,
)
from gyda.safeguarding.models import Check, Level, Reference
from gyda.safeguarding.models.reference import ReferenceState
from gyda.safeguarding.rules import may_note_checks

AHEAD = (60, 30, 7)  # days before a check runs out
REFERENCES = 2


@transaction.atomic
def note_check(
    *,
    who: Who,
    member: Member,
    level: str,
    seen_on: datetime.date,
    valid_until: datetime.date | None = None,
    now: datetime.datetime | None = None,
) -> Check:
    """Note that one has seen it; the former one of this level ends."""
    now = now or timezone.now()
    _check(who, member, level, seen_on, valid_until, timezone.localdate(now))
    Check.objects.filter(member=member, level=level, ended_at__isnull=True).update(ended_at=now)
    check = Check.objects.create(
        member=member, level=level, seen_on=seen_on, seen_by=who.actor,
        valid_until=valid_until, recorded_at=now,
    )  # fmt: skip
    record(by=who, verb="check.noted", about=check, concerns=[member], level=level)
    return check


def _check(
    who: Who,
    member: Member,
    level: str,
    seen_on: datetime.date,
    valid_until: datetime.date | None,
    today: datetime.date,
) -> None:
    if who.actor_id == member.id:
        raise OwnCheck
    if not may_note_checks(who, member):
        raise NotYours
    if seen_on > today:
        raise SeenLater
    if valid_until is not None and valid_until <= seen_on:
        raise EndsBefore
    if level == Level.REFERENCES and _references_of(member) < REFERENCES:
        raise TwoReferencesFirst


def _references_of(member: Member) -> int:
    counting = Reference.objects.filter(member=member, state=ReferenceState.COUNTS)
    return len(counting[:REFERENCES])


@transaction.atomic
def end_check(*, who: Who, check: Check, now: datetime.datetime | None = None) -> None:
    """It counts no longer, from this moment on."""
    if not may_note_checks(who, check.member):
        raise NotYours
    standing = Check.objects.filter(id=check.id, ended_at__isnull=True)
    if not standing.update(ended_at=now or timezone.now()):
        raise NotStanding
    record(by=who, verb="check.ended", about=check, concerns=[check.member], level=check.level)


def remind(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Write to the person and the connectors 60, 30 and 7 days before a check runs out."""
    today = timezone.localdate(now)
    for days in sorted(AHEAD):  # of several that are due, the one nearest to the end
        until = today + datetime.timedelta(days=days)
        unsaid = Q(reminded__isnull=True) | Q(reminded__gt=days)
        due = Check.objects.standing(today).filter(unsaid, valid_until__lte=until)
        for check in due.filter(member__state="ACTIVE").select_related("member__person"):
            _remind(check, days)


@transaction.atomic
def _remind(check: Check, days: int) -> None:
    unsaid = Q(reminded__isnull=True) | Q(reminded__gt=days)
    if not Check.objects.filter(unsaid, id=check.id).update(reminded=days):
        return  # another tick was quicker
    write_to(check.member, "check_ending", about_id=check.id, check=check)
    for connector in connectors().exclude(id=check.member_id):
        write_to(connector, "check_ending_of", about_id=check.id, check=check, of=check.member.name)
