"""Members: one, all, those who wait, those not seen for a while."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from gyda.people.models import Application, Member
from gyda.people.models.application import Outcome
from gyda.people.models.folded import folded_name
from gyda.people.models.member import Role

MANY = 300


def _with_person(members: QuerySet[Member]) -> QuerySet[Member]:
    return members.select_related("person", "organisation")


def member_or_404(member_id: UUID) -> Member:
    """Return an active member of the current hub."""
    found = _with_person(Member.objects.active()).filter(id=member_id).first()
    if found is None:
        raise Http404
    return found


def any_member_or_404(member_id: UUID) -> Member:
    """Return a member of the current hub, however they stand: for connectors."""
    found = _with_person(Member.objects.all()).filter(id=member_id).first()
    if found is None:
        raise Http404
    return found


def active_members(search: str = "") -> QuerySet[Member]:
    """Return active members, or those among them whose name or last name starts like this.

    Page them by "name_folded".
    """
    members = Member.objects.active()
    if start := folded_name(search):
        # Few are sorted; of many, a page is soon full on the way through the alphabet.
        found = list(members.named(start).values_list("id", flat=True)[:MANY])
        few = len(found) < MANY
        members = members.filter(id__in=found) if few else members.named_on_the_way(start)
    return _with_person(members)


def connectors() -> QuerySet[Member]:
    """Return connectors and stewards, by name."""
    members = _with_person(Member.objects.active()).exclude(role=Role.MEMBER)
    return members.order_by("name_folded", "id")


def offline_members() -> QuerySet[Member]:
    """Return active members who have neither e-mail nor phone."""
    return _with_person(Member.objects.active()).filter(
        person__email__isnull=True, person__phone__isnull=True
    )


def not_seen_since(day: datetime.date) -> QuerySet[Member]:
    """Return active members who have signed in before, but not since this day."""
    return _with_person(Member.objects.active()).filter(last_seen_on__lt=day)


def waiting_applications() -> QuerySet[Application]:
    """Return who asks to join, first come first."""
    waiting = Application.objects.filter(outcome=Outcome.WAITING)
    return waiting.select_related("member__person").order_by("id")
