"""Who may open a page: a signed-out reader is asked to sign in, a stranger finds nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from contextlib import ExitStack
from typing import cast
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from gyda.people.models import ActingConsent, Card, Hub, Member
from gyda.people.models.member import State
from gyda.people.who import Who
from gyda.web import access
from gyda.web.access import connectors_only, members_only, only, stewards_only

__all__ = [
    "ACTING",
    "CARD",
    "HubRequest",
    "connectors_only",
    "find_who",
    "members_only",
    "oneself_only",
    "own_affairs",
    "stewards_only",
]

ACTING = "acting"  # session: {hub id: consent id}
CARD = "card"  # session: id of the card that opened it; it opens one hub and no other


class HubRequest(access.HubRequest):
    """A request inside a hub, as HubMiddleware makes it; `who` is found when first asked for."""

    hub: Hub
    hub_stack: ExitStack


own_affairs = only(lambda who: who.reaches_everything)
oneself_only = only(lambda who: not who.is_acting)


def row_of(request: HubRequest) -> Who | None:
    """Return who asks about their own row, of someone who has left or waits too."""
    if request.who or not request.user.is_authenticated:
        return cast("Who | None", request.who)
    row = Member.objects.select_related("person").filter(person_id=request.user.pk).first()
    return Who(row) if row and not row.is_active and CARD not in request.session else None


def find_who(request: HubRequest) -> Who | None:
    """Return the active member who asks, with their principal when acting; None for strangers."""
    if not request.user.is_authenticated or not _card_opens(request):
        return None
    rows = Member.objects.select_related("organisation")
    member = rows.filter(person_id=request.user.pk, state=State.ACTIVE).first()
    if member is None:
        return None
    member.person = request.user
    _note_seen(member)
    consent = _consent(request, member)
    return Who(member, consent.principal, consent.scope) if consent else Who(member)


def _card_opens(request: HubRequest) -> bool:
    card = request.session.get(CARD)
    if card is None:
        return True
    theirs = Card.objects.live().filter(member__person_id=cast(UUID, request.user.pk))
    return theirs.filter(id=UUID(card)).exists()


def _note_seen(member: Member) -> None:
    """Keep the day of the last visit, in at most one write a day."""
    today = timezone.localdate()
    if member.last_seen_on != today:
        unseen = Q(last_seen_on__isnull=True) | Q(last_seen_on__lt=today)
        Member.objects.filter(unseen, id=member.id).update(last_seen_on=today)
        member.last_seen_on = today


def _consent(request: HubRequest, member: Member) -> ActingConsent | None:
    consent_id = request.session.get(ACTING, {}).get(str(request.hub.id))
    if consent_id is None:
        return None
    return (
        ActingConsent.objects.standing()
        .select_related("principal__person", "principal__organisation")
        .filter(id=UUID(consent_id), supporter=member, principal__state=State.ACTIVE)
        .first()
    )
