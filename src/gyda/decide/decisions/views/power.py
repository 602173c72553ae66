"""The power ledger: who decided what, over how much, and what was overruled; for everyone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.decide.decisions import power as ledger
from gyda.decide.decisions import queries
from gyda.people.access import HubRequest
from gyda.web.download import csv_response
from gyda.web.paging import page_of


def power(request: HubRequest) -> HttpResponse:
    """Show the four rights with their sums, and each decision that was overruled."""
    overruled = queries.overruled()
    context = {"power": ledger.power(), "page": page_of(overruled, request, by="-id")}
    return render(request, "decide/decisions/power.html", context)


def file(request: HubRequest) -> HttpResponse:
    """Give it all as a table."""
    rows = ([line[name] for name in ledger.HEADER] for line in ledger.records())
    return csv_response(f"power-{request.hub.slug}", ledger.HEADER, rows)


def data(request: HubRequest) -> HttpResponse:
    """Give it all for machines."""
    found = {"decisions": list(ledger.records())}
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
