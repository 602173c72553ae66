"""Lists of ideas, the agenda month by month, and both as open data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.need.ideas import export, queries
from gyda.need.ideas.models import State
from gyda.need.ideas.models.idea import SHOWN
from gyda.people.access import HubRequest
from gyda.web.download import csv_response
from gyda.web.paging import page_of


def ideas(request: HubRequest) -> HttpResponse:
    """List ideas, newest or most supported first."""
    asked = request.GET
    order = "most" if asked.get("order") == "most" else "newest"
    wanted = queries.Wanted(
        category=_uuid(asked.get("category")),
        state=asked.get("state", ""),
        initiative=_uuid(asked.get("initiative")),
    )
    by = "-supports" if order == "most" else "-id"
    context = {
        "page": page_of(queries.listed(wanted), request, by=by),
        "wanted": wanted,
        "order": order,
        "categories": queries.categories(),
        "states": [State(state) for state in SHOWN],
    }
    return render(request, "need/ideas/list.html", context)


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def agenda(request: HubRequest) -> HttpResponse:
    """Show what each month's cut sent forward, and what was answered."""
    page = page_of(queries.cuts(), request, size=6, by="-month_on")
    asked = queries.questions_of(page.rows)
    months = [
        (cut, [(line, asked.get(line.idea_id)) for line in cut.lines.all()]) for cut in page.rows
    ]
    context = {"page": page, "months": months, "policy": queries.policy()}
    return render(request, "need/ideas/agenda.html", context)


def file(request: HubRequest) -> HttpResponse:
    """Give all ideas as a table."""
    rows = ([line[name] for name in export.HEADER] for line in export.records())
    return csv_response(f"ideas-{request.hub.slug}", export.HEADER, rows)


def data(request: HubRequest) -> HttpResponse:
    """Give all ideas for machines, with their points."""
    found = {"ideas": list(export.with_points())}
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
