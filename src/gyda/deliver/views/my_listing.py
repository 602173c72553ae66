"""A member's own offers and asks: put up, change, rest, take down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from gyda.deliver.actions import listing as actions
from gyda.deliver.forms.listing import ListingForm, NewListingForm
from gyda.deliver.models import Listing
from gyda.deliver.models.listing import Kind
from gyda.deliver.queries import listing as listings
from gyda.people.access import HubRequest, members_only
from gyda.people.who import Who
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of

Find = Callable[[Who, UUID], Listing]
STARTS = ("title", "category")  # what a link may fill in


def offer(request: HubRequest) -> HttpResponse:
    """Ask what a member could share."""
    return new(request, Kind.OFFER)


def ask(request: HubRequest) -> HttpResponse:
    """Ask what would help a member."""
    return new(request, Kind.ASK)


@members_only
def new(request: HubRequest, kind: str) -> HttpResponse:
    """Put up an offer or an ask."""
    initial = {name: request.GET[name] for name in STARTS if name in request.GET}
    form = NewListingForm(request.POST or None, kind=kind, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.put_up(
                who=request.who,
                kind=kind,
                draft=form.draft(),
                goods=form.is_thing,
                form_key=form.key,
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("It is up. Your neighbours can see it now."))
            return _to(request, made)
    return render(request, "deliver/new_listing.html", {"form": form, "kind": kind})


@members_only
def edit(request: HubRequest, listing: UUID) -> HttpResponse:
    """Change one."""
    one = listings.own_or_404(request.who, listing)
    form = ListingForm(request.POST or None, kind=one.kind, listing=one)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit(who=request.who, listing=one, draft=form.draft())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Your changes are kept."))
            return _to(request, one)
    return render(request, "deliver/edit_listing.html", {"form": form, "listing": one})


@members_only
def my_listings(request: HubRequest) -> HttpResponse:
    """Show a member all that they put up."""
    context = {"page": page_of(listings.own(request.who), request)}
    return render(request, "deliver/my_listings.html", context)


def _step(act: Callable[..., Listing], said: Any, find: Find) -> Callable[..., HttpResponse]:
    """Make the view of a one-button change; who may not make it finds nothing."""

    @members_only
    @require_POST
    def step(request: HubRequest, listing: UUID) -> HttpResponse:
        one = find(request.who, listing)
        try:
            act(who=request.who, listing=one)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, said)
        return _to(request, one)

    return step


pause = _step(actions.pause, _("It is out of sight until you show it again."), listings.own_or_404)
resume = _step(actions.resume, _("Your neighbours can see it again."), listings.own_or_404)
renew = _step(actions.renew, _("It stays up. Thank you for looking after it."), listings.own_or_404)
close = _step(actions.close, _("It is taken down."), listings.closable_or_404)


def _to(request: HubRequest, listing: Listing) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "deliver:listing", listing.id))
