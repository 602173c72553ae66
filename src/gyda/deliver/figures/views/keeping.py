"""Connectors' own time, and the steward's table of areas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.figures.actions.areas import load_areas
from gyda.deliver.figures.actions.work import note_time, take_time_away
from gyda.deliver.figures.forms.work import AreasForm, TimeForm
from gyda.deliver.figures.models import ConnectorTime
from gyda.deliver.figures.queries import kept
from gyda.deliver.figures.queries.work import mine
from gyda.people.access import HubRequest, connectors_only, stewards_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@connectors_only
def time(request: HubRequest) -> HttpResponse:
    """Write down a piece of work, and look at those before."""
    form = TimeForm(request.POST or None)
    if form.is_valid():
        try:
            note_time(who=request.who, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Written down."))
            return redirect(hub_path(request.hub.slug, "deliver:connector_time"))
    page = page_of(mine(request.who.actor), request)
    return render(request, "deliver/figures/time.html", {"form": form, "page": page})


@require_POST
@connectors_only
def remove_time(request: HubRequest, time: UUID) -> HttpResponse:
    """Take away one that was written down by mistake."""
    found = get_object_or_404(ConnectorTime, id=time, connector=request.who.actor)
    take_time_away(who=request.who, time_id=found.id)
    messages.success(request, _("Taken away."))
    return redirect(hub_path(request.hub.slug, "deliver:connector_time"))


@connectors_only
def areas(request: HubRequest) -> HttpResponse:
    """Show the table of areas that figures go by."""
    context = {"table": kept.area_table(), "areas": kept.areas()}
    return render(request, "deliver/figures/areas.html", context)


@stewards_only
def load(request: HubRequest) -> HttpResponse:
    """Load a table of areas in the place of the one before."""
    form = AreasForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        said = form.cleaned_data
        rows = said.pop("table")
        load_areas(who=request.who, rows=rows, **said)
        messages.success(request, _("The table is loaded. The figures by area follow in an hour."))
        return redirect(hub_path(request.hub.slug, "deliver:figure_areas"))
    return render(request, "deliver/figures/load_areas.html", {"form": form})
