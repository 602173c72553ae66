"""References of a member, for connectors."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from gyda.people import codes
from gyda.people.models import Member
from gyda.safeguarding.actions.references import PURPOSE
from gyda.safeguarding.models import Reference
from gyda.safeguarding.models.reference import ReferenceState


def references_of(member: Member) -> QuerySet[Reference]:
    """Return every reference that was asked for, newest first."""
    rows = Reference.objects.filter(member=member)
    return rows.select_related("asked_by", "read_by").order_by("-id")


def reference_or_404(reference_id: UUID) -> Reference:
    rows = Reference.objects.select_related("member", "asked_by__person")
    found = rows.filter(id=reference_id).first()
    if found is None:
        raise Http404
    return found


def is_answered(code: str) -> bool:
    """Tell whether who has this code has said what they wanted to say."""
    answered = (ReferenceState.GIVEN, ReferenceState.DECLINED)
    digest = codes.digest_of(PURPOSE, code)
    return Reference.objects.filter(digest=digest, state__in=answered).exists()
