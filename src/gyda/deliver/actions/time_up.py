"""What becomes of listings by themselves: a letter first, and down when their time is up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.deliver.actions.index import unindex
from gyda.deliver.models import Listing
from gyda.deliver.models.listing import State
from gyda.deliver.rules.listing import NOTICE
from gyda.journal.actions import record
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.who import GydaItself

AT_ONCE = 500


def look_after(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Take down what has run out, then write to those whose listings will."""
    today = timezone.localdate(now)
    lapse(hub_id=hub_id, today=today)
    remind(today=today)


@transaction.atomic
def lapse(*, hub_id: UUID, today: datetime.date) -> int:
    """Take down listings whose last day is past; their members can put them up again."""
    over = Listing.objects.select_for_update().filter(state=State.OPEN, expires_on__lt=today)
    gone = list(over.order_by("id")[:AT_ONCE])
    unindex([listing.id for listing in gone])
    for listing in gone:
        listing.state = State.CLOSED
        listing.save(update_fields=["state", "updated_at"])
        member = str(listing.member_id)
        record(by=GydaItself(hub_id), verb="listing.lapsed", about=listing, member=member)
    return len(gone)


@transaction.atomic
def remind(*, today: datetime.date) -> int:
    """Ask, once, whether a listing that comes down soon still holds."""
    soon = Q()
    for kind, notice in NOTICE.items():
        soon |= Q(kind=kind, expires_on__lte=today + notice)
    ending = Listing.objects.shown(today).filter(soon, reminded_on=None)
    rows = list(ending.select_related("member__person").order_by("id")[:AT_ONCE])
    for listing in rows:
        write_to(listing.member, "listing_ending", about_id=listing.id, listing=listing)
    Listing.objects.filter(id__in=[row.id for row in rows]).update(reminded_on=today)
    return len(rows)


@transaction.atomic
def take_down_all(member: Member) -> None:
    """Take down what a member who leaves had up; the leaving itself is on record."""
    up = Listing.objects.filter(member=member).exclude(state=State.CLOSED)
    unindex(list(up.values_list("id", flat=True)))
    up.update(state=State.CLOSED)
