"""Who only gives or only receives: people to invite, in the order of the alphabet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from gyda.deliver.models import Attendance, Exchange
from gyda.deliver.models.activity import Part
from gyda.deliver.models.exchange import ExchangeQuerySet, State
from gyda.people.models import Member
from gyda.people.models.member import MemberQuerySet

HALF_A_YEAR = datetime.timedelta(days=183)
MOVED = (State.CONFIRMED, State.THANKED)


def only_gave(*, beside: Member, now: datetime.datetime | None = None) -> MemberQuerySet:
    """Return who gave time in the last half year and received none, beside the one who asks."""
    return Member.objects.active().filter(_gave(now) & ~_received(now), ~Q(id=beside.id))


def only_received(*, beside: Member, now: datetime.datetime | None = None) -> MemberQuerySet:
    """Return who received time in the last half year and gave none, beside the one who asks."""
    return Member.objects.active().filter(_received(now) & ~_gave(now), ~Q(id=beside.id))


def _gave(now: datetime.datetime | None) -> Q:
    alone = Exists(_exchanges(now).filter(giver_id=OuterRef("id")))
    return Q(alone) | Q(_attended(now, Part.GIVES))


def _received(now: datetime.datetime | None) -> Q:
    alone = Exists(_exchanges(now).filter(receiver_id=OuterRef("id")))
    return Q(alone) | Q(_attended(now, Part.RECEIVES))


def _exchanges(now: datetime.datetime | None) -> ExchangeQuerySet:
    since = (now or timezone.now()) - HALF_A_YEAR
    rows = Exchange.objects.filter(hub_id=OuterRef("hub_id"))
    return rows.filter(state__in=MOVED, state_at__gte=since)


def _attended(now: datetime.datetime | None, part: Part) -> Exists:
    since = (now or timezone.now()) - HALF_A_YEAR
    rows = Attendance.objects.filter(
        hub_id=OuterRef("hub_id"), member_id=OuterRef("id"), part=part, state_at__gte=since
    )
    return Exists(rows.filter(minutes__gt=0, reversal_id__isnull=True))
