"""Letters about an initiative to those who are in it or follow it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.initiatives.models import Follow, Initiative, Seat
from gyda.letters.actions import write
from gyda.people.letterbox import reader_of
from gyda.people.models import Member
from gyda.people.who import Who


def tell_those_near(initiative: Initiative, kind: str, *, but: Who, **context: Any) -> None:
    """Write to the team and the followers, except to who did it."""
    seats = Seat.objects.taken().filter(initiative=initiative).values("member_id")
    follows = Follow.objects.filter(initiative=initiative).values("member_id")
    near = Member.objects.active().filter(Q(id__in=seats) | Q(id__in=follows))
    for member in near.exclude(id=but.subject.id).select_related("person").order_by("id"):
        tell(initiative, member, kind, **context)


def tell(initiative: Initiative, member: Member, kind: str, **context: Any) -> None:
    """Write to one member, who still belongs to the hub."""
    if member.is_active:
        told = {"initiative": initiative} | context
        write(to=reader_of(member), kind=kind, context=told, about_id=initiative.id)
