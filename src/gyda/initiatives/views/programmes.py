"""Programmes: several initiatives that belong together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.initiatives import queries
from gyda.initiatives.actions.programmes import keep_programme
from gyda.initiatives.forms import ProgrammeForm
from gyda.initiatives.models import Initiative, Programme
from gyda.people.access import HubRequest, connectors_only
from gyda.web.deeds import attempt, go
from gyda.web.paging import page_of


def programmes(request: HubRequest) -> HttpResponse:
    """List them."""
    page = page_of(queries.programmes(), request)
    may_open = bool(request.who) and request.who.actor.is_connector
    return render(request, "initiatives/programmes.html", {"page": page, "may_open": may_open})


def programme(request: HubRequest, programme: UUID) -> HttpResponse:
    """Show one with its initiatives."""
    found = queries.programme_or_404(programme)
    page = page_of(Initiative.objects.filter(programme=found), request)
    may_change = bool(request.who) and request.who.actor.is_connector
    context = {"programme": found, "page": page, "may_change": may_change}
    return render(request, "initiatives/programme.html", context)


@connectors_only
def new(request: HubRequest) -> HttpResponse:
    """Open one."""
    return _keep(request, None)


@connectors_only
def change(request: HubRequest, programme: UUID) -> HttpResponse:
    """Put one in other words."""
    return _keep(request, queries.programme_or_404(programme))


def _keep(request: HubRequest, found: Programme | None) -> HttpResponse:
    names = ("title_cy", "title_en", "purpose_cy", "purpose_en")
    initial = {name: getattr(found, name) for name in names} if found else {}
    form = ProgrammeForm(request.POST or None, initial=initial)

    def act() -> Programme:
        programme_id = found.id if found else None
        return keep_programme(who=request.who, programme_id=programme_id, **form.cleaned_data)

    if done := attempt(form, act):
        said = _("The programme is published.")
        return go(request, said, "initiatives:programme", done.result.id)
    return render(request, "initiatives/keep_programme.html", {"form": form, "programme": found})
