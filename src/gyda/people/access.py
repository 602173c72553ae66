"""Who may open a page: a signed-out reader is asked to sign in, a stranger finds nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from contextlib import ExitStack
from typing import cast
from uuid import UUID

from gyda.people.models import ActingConsent, Hub, Member
from gyda.people.models.member import State
from gyda.people.who import Who
from gyda.web import access
from gyda.web.access import connectors_only, members_only, stewards_only

__all__ = ["HubRequest", "connectors_only", "find_who", "members_only", "stewards_only"]

ACTING = "acting"  # session: {hub id: consent id}


class HubRequest(access.HubRequest):
    """A request inside a hub, as HubMiddleware makes it; `who` is found when first asked for."""

    hub: Hub
    hub_stack: ExitStack


def find_who(request: HubRequest) -> Who | None:
    """Return the active member who asks, with their principal when acting; None for strangers."""
    if not request.user.is_authenticated:
        return None
    member = (
        Member.objects.select_related("person", "organisation")
        .filter(person_id=request.user.pk, state=State.ACTIVE)
        .first()
    )
    return Who(member, _principal(request, member)) if member else None


def _principal(request: HubRequest, member: Member) -> Member | None:
    consent_id = request.session.get(ACTING, {}).get(str(request.hub.id))
    if consent_id is None:
        return None
    consent = (
        ActingConsent.objects.standing()
        .select_related("principal", "principal__person")
        .filter(id=UUID(consent_id), supporter=member, principal__state=State.ACTIVE)
        .first()
    )
    return cast(Member, consent.principal) if consent else None
