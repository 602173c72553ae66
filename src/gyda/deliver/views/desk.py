"""The connector's desk: what needs me today."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.actions.thanks import see_how_it_was
from gyda.deliver.models import HowItWas
from gyda.deliver.queries import desk as queries
from gyda.deliver.queries.balance import only_gave, only_received
from gyda.people.access import HubRequest, connectors_only
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@connectors_only
def desk(request: HubRequest) -> HttpResponse:
    """Show a few of everything that waits for a connector."""
    return render(request, "deliver/desk/desk.html", {"today": queries.today()})


@connectors_only
def waiting(request: HubRequest) -> HttpResponse:
    """List every exchange that waits to be confirmed or settled."""
    rows, either = queries.exchanges_in_order(), queries.waiting(timezone.now())
    page = page_of(rows, request, by="state_at", either=either)
    return render(request, "deliver/desk/waiting.html", {"page": page})


@connectors_only
def invite(request: HubRequest) -> HttpResponse:
    """List who only gave or only received lately, with a gentle thing to do."""
    gave = request.GET.get("who") != "received"
    members = only_gave if gave else only_received
    page = page_of(members(beside=request.who.actor), request, by="name_folded")
    return render(request, "deliver/desk/invite.html", {"page": page, "gave": gave})


@connectors_only
def heard_all(request: HubRequest) -> HttpResponse:
    """List what people told the connectors about their exchanges."""
    page = page_of(queries.unheard(beside=request.who.actor), request)
    return render(request, "deliver/desk/heard.html", {"page": page})


@require_POST
@connectors_only
def heard(request: HubRequest, told: UUID) -> HttpResponse:
    """Take one off the list."""
    found = get_object_or_404(HowItWas, id=told)
    see_how_it_was(who=request.who, told_id=found.id)
    messages.success(request, _("Noted as read."))
    return redirect(hub_path(request.hub.slug, "deliver:told"))
