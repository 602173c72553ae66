"""Joint scorings for everyone: what is scored, what came out, the award as open data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.decide.decisions.queries import about
from gyda.decide.scoring import ocds, queries, rules
from gyda.decide.scoring.code import SCORING
from gyda.decide.scoring.models import Side
from gyda.initiatives.rules import may_hold
from gyda.people.access import HubRequest
from gyda.web.paging import page_of


def scorings(request: HubRequest) -> HttpResponse:
    """List them, newest first."""
    context = {"page": page_of(queries.listed(), request, by="-id")}
    return render(request, "decide/scoring/list.html", context)


def scoring(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Show what is bought and, once it is decided, what came out; nobody who scored is named."""
    found, who = queries.scoring_or_404(scoring), request.who
    scorer, worker = rules.scorer_of(who, found), rules.is_worker(who, found)
    shows, asked = worker or not found.is_open, queries.asked_in(found)
    changes = found.is_open and not rules.has_begun(found)
    context = {
        "scoring": found,
        "bidders": asked.bidders,
        "questions": asked.questions,
        "result": queries.result_of(found, asked) if shows else None,
        "standards": queries.standards_of(found) if shows else {},
        "owed": queries.feedback_owed(found),
        "decision": None if found.is_open else about(SCORING, [found.id]).get(found.id),
        "scorer": scorer,
        "is_young": scorer is not None and scorer.side == Side.YOUNG,
        "feedback": queries.feedback_to(scorer) if scorer else None,
        "is_worker": worker,
        "changes": changes,
        "may_weigh": changes and may_hold(who, found.initiative),
    }
    return render(request, "decide/scoring/scoring.html", context)


def release(request: HubRequest, scoring: UUID) -> HttpResponse:
    """Give the award as an OCDS release package, once it is decided."""
    found = queries.scoring_or_404(scoring)
    decision = about(SCORING, [found.id]).get(found.id)
    if decision is None:
        raise Http404
    uri = request.build_absolute_uri()
    package = ocds.package_of(found, decision, request.hub, uri)
    return JsonResponse(package, json_dumps_params={"ensure_ascii": False, "indent": 2})
