"""Gifts: by place and kind, one of them, written down, answered, taken away."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.initiatives.queries import initiative_or_404
from gyda.need.gifts import queries
from gyda.need.gifts.actions import assets as actions
from gyda.need.gifts.forms import ASSET, AssetForm, initial_of
from gyda.need.gifts.models import Asset, AssetKind
from gyda.people.access import HubRequest, members_only, own_affairs
from gyda.web.deeds import attempt, go, press
from gyda.web.paging import page_of


def gifts(request: HubRequest) -> HttpResponse:
    """List what there is, by kind and place, and show the places as a table."""
    kind, place = request.GET.get("kind", ""), request.GET.get("place", "")[:80]
    page = page_of(queries.gifts(request.who, kind=kind, place=place), request)
    context = {
        "page": page,
        "kinds": list(AssetKind),
        "kind": kind if kind in AssetKind.values else "",
        "place": place,
        "places": queries.by_place(request.who),
        "waiting": queries.waiting_for(request.who),
    }
    return render(request, "need/gifts/gifts.html", context)


def of_initiative(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Show what an initiative has to start from: its gifts, then its stories."""
    found = initiative_or_404(initiative)
    context = {
        "initiative": found,
        "page": page_of(queries.gifts(request.who, initiative=found.id), request),
        "stories": queries.stories(request.who, found.id)[:20],
    }
    return render(request, "need/gifts/start.html", context)


def gift(request: HubRequest, asset: UUID) -> HttpResponse:
    """Show one, and ask who it is about."""
    found, who = queries.asset_or_404(asset, request.who), request.who
    me = who.subject.id if who else None
    context = {
        "asset": found,
        "is_mine": bool(me) and found.by_id == me,
        "asks_me": bool(me) and found.member_id == me and who.reaches_everything,
        "may_take_away": bool(who) and (found.by_id == me or who.actor.is_connector),
    }
    return render(request, "need/gifts/gift.html", context)


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Write a gift down."""
    start = {"initiative": request.GET.get("initiative")}
    form = AssetForm(request.POST or None, initial=start)
    hints = form.hints()

    def act() -> Asset:
        key = form.cleaned_data["key"]
        return actions.note_asset(who=request.who, found=form.found(), key=key)

    if not hints and (done := attempt(form, act)):
        return go(
            request, _("It is written down. Thank you for looking."), "need:gift", done.result.id
        )
    return render(request, "need/gifts/new.html", {"form": form, "hints": hints})


@members_only
def change(request: HubRequest, asset: UUID) -> HttpResponse:
    """Change what was written down."""
    found = queries.asset_or_404(asset, request.who)
    if found.by_id != request.who.subject.id:
        raise Http404
    form = AssetForm(request.POST or None, initial=initial_of(found, ASSET))
    hints = form.hints()

    def act() -> Asset:
        return actions.change_asset(who=request.who, asset_id=found.id, found=form.found())

    if not hints and attempt(form, act):
        return go(request, _("Changed."), "need:gift", found.id)
    context = {"form": form, "hints": hints, "asset": found}
    return render(request, "need/gifts/change.html", context)


@require_POST
@own_affairs
def agree(request: HubRequest, asset: UUID) -> HttpResponse:
    """Say yes."""
    found = queries.asset_or_404(asset, request.who)
    said = _("Thank you. You can take your yes back here at any time.")
    return press(
        request,
        lambda: actions.agree(who=request.who, asset_id=found.id),
        said,
        "need:gift",
        found.id,
    )


@require_POST
@own_affairs
def decline(request: HubRequest, asset: UUID) -> HttpResponse:
    """Say no."""
    found = queries.asset_or_404(asset, request.who)
    said = _("Your name is taken out of it, and your own gift with it.")
    act = actions.decline
    return press(request, lambda: act(who=request.who, asset_id=found.id), said, "need:gifts")


@require_POST
@members_only
def take_away(request: HubRequest, asset: UUID) -> HttpResponse:
    """Take it off the list."""
    found, said = queries.asset_or_404(asset, request.who), _("It is taken off the list.")
    act = actions.take_away
    return press(request, lambda: act(who=request.who, asset_id=found.id), said, "need:gifts")
