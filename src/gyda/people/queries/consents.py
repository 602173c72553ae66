"""Who may act for whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from gyda.people.models import ActingConsent, Member
from gyda.people.models.member import State


def _with_names() -> QuerySet[ActingConsent]:
    return ActingConsent.objects.select_related(
        "principal__person", "supporter__person", "recorded_by"
    )


def helpers_of(member: Member) -> QuerySet[ActingConsent]:
    """Return every consent that the member gave, newest first."""
    return _with_names().filter(principal=member).order_by("-id")


def principals_of(member: Member) -> QuerySet[ActingConsent]:
    """Return the consents under which the member may act now."""
    standing = ActingConsent.objects.standing().filter(
        supporter=member, principal__state=State.ACTIVE
    )
    return _with_names().filter(id__in=standing.values("id")).order_by("principal__name_folded")


def consent_or_404(consent_id: UUID, *, of: Member | None = None) -> ActingConsent:
    """Return a consent, where `of` is given only one that concerns that member."""
    consents = _with_names().filter(id=consent_id)
    if of is not None:
        consents = consents.filter(Q(principal=of) | Q(supporter=of))
    found = consents.first()
    if found is None:
        raise Http404
    return found
