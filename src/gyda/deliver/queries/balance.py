"""Who lately only gave or only received: people to invite, in the order of the alphabet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from gyda.deliver.models import Attendance, Exchange
from gyda.deliver.models.activity import Part
from gyda.deliver.models.exchange import ExchangeQuerySet, State
from gyda.people.models import Member
from gyda.people.models.member import MemberQuerySet

LATEST = 200  # so many exchanges are looked at, however large the hub
HALF_A_YEAR = datetime.timedelta(days=183)
MOVED = (State.CONFIRMED, State.THANKED)


def only_gave(*, beside: Member, now: datetime.datetime | None = None) -> MemberQuerySet:
    """Return who gave time lately and received none in half a year, beside the one who asks."""
    gave, received = _lately(now)
    return _among(gave - received, beside).filter(_gave(now) & ~_received(now))


def only_received(*, beside: Member, now: datetime.datetime | None = None) -> MemberQuerySet:
    """Return who received time lately and gave none in half a year, beside the one who asks."""
    gave, received = _lately(now)
    return _among(received - gave, beside).filter(_received(now) & ~_gave(now))


def _among(ids: set[UUID], beside: Member) -> MemberQuerySet:
    came = Attendance.objects.order_by("-id").values_list("member_id", flat=True)[:LATEST]
    return Member.objects.active().filter(id__in=(ids | set(came)) - {beside.id})


def _lately(now: datetime.datetime | None) -> tuple[set[UUID], set[UUID]]:
    """Return the givers and the receivers of the latest exchanges."""
    # One query for each state: in each, the index gives the latest without a sort.
    pairs = [
        pair
        for state in MOVED
        for pair in _moved(now)
        .filter(state=state)
        .order_by("-state_at")
        .values_list("giver_id", "receiver_id")[:LATEST]
    ]
    return {giver for giver, _ in pairs}, {receiver for _, receiver in pairs}


def _gave(now: datetime.datetime | None) -> Q:
    alone = Exists(_exchanges(now).filter(giver_id=OuterRef("id")))
    return Q(alone) | Q(_attended(now, Part.GIVES))


def _received(now: datetime.datetime | None) -> Q:
    alone = Exists(_exchanges(now).filter(receiver_id=OuterRef("id")))
    return Q(alone) | Q(_attended(now, Part.RECEIVES))


def _exchanges(now: datetime.datetime | None) -> ExchangeQuerySet:
    return _moved(now).filter(hub_id=OuterRef("hub_id"))


def _moved(now: datetime.datetime | None) -> ExchangeQuerySet:
    since = (now or timezone.now()) - HALF_A_YEAR
    return Exchange.objects.filter(state__in=MOVED, state_at__gte=since)


def _attended(now: datetime.datetime | None, part: Part) -> Exists:
    since = (now or timezone.now()) - HALF_A_YEAR
    rows = Attendance.objects.filter(
        hub_id=OuterRef("hub_id"), member_id=OuterRef("id"), part=part, state_at__gte=since
    )
    return Exists(rows.filter(minutes__gt=0, reversal_id__isnull=True))
