"""Proposals to find, and all of them as open data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.design.proposals import export, queries
from gyda.design.proposals.models import State
from gyda.people.access import HubRequest
from gyda.web.download import csv_response
from gyda.web.paging import page_of


def proposals(request: HubRequest) -> HttpResponse:
    """List proposals, newest first; above them one's own drafts."""
    state, initiative = request.GET.get("state", ""), asked_initiative(request)
    rows = queries.with_words(queries.listed(state=state, initiative=initiative))
    context = {
        "page": page_of(rows, request),
        "drafts": queries.drafts_of(request.who),
        "state": state,
        "initiative": initiative,
        "states": [one for one in State if one != State.DRAFT],
    }
    return render(request, "design/proposals/list.html", context)


def asked_initiative(request: HttpRequest) -> UUID | None:
    """Return the initiative that the address asks for."""
    try:
        return UUID(request.GET.get("initiative", ""))
    except ValueError:
        return None


def file(request: HubRequest) -> HttpResponse:
    """Give all proposals as a table."""
    rows = ([line[name] for name in export.HEADER] for line in export.records())
    return csv_response(f"proposals-{request.hub.slug}", export.HEADER, rows)


def data(request: HubRequest) -> HttpResponse:
    """Give all proposals for machines."""
    found = {"proposals": list(export.records())}
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
