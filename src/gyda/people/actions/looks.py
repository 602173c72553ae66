"""The log of looks at access needs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people.models import Look, Member
from gyda.people.who import Who

AN_HOUR = datetime.timedelta(hours=1)


@transaction.atomic
def note_look(
    *, who: Who, member: Member, reason: str, now: datetime.datetime | None = None
) -> None:
    """Write down that someone read the needs of a member; within an hour it is one look."""
    now = now or timezone.now()
    just_now = Look.objects.filter(
        member=member, looked_by=who.actor, reason=reason, at__gt=now - AN_HOUR
    )
    if not just_now.exists():
        look = Look.objects.create(member=member, looked_by=who.actor, reason=reason, at=now)
        record(by=who, verb="needs.looked-at", about=look, member=str(member.id), reason=reason)
