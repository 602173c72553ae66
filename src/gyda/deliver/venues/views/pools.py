"""Grants to an organisation's pool, and hours given from it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.venues.actions.giving import give_from_pool, take_gift_back
from gyda.deliver.venues.actions.pools import change_grant, close_grant, grant_pool
from gyda.deliver.venues.forms.setup import BudgetForm, GiveForm, GrantForm, ReasonForm
from gyda.deliver.venues.models import PoolGift
from gyda.deliver.venues.queries import pools as queries
from gyda.ledger.models import Unit
from gyda.people.access import HubRequest, connectors_only, members_only, stewards_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@members_only
def pool(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Show an organisation's grants, and to whom it gave hours by itself."""
    found = queries.organisation_for(request.who, organisation)
    context = {
        "organisation": found,
        "pools": queries.pools_of(organisation),
        "grants": list(queries.grants_of(organisation)[:20]),
        "page": page_of(queries.gifts_of(organisation), request),
    }
    return render(request, "deliver/venues/pool.html", context)


@stewards_only
def new_grant(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Grant an organisation hours to give."""
    found = queries.organisation_for(request.who, organisation)
    form = GrantForm(request.POST or None)
    if form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("key", "until_on")}
        budget, words = form.budget(), form.said()
        try:
            made = grant_pool(
                who=request.who, organisation=found, budget=budget, words=words, **asked
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The hours are granted."))
            return redirect(hub_path(request.hub.slug, "deliver:pool_grant", made.id))
    return render(request, "deliver/venues/grant_new.html", {"form": form, "organisation": found})


@members_only
def pool_grant(request: HubRequest, grant: UUID) -> HttpResponse:
    """Show a grant, what is left of it, and every change with its reason."""
    found = queries.grant_or_404(request.who, grant)
    minutes, pence = (0, 0) if found.closed_at else queries.left_of(found)
    steps = queries.steps_of(found)
    context = {"grant": found, "minutes": minutes, "pence": pence, "steps": steps}
    return render(request, "deliver/venues/grant.html", context)


@stewards_only
def change_pool_grant(request: HubRequest, grant: UUID) -> HttpResponse:
    """Make a grant larger or smaller."""
    found = queries.grant_or_404(request.who, grant)
    initial = {"minutes": found.minutes, "pence": found.pence}
    form = BudgetForm(request.POST or None, initial=initial)
    if form.is_valid():
        budget, words = form.budget(), form.said()
        try:
            change_grant(who=request.who, grant_id=found.id, budget=budget, words=words)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The grant is changed."))
            return redirect(hub_path(request.hub.slug, "deliver:pool_grant", found.id))
    return render(request, "deliver/venues/grant_change.html", {"form": form, "grant": found})


@stewards_only
def close_pool_grant(request: HubRequest, grant: UUID) -> HttpResponse:
    """End a grant: what is left of it leaves the pool."""
    found = queries.grant_or_404(request.who, grant)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            close_grant(who=request.who, grant_id=found.id, words=form.said())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The grant is closed."))
            return redirect(hub_path(request.hub.slug, "deliver:pool_grant", found.id))
    minutes, pence = queries.left_of(found)
    context = {"form": form, "grant": found, "minutes": minutes, "pence": pence}
    return render(request, "deliver/venues/grant_close.html", context)


@members_only
def give_hours(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Give someone hours from the pool for time given to the organisation."""
    found = queries.organisation_for(request.who, organisation)
    form = GiveForm(request.POST or None)
    if form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("member", "minutes", "key")}
        try:
            give_from_pool(who=request.who, organisation=found, words=form.said(), **asked)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("They have their hours, and a letter that says so."))
            return redirect(hub_path(request.hub.slug, "deliver:pool", found.id))
    free = queries.pools_of(organisation)[Unit.MINUTES].balance
    context = {"form": form, "organisation": found, "free": free}
    return render(request, "deliver/venues/give.html", context)


@connectors_only
def take_pool_gift_back(request: HubRequest, given: UUID) -> HttpResponse:
    """Take back hours that were given from a pool by mistake."""
    rows = PoolGift.objects.select_related("member", "organisation")
    found = get_object_or_404(rows, id=given, reversal_id__isnull=True)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            take_gift_back(who=request.who, gift_id=found.id, words=form.said())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The hours went back, and the member is told."))
            return redirect(hub_path(request.hub.slug, "deliver:pool", found.organisation_id))
    return render(request, "deliver/venues/give_back.html", {"form": form, "gift": found})
