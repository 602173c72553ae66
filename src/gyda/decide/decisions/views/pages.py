"""The register of decisions, one decision, and both for machines."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from gyda.decide.decisions import export, queries, rules
from gyda.decide.decisions.abouts import link_of
from gyda.decide.decisions.bundle import bundle_of
from gyda.decide.decisions.models import Decision, DecisionAppeal, Kind
from gyda.initiatives.models.stage import Say
from gyda.journal.queries import last_seal
from gyda.people.access import HubRequest
from gyda.web.paging import page_of

NICE = {"ensure_ascii": False, "indent": 2}


def register(request: HubRequest) -> HttpResponse:
    """List the decisions of the hub, newest first."""
    asked = request.GET
    wanted = queries.Wanted(
        kind=asked.get("kind", ""),
        right=asked.get("right", ""),
        initiative=_uuid(asked.get("initiative")),
        overruled=asked.get("overruled") == "yes",
    )
    context = {
        "page": page_of(queries.listed(wanted), request, by="-id"),
        "wanted": wanted,
        "kinds": list(Kind),
        "rights": list(Say),
    }
    return render(request, "decide/decisions/register.html", context)


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def decision(request: HubRequest, decision: UUID) -> HttpResponse:
    """Show what was decided, why, on what evidence, and what became of it."""
    found, who = queries.decision_or_404(decision), request.who
    appeals = queries.appeals_of(found)
    today = timezone.localdate()
    overruled = next(iter(found.overruling.all()), None)
    context = {
        "decision": found,
        "about": link_of(found),
        "overruling": overruled,
        "questions": queries.questions_of(found) if found.right == Say.CONSULTED else [],
        "looked_back": queries.look_backs_of(found),
        "appeals": appeals,
        "may_correct": rules.may_correct(who, found),
        "may_overrule": not overruled and rules.can_be_overruled(found, today)
        and rules.may_overrule(who, found),
        "may_appeal": bool(who) and found.holds and not _appealed(who, appeals),
        "may_answer": rules.may_answer_appeal(who, found),
        "reads_appeals": bool(who) and who.actor.is_connector,
        "newest_seal": last_seal(),
        "clock_runs": rules.can_be_overruled(found, today),
    }  # fmt: skip
    return render(request, "decide/decisions/decision.html", context)


def _appealed(who: Any, appeals: list[DecisionAppeal]) -> bool:
    return any(one.member_id == who.subject.id for one in appeals)


def data(request: HubRequest, decision: UUID) -> HttpResponse:
    """Give one decision for machines."""
    found: Decision = queries.decision_or_404(decision)
    looked = [export.look_back(one) for one in queries.look_backs_of(found)]
    return JsonResponse(export.as_data(found, looked), json_dumps_params=NICE)


def bundle(request: HubRequest, decision: UUID) -> HttpResponse:
    """Give DECISION.zip, which `gyda verify` checks without asking anybody."""
    found = queries.decision_or_404(decision)
    response = HttpResponse(bundle_of(found, request.hub), content_type="application/zip")
    name = f"decision-{found.id}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
