"""The leads' pages: whoever is no lead finds nothing here."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people.access import HubRequest
from gyda.safeguarding.actions import concerns as actions
from gyda.safeguarding.forms.concerns import StepForm
from gyda.safeguarding.models import Concern
from gyda.safeguarding.queries.concerns import concern_or_404, concerns_for, steps_of
from gyda.safeguarding.rules import is_lead
from gyda.web.access import only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of

leads_only = only(is_lead)


@never_cache
@leads_only
@require_safe
def listing(request: HubRequest) -> HttpResponse:
    """List the concerns, newest first."""
    page = page_of(concerns_for(request.who.actor), request)
    return render(request, "safeguarding/concerns.html", {"page": page, "now": timezone.now()})


@never_cache
@leads_only
@require_safe
def concern(request: HubRequest, concern: UUID) -> HttpResponse:
    """Show one; the first look of each lead is kept."""
    found = concern_or_404(request.who.actor, concern)
    actions.note_reading(who=request.who, concern=found)
    return _page(request, found, StepForm(auto_id="id_answer_%s"), StepForm(auto_id="id_note_%s"))


def _page(request: HubRequest, found: Concern, answer: StepForm, note: StepForm) -> HttpResponse:
    words = {
        "concern": found,
        "steps": steps_of(found),
        "answer": answer,
        "note": note,
        "form": answer if answer.is_bound else note,
        "now": timezone.now(),
    }
    return render(request, "safeguarding/concern.html", words)


@never_cache
@leads_only
@require_http_methods(["POST"])
def step(request: HubRequest, concern: UUID, kind: str) -> HttpResponse:
    """Take one step: answer, note, close, reopen."""
    found = concern_or_404(request.who.actor, concern)
    if kind in WRITTEN:
        return _write(request, found, kind)
    if kind not in TURNED:
        raise Http404
    try:
        TURNED[kind](who=request.who, concern=found)
        messages.success(request, _("Noted."))
    except DomainError as error:
        messages.warning(request, str(error))
    return _to(request, found)


WRITTEN: dict[str, Callable[..., object]] = {"answer": actions.answer, "note": actions.add_note}
TURNED: dict[str, Callable[..., object]] = {"close": actions.close, "reopen": actions.reopen}


def _write(request: HubRequest, found: Concern, kind: str) -> HttpResponse:
    forms = {
        name: StepForm(request.POST if name == kind else None, auto_id=f"id_{name}_%s")
        for name in WRITTEN
    }
    if forms[kind].is_valid():
        try:
            WRITTEN[kind](who=request.who, concern=found, **forms[kind].cleaned_data)
            messages.success(request, _("Kept."))
            return _to(request, found)
        except DomainError as error:
            add_domain_error(forms[kind], error)
    return _page(request, found, forms["answer"], forms["note"])


def _to(request: HubRequest, found: Concern) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "safeguarding:concern", found.id))
