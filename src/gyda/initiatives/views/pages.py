"""The list of initiatives, one of them, its timeline, its data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.initiatives import queries
from gyda.initiatives.export import as_data
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.models.initiative import State
from gyda.initiatives.sections import sections_for
from gyda.people.access import HubRequest
from gyda.web.paging import page_of


def initiatives(request: HubRequest) -> HttpResponse:
    """List those under way, or those that have ended."""
    stage, ended = request.GET.get("stage", ""), "ended" in request.GET
    page = page_of(queries.listed(stage=stage, ended=ended), request)
    context = {
        "page": page,
        "stages": list(Stage),
        "stage": stage if stage in Stage.values else "",
        "ended": ended,
        "has_programmes": queries.programmes().exists(),
    }
    return render(request, "initiatives/list.html", context)


def initiative(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Show the thread from its need to what was learnt."""
    found, follows = queries.initiative_and_follows(initiative, request.who)
    context = _whole(request, found) | {"follows": follows}
    return render(request, "initiatives/initiative.html", context)


def _whole(request: HubRequest, found: Initiative) -> dict[str, object]:
    who, team, handed = request.who, queries.team_of(found), queries.handovers_of(found)
    mine = next((seat for seat in team if who and seat.member_id == who.subject.id), None)
    holds = bool(who) and (who.actor.is_connector or mine is not None)
    moments = list(queries.timeline(found)[: queries.MOST])
    known = [row.organisation for row in handed]
    return {
        "initiative": found,
        "team": team,
        "composition": queries.composition(team),
        "stages": queries.stages_of(found),
        "sections": sections_for(request, found),
        "handovers": handed,
        "invitations": queries.invitations_of(found, who, holds=holds),
        "reader": who.subject if who else None,
        "lines": queries.lines_of(moments, who, found, known),
        "holds": holds,
        "mine": mine,
        "has_ended": found.state == State.ENDED,
    }


def timeline(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Show all that happened in public."""
    found = queries.initiative_or_404(initiative)
    page = page_of(queries.timeline(found), request, size=30)
    context = {
        "initiative": found,
        "page": page,
        "lines": queries.lines_of(page.rows, request.who, found),
        "moves": queries.moves_of(found),
    }
    return render(request, "initiatives/timeline.html", context)


def data(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Give the same for machines."""
    found = queries.initiative_or_404(initiative)
    return JsonResponse(as_data(found), json_dumps_params={"ensure_ascii": False, "indent": 2})
