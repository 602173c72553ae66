"""The steward's pages: the hub, its organisations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people.access import HubRequest, stewards_only
from gyda.people.actions import hubs
from gyda.people.forms.joining import HubForm, OrganisationForm, initial_of
from gyda.people.models import Organisation
from gyda.people.queries.doors import organisation_or_404, organisations
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@stewards_only
@require_http_methods(["GET", "POST"])
def hub(request: HubRequest) -> HttpResponse:
    """Change name, place, words and how people join."""
    form = HubForm(request.POST or None, initial=initial_of(request.hub, HubForm))
    if form.is_valid():
        hubs.change_hub(who=request.who, hub=request.hub, **form.cleaned_data)
        messages.success(request, _("The hub is changed."))
        return redirect(hub_path(request.hub.slug, "people:settings"))
    return render(request, "people/settings.html", {"form": form})


@stewards_only
@require_safe
def organisation_list(request: HubRequest) -> HttpResponse:
    """List the organisations whose people come to the hub."""
    page = page_of(organisations(), request, by="id")
    return render(request, "people/organisations.html", {"page": page})


@stewards_only
@require_http_methods(["GET", "POST"])
def organisation(request: HubRequest, organisation_id: UUID | None = None) -> HttpResponse:
    """Add an organisation, or change one."""
    row: Organisation | None = organisation_or_404(organisation_id) if organisation_id else None
    start = initial_of(row, OrganisationForm) if row else {}
    form = OrganisationForm(request.POST or None, initial=start)
    if form.is_valid():
        try:
            hubs.keep_organisation(who=request.who, organisation=row, **form.cleaned_data)
            messages.success(request, _("The organisation is kept."))
            return redirect(hub_path(request.hub.slug, "people:organisations"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "people/organisation.html", {"form": form, "organisation": row})
