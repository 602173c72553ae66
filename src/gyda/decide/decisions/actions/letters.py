"""Letters about decisions to those who are near them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet

from gyda.decide.decisions.models import Decision
from gyda.initiatives.models import Follow, Seat
from gyda.letters.audiences import Addressee
from gyda.letters.circulars import write_to_all
from gyda.people.letterbox import following, write_to
from gyda.people.models import Member

AUDIENCE = "decide.decision"


def near(decision: Decision) -> "QuerySet[Member]":
    """Return the team and the followers of the thread."""
    if decision.initiative_id is None:
        return Member.objects.none()
    seats = Seat.objects.taken().filter(initiative=decision.initiative_id).values("member_id")
    follows = Follow.objects.filter(initiative=decision.initiative_id).values("member_id")
    return Member.objects.active().filter(Q(id__in=seats) | Q(id__in=follows)).order_by("id")


def tell_near(
    decision: Decision, kind: str, *, but: UUID | None = None, **words: models.Model
) -> None:
    """Write to them all, except to who did it: many are written to by the tick."""
    told: dict[str, models.Model] = {"decision": decision, **words}
    write_to_all(kind=kind, audience=AUDIENCE, about_id=decision.id, words=told, but=but)


def who_hears(about_id: UUID, last: UUID | None, size: int) -> list[Addressee]:
    """Return the next of those near a decision."""
    decision = Decision.objects.filter(id=about_id).first()
    return following(near(decision), about_id, last, size) if decision else []


def tell(member: Member | None, kind: str, decision: Decision, **words: Any) -> None:
    """Write to one member, if they are still here."""
    if member is not None and member.is_active:
        write_to(member, kind, about_id=decision.id, decision=decision, **words)
