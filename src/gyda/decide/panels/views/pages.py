"""What everyone reads: the panels, one panel, how its lot was drawn, everyone's chance."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from gyda.decide.panels import chances as chances_of
from gyda.decide.panels import queries
from gyda.decide.panels.actions.seats import empty_seats
from gyda.decide.panels.models import Panel, Sits, Way
from gyda.decide.panels.quotas import features_of
from gyda.decide.panels.rules import advises, is_clerk
from gyda.initiatives.models import Initiative
from gyda.people.access import HubRequest
from gyda.web.paging import page_of


def panels(request: HubRequest) -> HttpResponse:
    """List the panels of the hub."""
    return render(request, "decide/panels/list.html", {"page": page_of(queries.listed(), request)})


def of_initiative(request: HubRequest, initiative: UUID) -> HttpResponse:
    """List the panels of one initiative."""
    thread = get_object_or_404(Initiative, id=initiative)
    context = {"page": page_of(queries.listed(thread.id), request), "initiative": thread}
    return render(request, "decide/panels/list.html", context)


def panel(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show one panel."""
    found, who = queries.panel_or_404(panel), request.who
    seat = queries.offered(who, found) if found.drawn_at else None
    mine = queries.in_pool(who, found) if seat is None else None
    context: dict[str, Any] = {
        "panel": found,
        "clerk": is_clerk(who, found),
        "mine": mine,
        "seat": seat,
        "advises": advises(who, found) if seat is None and mine is None else False,
        "draw": None if found.is_gathering else queries.latest_draw(found),
    }
    context |= _gathering(found) if found.is_gathering else _seated(found)
    return render(request, "decide/panels/panel.html", context)


def _gathering(panel: Panel) -> dict[str, Any]:
    promises = queries.promises_of(panel) if panel.way == Way.SEED else []
    return {
        "size": queries.pool_size(panel),
        "features": features_of(panel),
        "promises": promises,
    }


def _seated(panel: Panel) -> dict[str, Any]:
    if not panel.drawn_at:
        return {"features": features_of(panel)}
    counts = queries.counts_of(panel)
    empty = max(0, panel.seats - counts[Sits.TAKEN] - counts[Sits.OFFERED])
    return {"counts": counts, "empty": empty, "alerts": queries.alerts_of(panel)}


def who_sits(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show who sits: by group to everyone, by name to the panel itself and its clerk."""
    found, who = queries.panel_or_404(panel), request.who
    if not found.drawn_at:
        raise Http404
    seats = queries.seats_of(found)
    mine = next((s for s in seats if who and s.member_id == who.subject.id and s.sits), None)
    clerk = is_clerk(who, found)
    exact = clerk or (mine is not None and not who.is_acting)
    features = features_of(found)
    context = {
        "panel": found,
        "seats": seats,
        "seat": mine,
        "clerk": clerk,
        "exact": exact,
        "balances": queries.balances(features, seats, exact=exact),
        "chair": next((seat for seat in seats if seat.is_chair), None),
        "empty": empty_seats(found) if clerk else 0,
        "alerts": queries.alerts_of(found),
    }
    return render(request, "decide/panels/who_sits.html", context)


def chances(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show everyone's chance, and why some chances differ."""
    found = queries.panel_or_404(panel)
    draw = queries.drawn(found)
    if draw is None:
        raise Http404
    context = {
        "panel": found,
        "draw": draw,
        "told": chances_of.told(found, draw),
        "promises": queries.promises_of(found),
        "mine": queries.in_pool(request.who, found),
    }
    return render(request, "decide/panels/chances.html", context)


def lots_file(request: HubRequest, panel: UUID) -> HttpResponse:
    """Give the numbered list of lots."""
    from gyda.decide.panels.material import lots_csv, lots_of

    found = queries.panel_or_404(panel)
    draw = queries.drawn(found)
    if draw is None:
        raise Http404
    return _file(lots_csv(lots_of(draw)), "text/csv; charset=utf-8", "lots.csv")


def proof_file(request: HubRequest, panel: UUID) -> HttpResponse:
    """Give the proof, as `gyda draw --check` takes it."""
    draw = queries.drawn(queries.panel_or_404(panel))
    if draw is None:
        raise Http404
    return _file(json.dumps(draw.proof()).encode(), "application/json", "proof.json")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
