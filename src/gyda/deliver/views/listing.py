"""Looking through offers and asks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from gyda.deliver.forms.search import SearchForm
from gyda.deliver.models import Category
from gyda.deliver.models.listing import Kind
from gyda.deliver.queries import category as categories
from gyda.deliver.queries import listing as listings
from gyda.deliver.rules.listing import is_ending, is_own, may_close
from gyda.people.access import HubRequest, members_only
from gyda.web.paging import page_of


@members_only
def browse(request: HubRequest, kind: str = "") -> HttpResponse:
    """Show the newest offers, asks or both, or those that the reader looks for."""
    form = SearchForm(request.GET, kind=kind)
    wish = form.wish()
    found = listings.looked_for(request.who, wish, timezone.localdate())
    context = {
        "search": form,
        "wish": wish,
        "kind": kind,
        "page": page_of(found, request),
        "shelves": categories.named_like(wish.q),
    }
    return render(request, "deliver/browse.html", context)


def offers(request: HubRequest) -> HttpResponse:
    """Show what neighbours offer."""
    return browse(request, Kind.OFFER)


def asks(request: HubRequest) -> HttpResponse:
    """Show what neighbours ask for."""
    return browse(request, Kind.ASK)


@members_only
def category_list(request: HubRequest) -> HttpResponse:
    """Show the shelves."""
    return render(request, "deliver/categories.html", {"categories": categories.in_use()})


@members_only
def category(request: HubRequest, category: UUID) -> HttpResponse:
    """Show one shelf: its offers and its asks."""
    shelf = get_object_or_404(Category, id=category)
    wish = listings.Wish(category=str(shelf.id))
    found = listings.looked_for(request.who, wish, timezone.localdate())
    context = {"category": shelf, "page": page_of(found, request)}
    return render(request, "deliver/category.html", context)


@members_only
def listing(request: HubRequest, listing: UUID) -> HttpResponse:
    """Show one offer or ask."""
    today = timezone.localdate()
    one = listings.listing_or_404(request.who, listing, today)
    context = {
        "listing": one,
        "is_own": is_own(request.who, one),
        "may_close": may_close(request.who, one),
        "is_ending": is_ending(one, today),
    }
    return render(request, "deliver/listing.html", context)
