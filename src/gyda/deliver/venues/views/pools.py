"""Grants to an organisation's pool, and hours given from it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.venues.actions.pools import change_grant, close_grant, grant_pool
from gyda.deliver.venues.forms.setup import BudgetForm, GrantForm, ReasonForm
from gyda.deliver.venues.queries import pools as queries
from gyda.people.access import HubRequest, members_only, stewards_only
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
