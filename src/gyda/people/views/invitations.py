"""Invitations: made, shown once, taken back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people import codes, rules
from gyda.people.access import HubRequest, connectors_only
from gyda.people.actions import invitations
from gyda.people.forms.joining import InviteForm
from gyda.people.models import Invitation
from gyda.people.models.member import Role
from gyda.people.queries.doors import invitation_or_404, standing_invitations
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@connectors_only
@require_safe
def listing(request: HubRequest) -> HttpResponse:
    """List the invitations that still work."""
    page = page_of(standing_invitations(), request)
    return render(request, "people/invitations.html", {"page": page})


@never_cache
@connectors_only
@require_http_methods(["GET", "POST"])
def invite(request: HubRequest) -> HttpResponse:
    """Make an invitation. The answer shows link and code, which nothing shows again."""
    roles = [role for role in Role.values if rules.may_grant(request.who, role)]
    form = InviteForm(request.POST or None, roles=roles, initial={"role": Role.MEMBER})
    if form.is_valid():
        try:
            made, code = invitations.invite(who=request.who, **form.cleaned_data)
            return render(request, "people/invited.html", _shown(request, made, code))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "people/invite.html", {"form": form})


def _shown(request: HubRequest, made: Invitation, code: str) -> dict[str, object]:
    path = reverse("people:invitation-code", args=[request.hub.slug, code])
    link = f"{settings.ORIGIN}{path}"
    typed = reverse("people:invitation", args=[request.hub.slug])
    return {
        "invitation": made,
        "code": codes.shown(code),
        "link": link,
        "address": f"{settings.ORIGIN}{typed}".partition("://")[2],
        "qr": segno.make(link, error="m").svg_data_uri(scale=4, border=2),
    }


@connectors_only
@require_http_methods(["POST"])
def revoke(request: HubRequest, invitation_id: UUID) -> HttpResponse:
    """Take an invitation back."""
    try:
        invitations.revoke(who=request.who, invitation=invitation_or_404(invitation_id))
        messages.success(request, _("The invitation no longer works."))
    except DomainError as error:
        messages.warning(request, str(error))
    return redirect(hub_path(request.hub.slug, "people:invitations"))
