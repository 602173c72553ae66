"""The picture of a listing: adding it, and showing it to those who may see the listing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from gyda.deliver.actions import picture as actions
from gyda.deliver.models import Listing
from gyda.deliver.queries import listing as listings
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.pictures import kept
from gyda.web.pictures.form import PictureForm


@members_only
def add_picture(request: HubRequest, listing: UUID) -> HttpResponse:
    """Choose a picture, and say what it shows."""
    one = listings.own_or_404(request.who, listing)
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.add_picture(
                who=request.who,
                listing=one,
                file=typed["picture"],
                alt=typed["alt"],
                language=typed["language"],
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The picture is there."))
            return _to(request, one)
    return render(request, "deliver/picture.html", {"form": form, "listing": one})


@members_only
@require_POST
def remove_picture(request: HubRequest, listing: UUID) -> HttpResponse:
    """Take it away."""
    one = listings.closable_or_404(request.who, listing)
    try:
        actions.remove_picture(who=request.who, listing=one)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The picture is gone."))
    return _to(request, one)


@members_only
def picture(request: HubRequest, listing: UUID, size: str) -> HttpResponse:
    """Hand out the file to those who may see the listing."""
    one = listings.listing_or_404(request.who, listing, timezone.localdate())
    return kept.shown(one.pictures.first(), size)


def _to(request: HubRequest, listing: Listing) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "deliver:listing", listing.id))
