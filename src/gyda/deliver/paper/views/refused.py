"""Notes that were refused, for the connectors."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gyda.deliver.paper.actions.refusing import see_refusal
from gyda.deliver.paper.queries import notes as queries
from gyda.people.access import HubRequest, connectors_only
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@connectors_only
@require_safe
def refused(request: HubRequest) -> HttpResponse:
    """List what was refused and nobody has looked into."""
    page = page_of(queries.refusals(), request)
    return render(request, "deliver/paper/refused.html", {"page": page})


@require_POST
@connectors_only
def seen(request: HubRequest, refusal: UUID) -> HttpResponse:
    """Take one off the list."""
    see_refusal(who=request.who, refusal=queries.refusal_or_404(refusal))
    messages.success(request, _("Noted: someone has looked into it."))
    return redirect(hub_path(request.hub.slug, "deliver:refused_notes"))
