"""A venue puts up spare places, changes and ends them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.venues.actions.spare import change_spare, end_spare, put_up_spare
from gyda.deliver.venues.forms.spare import NewSpareForm, SpareForm, words_of
from gyda.deliver.venues.models import SparePlace, Venue
from gyda.deliver.venues.queries import places as queries
from gyda.deliver.venues.rules import may_run
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import Form, add_domain_error
from gyda.web.links import hub_path


def _venue(request: HubRequest, organisation: UUID) -> Venue:
    found = queries.venue_of(organisation)
    if found is None or not may_run(request.who, organisation):
        raise Http404
    return found


def _spare(request: HubRequest, spare: UUID) -> SparePlace:
    found = queries.spare_or_404(spare)
    if found.ended_at or not may_run(request.who, found.venue.organisation_id):
        raise Http404
    return found


@members_only
def put_up_places(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Put up spare places, once or every week."""
    venue = _venue(request, organisation)
    form = NewSpareForm(request.POST or None)
    if form.is_valid():
        asked = {"words": form.spare(), "when": form.when(), "key": form.cleaned_data["key"]}
        try:
            made = put_up_spare(who=request.who, venue=venue, **asked)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The places are put up."))
            return redirect(hub_path(request.hub.slug, "deliver:spare", made.id))
    return render(request, "deliver/venues/put_up.html", {"form": form, "venue": venue})


@members_only
def change_places(request: HubRequest, spare: UUID) -> HttpResponse:
    """Change the words, the price and how many there are."""
    found = _spare(request, spare)
    form = SpareForm(request.POST or None, initial=words_of(found))
    if form.is_valid():
        try:
            change_spare(who=request.who, spare_id=found.id, words=form.spare())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The places are changed."))
            return redirect(hub_path(request.hub.slug, "deliver:spare", found.id))
    return render(request, "deliver/venues/put_up.html", {"form": form, "spare": found})


@members_only
def end_places(request: HubRequest, spare: UUID) -> HttpResponse:
    """Take no more bookings."""
    found = _spare(request, spare)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            end_spare(who=request.who, spare_id=found.id)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("There are no more bookings. Those who booked may come."))
        venue = found.venue.organisation_id
        return redirect(hub_path(request.hub.slug, "deliver:organisation", venue))
    return render(request, "deliver/venues/end.html", {"spare": found, "form": form})
