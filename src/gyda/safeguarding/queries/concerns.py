"""Concerns: to their leads, to who told them, and as bare figures to stewards."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from gyda.people import codes
from gyda.people.models import Member
from gyda.safeguarding.actions.concerns import PURPOSE
from gyda.safeguarding.models import Concern, ConcernStep, Lead
from gyda.safeguarding.models.concern import ConcernQuerySet, Kind


@dataclass(frozen=True)
class Clock:
    """How many wait, and since when: no word of what they are about."""

    waiting: int
    overdue: int
    first_due: datetime.datetime | None


def clock(now: datetime.datetime | None = None) -> Clock:
    """Return the figures that stewards see."""
    found = Concern.objects.unanswered().aggregate(
        waiting=Count("id"),
        overdue=Count("id", filter=Q(due_at__lte=now or timezone.now())),
        first_due=Min("due_at"),
    )
    return Clock(**found)


def concerns_for(lead: Member) -> ConcernQuerySet:
    """Return all concerns that a lead may read."""
    return Concern.objects.for_lead(lead).select_related("told_by", "about_member", "organisation")


def concern_or_404(lead: Member, concern_id: UUID) -> Concern:
    found: Concern | None = concerns_for(lead).filter(id=concern_id).first()
    if found is None:
        raise Http404
    return found


def steps_of(concern: Concern) -> QuerySet[ConcernStep]:
    rows: QuerySet[ConcernStep] = ConcernStep.objects.filter(concern=concern)
    return rows.select_related("by").order_by("id")


def concern_by_code(code: str) -> Concern | None:
    """Return the concern whose teller has this code."""
    return Concern.objects.filter(digest=codes.digest_of(PURPOSE, code)).first()


def answers_to(concern: Concern) -> QuerySet[ConcernStep]:
    """Return what the teller may read: the answers, without the notes of the leads."""
    return steps_of(concern).filter(kind=Kind.ANSWER)


def told_by(member: Member) -> ConcernQuerySet:
    """Return what a member has told, newest first."""
    return Concern.objects.filter(told_by=member).order_by("-id")


def standing_leads() -> QuerySet[Lead]:
    rows = Lead.objects.filter(ended_at__isnull=True, member__state="ACTIVE")
    return rows.select_related("member").order_by("id")
