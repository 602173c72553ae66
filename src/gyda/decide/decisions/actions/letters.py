"""Letters about decisions to those who are near them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from gyda.decide.decisions.models import Decision
from gyda.initiatives.models import Follow, Seat
from gyda.people.letterbox import write_to
from gyda.people.models import Member


def near(decision: Decision) -> "QuerySet[Member]":
    """Return the team and the followers of the thread."""
    if decision.initiative_id is None:
        return Member.objects.none()
    seats = Seat.objects.taken().filter(initiative=decision.initiative_id).values("member_id")
    follows = Follow.objects.filter(initiative=decision.initiative_id).values("member_id")
    return Member.objects.active().filter(Q(id__in=seats) | Q(id__in=follows)).order_by("id")


def tell_near(decision: Decision, kind: str, *, but: UUID | None = None, **words: Any) -> None:
    """Write to them all, except to who did it."""
    for member in near(decision).select_related("person").iterator():
        if member.id == but:
            continue
        write_to(member, kind, about_id=decision.id, decision=decision, **words)


def tell(member: Member | None, kind: str, decision: Decision, **words: Any) -> None:
    """Write to one member, if they are still here."""
    if member is not None and member.is_active:
        write_to(member, kind, about_id=decision.id, decision=decision, **words)
