"""The list of ballots, and one ballot: what is asked, what it costs, who gains and loses."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gyda.decide.ballots import electorates, queries, seals, sources
from gyda.decide.ballots.models import State
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest
from gyda.web.paging import page_of


def ballots(request: HubRequest) -> HttpResponse:
    """List them, or those of an initiative."""
    asked = request.GET.get("initiative", "")
    thread = initiative_or_404(_uuid(asked)) if asked else None
    rows = queries.ballots(request.who, thread.id if thread else None)
    may_make = bool(request.who) and request.who.actor.is_connector
    may_bring = may_make and request.who.actor.is_steward and not request.who.is_acting
    context = {"page": page_of(rows, request), "initiative": thread, "may_make": may_make}
    context["may_bring"] = may_bring and thread is None
    return render(request, "decide/ballots/list.html", context)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


def ballot(request: HubRequest, ballot: UUID) -> HttpResponse:
    """Show one to everyone; who may do what with it depends on who reads."""
    found = queries.ballot_or_404(request.who, ballot)
    options = sources.with_origins(queries.options_of(found))
    context = {
        "ballot": found,
        "options": options,
        "wards": queries.wards_of(options),
        "place": queries.place_of(request.who, found),
        "electorate": electorates.electorate_of(found),
        "key_gone": found.state == State.OPEN and found.is_secret and not seals.has_key(found.id),
    }
    return render(request, "decide/ballots/ballot.html", context)
