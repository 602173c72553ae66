"""Opening venues, agreements, and the rules of spending hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.venues.actions.rules import set_rules
from gyda.deliver.venues.actions.setup import VenueWords, agree, keep_venue
from gyda.deliver.venues.forms.setup import AgreementForm, RulesForm, VenueForm
from gyda.deliver.venues.models import Agreement
from gyda.deliver.venues.queries.places import venue_of
from gyda.deliver.venues.queries.pools import organisation_for
from gyda.deliver.venues.queries.rules import the_rules
from gyda.people.access import HubRequest, members_only, stewards_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@members_only
def venue(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Make an organisation a venue, or change what is said of it."""
    found = organisation_for(request.who, organisation)
    row = venue_of(organisation)
    if row is None and not request.who.actor.is_steward:
        raise Http404
    initial = {name: getattr(row, name) for name in VenueForm.base_fields} if row else {}
    form = VenueForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            words = VenueWords(**form.cleaned_data)
            keep_venue(who=request.who, organisation=found, words=words)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The venue is kept."))
            return redirect(hub_path(request.hub.slug, "deliver:organisation", found.id))
    context = {"form": form, "organisation": found, "venue": row}
    return render(request, "deliver/venues/venue.html", context)


@stewards_only
def agreement(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Write down who pays a venue back from now on."""
    found, row = organisation_for(request.who, organisation), venue_of(organisation)
    if row is None:
        raise Http404
    standing = Agreement.objects.filter(venue=row, ended_at__isnull=True).first()
    names = ("funder", "pence_per_hour")
    initial = {name: getattr(standing, name) for name in names} if standing else {}
    form = AgreementForm(request.POST or None, initial=initial, but=found)
    if form.is_valid():
        try:
            agree(who=request.who, venue=row, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The agreement is kept."))
            return redirect(hub_path(request.hub.slug, "deliver:organisation", found.id))
    return render(request, "deliver/venues/agreement.html", {"form": form, "organisation": found})


@members_only
def venue_rules(request: HubRequest) -> HttpResponse:
    """Say in plain words how hours are spent, and whether they go back to the pot."""
    return render(request, "deliver/venues/rules.html", {"rules": the_rules()})


@stewards_only
def set_venue_rules(request: HubRequest) -> HttpResponse:
    """Change the rules."""
    standing = the_rules()
    initial = {name: getattr(standing, name) for name in RulesForm.base_fields}
    form = RulesForm(request.POST or None, initial=initial)
    if form.is_valid():
        set_rules(who=request.who, rules=form.cleaned_data)
        messages.success(request, _("The rules are kept."))
        return redirect(hub_path(request.hub.slug, "deliver:venue_rules"))
    return render(request, "deliver/venues/set_rules.html", {"form": form})
