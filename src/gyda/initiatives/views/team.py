"""Leaving the team; following and no longer following."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.initiatives import queries
from gyda.initiatives.actions import seats
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import press


@require_POST
@members_only
def leave(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Leave the team."""
    found = queries.initiative_or_404(initiative)
    return press(
        request,
        lambda: seats.leave_team(who=request.who, initiative_id=found.id),
        _("You have left the team."),
        "initiatives:initiative",
        found.id,
    )


@require_POST
@members_only
def follow(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Hear what happens."""
    found = queries.initiative_or_404(initiative)
    return press(
        request,
        lambda: seats.follow(who=request.who, initiative_id=found.id),
        _("You will hear what happens here."),
        "initiatives:initiative",
        found.id,
    )


@require_POST
@members_only
def unfollow(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Hear no more."""
    found = queries.initiative_or_404(initiative)
    return press(
        request,
        lambda: seats.unfollow(who=request.who, initiative_id=found.id),
        _("You will hear no more of it."),
        "initiatives:initiative",
        found.id,
    )
