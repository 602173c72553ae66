"""Referrals: to who made them, hardly anything; to connectors, what they need."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from gyda.people.models import Member, Organisation
from gyda.referral.models import Referral, Referrer, State

FOR_REFERRER = ("id", "hub", "number", "name", "made_at", "state", "referred_by")


def made_by(member: Member) -> QuerySet[Referral]:
    """Return what a referrer may see of their own, newest first: nothing else is even read."""
    return Referral.objects.filter(referred_by=member).only(*FOR_REFERRER).order_by("-id")


def my_referral_or_404(member: Member, referral_id: UUID) -> Referral:
    found = made_by(member).filter(id=referral_id).first()
    if found is None:
        raise Http404
    return found


def on_the_desk() -> QuerySet[Referral]:
    """Return what waits for an answer or a welcome, oldest first."""
    waits = Q(state__in=(State.WAITING, State.NOT_NOW))
    rows = Referral.objects.filter(waits | Q(state=State.JOINED, welcomed_at__isnull=True))
    return rows.select_related("organisation", "referred_by", "member").order_by("id")


def desk_referral_or_404(referral_id: UUID) -> Referral:
    found = on_the_desk().filter(id=referral_id).first()
    if found is None:
        raise Http404
    return found


def referring() -> QuerySet[Organisation]:
    """Return the organisations that may refer."""
    return Organisation.objects.filter(id__in=Referrer.objects.values("organisation_id"))
