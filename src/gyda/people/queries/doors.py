"""Invitations, cards and organisations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from gyda.keys.context import all_hubs
from gyda.people.actions.invitations import digest_of
from gyda.people.models import Application, Card, Invitation, Member, Organisation
from gyda.people.models.application import Outcome


def standing_invitations() -> QuerySet[Invitation]:
    """Return invitations that still work, newest first."""
    standing = Invitation.objects.standing()
    return standing.select_related("invited_by", "organisation").order_by("-id")


def invitation_for(code: str) -> Invitation | None:
    """Return the invitation that a code opens."""
    return Invitation.objects.standing().filter(digest=digest_of(code)).first()


def invitation_or_404(invitation_id: UUID) -> Invitation:
    return get_object_or_404(Invitation, id=invitation_id)


def card_of(member: Member) -> Card | None:
    """Return the member's card that is in use."""
    return Card.objects.live().filter(member=member).select_related("member").first()


def is_live(card_id: UUID) -> bool:
    """Tell whether a card, of whichever hub, has not been ended."""
    with all_hubs():
        return Card.objects.live().filter(id=card_id).exists()


def application_or_404(application_id: UUID) -> Application:
    """Return an application that waits."""
    waiting = Application.objects.filter(outcome=Outcome.WAITING).select_related("member__person")
    return get_object_or_404(waiting, id=application_id)


def last_application(member: Member) -> Application | None:
    return Application.objects.filter(member=member).order_by("-id").first()


def organisations() -> QuerySet[Organisation]:
    """Return the hub's organisations, oldest first."""
    return Organisation.objects.order_by("id")


def organisation_or_404(organisation_id: UUID) -> Organisation:
    return get_object_or_404(Organisation, id=organisation_id)
