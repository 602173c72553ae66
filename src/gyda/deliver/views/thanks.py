"""Thank-yous that people let the hub show."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.actions.thanks import stop_sharing
from gyda.deliver.models import Thanks
from gyda.deliver.queries.thanks import may_see_thanks, shared_thanks
from gyda.deliver.views.gate import turn_away
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def thanks(request: HubRequest) -> HttpResponse:
    """Show the words, without names."""
    if not may_see_thanks(request.who):
        return turn_away(request)
    page = page_of(shared_thanks(), request)
    return render(request, "deliver/exchange/thanks.html", {"page": page, "who": request.who})


@require_POST
@members_only
def hide(request: HubRequest, thanks: UUID) -> HttpResponse:
    """Take one off the page."""
    found = get_object_or_404(Thanks, id=thanks, shared=True)
    try:
        stop_sharing(who=request.who, thanks_id=found.id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("These words are no longer shown."))
    return redirect(hub_path(request.hub.slug, "deliver:thanks"))
