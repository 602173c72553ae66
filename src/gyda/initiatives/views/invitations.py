"""Inviting, reading an invitation, and answering it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.initiatives import queries
from gyda.initiatives.actions import invitations
from gyda.initiatives.forms import AcceptForm, InviteForm
from gyda.initiatives.models import Invitation, Seat
from gyda.initiatives.rules import may_hold
from gyda.initiatives.views.holding import held_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


@members_only
def invite(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Invite one member, or everyone."""
    found = held_or_404(request, initiative)
    form = InviteForm(request.POST or None)

    def act() -> Invitation:
        asked = form.cleaned_data
        return invitations.invite(
            who=request.who,
            initiative_id=found.id,
            offer=form.offer(),
            member=asked["member"],
            key=asked["key"],
        )

    if attempt(form, act):
        said = _("The invitation is out.")
        return go(request, said, "initiatives:initiative", found.id)
    return render(request, "initiatives/invite.html", {"form": form, "initiative": found})


@members_only
def invitation(request: HubRequest, invited: UUID) -> HttpResponse:
    """Read what is in it for me, and say yes."""
    found = _readable(request, invited)
    form = AcceptForm(request.POST or None, member=request.who.subject)

    def act() -> Seat:
        side = form.cleaned_data["side"]
        return invitations.accept(who=request.who, invitation_id=found.id, side=side)

    if attempt(form, act):
        said = _("You are in the team.")
        return go(request, said, "initiatives:initiative", found.initiative.id)
    context = {
        "form": form,
        "invitation": found,
        "initiative": found.initiative,
        "is_mine": found.member_id in (None, request.who.subject.id),
        "holds": may_hold(request.who, found.initiative),
    }
    return render(request, "initiatives/invitation.html", context)


def _readable(request: HubRequest, invitation_id: UUID) -> Invitation:
    """Return an invitation to this member or to everyone; the team reads all of its own."""
    found = queries.invitation_or_404(invitation_id)
    is_mine = found.member_id in (None, request.who.subject.id)
    if not is_mine and not may_hold(request.who, found.initiative):
        raise Http404
    return found


@require_POST
@members_only
def decline(request: HubRequest, invited: UUID) -> HttpResponse:
    """Say no."""
    found = _readable(request, invited)
    return press(
        request,
        lambda: invitations.decline(who=request.who, invitation_id=found.id),
        _("You have said no. Nobody asks you why."),
        "initiatives:initiative",
        found.initiative.id,
    )


@require_POST
@members_only
def withdraw(request: HubRequest, invited: UUID) -> HttpResponse:
    """Take an invitation back."""
    found = _readable(request, invited)
    held_or_404(request, found.initiative_id)
    return press(
        request,
        lambda: invitations.withdraw(who=request.who, invitation_id=found.id),
        _("The invitation is taken back."),
        "initiatives:initiative",
        found.initiative.id,
    )
