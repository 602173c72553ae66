"""The steps that every deed of this room takes: form, one action, a word, the page again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gyda.initiatives.models import Initiative
from gyda.initiatives.queries import initiative_or_404
from gyda.initiatives.rules import may_hold
from gyda.people.access import HubRequest
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


def held_or_404(request: HubRequest, initiative_id: Any) -> Initiative:
    """Return the initiative, if this person looks after it."""
    found = initiative_or_404(initiative_id)
    if not may_hold(request.who, found):
        raise Http404
    return found


def to(request: HubRequest, initiative: Initiative) -> HttpResponse:
    """Go to the initiative's page."""
    return redirect(hub_path(request.hub.slug, "initiatives:initiative", initiative.id))


def done(request: HubRequest, form: BaseForm, act: Callable[[], Any], said: str) -> Any | None:
    """Do it if the form is whole; what stands in the way goes onto the form."""
    if not form.is_valid():
        return None
    try:
        result = act()
    except DomainError as error:
        add_domain_error(form, error)
        return None
    messages.success(request, said)
    return result or True


def tried(request: HubRequest, act: Callable[[], Any], said: str) -> None:
    """Do what one button asks; what stands in the way is said on the next page."""
    try:
        act()
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
