"""What referrals hold on a member: as the one referred, and as the one who refers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q, QuerySet

from gyda.people import data
from gyda.people.models import Member
from gyda.referral.actions.refer import ERASED
from gyda.referral.models import CoverageArea, Referral, Referrer, State

Rows = list[dict[str, Any]]
REFERRED = (
    *("organisation__name_cy", "organisation__name_en", "referred_by__name", "made_at"),
    *("consent_how", "consent_on", "name", "address", "words", "state", "answered_at"),
)
REFERS = ("number", "made_at", "consent_how", "consent_on")  # nothing of the person, or of after


def _about(member: Member) -> QuerySet[Referral]:
    """Return referrals of the member, and those that wait at an address of theirs."""
    person = member.person
    addresses = [one for one in (person and (person.email, person.phone)) or () if one]
    return Referral.objects.filter(Q(member=member) | Q(address__in=addresses))


def _referrals(member: Member) -> Rows:
    mine = Referral.objects.filter(referred_by=member).order_by("id")
    return [*_about(member).order_by("id").values(*REFERRED), *mine.values(*REFERS)]


def _forget(member: Member) -> None:
    rows = _about(member)
    data.burn_letters_about(rows.values_list("id", flat=True))
    rows.exclude(state=State.JOINED).update(state=State.EXPIRED, remind_at=None, **ERASED)
    rows.filter(state=State.JOINED).update(**ERASED)


def _allowed(member: Member) -> Rows:
    rows = Referrer.objects.filter(allowed_by=member).order_by("id")
    return [dict(row) for row in rows.values("organisation__name_en", "allowed_at")]


def _loaded(member: Member) -> Rows:
    rows = CoverageArea.objects.filter(loaded_by=member).order_by("id")
    return [dict(row) for row in rows.values("area", "loaded_at")]


def register() -> None:
    """Declare every table."""
    data.register(Referral, export=_referrals, erase=_forget)
    data.register(Referrer, export=_allowed, erase=data.keep)
    data.register(CoverageArea, export=_loaded, erase=data.keep)
