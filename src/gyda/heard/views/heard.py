"""Who is heard: of one initiative, and of the whole hub; as a page and as a table."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from gyda.heard import export, ways
from gyda.heard.places import known
from gyda.heard.queries.population import table
from gyda.heard.queries.told import left_out, told_of
from gyda.initiatives.models import Initiative
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest
from gyda.web.download import csv_response


def hub(request: HubRequest) -> HttpResponse:
    """Compare all who take part in the hub's initiatives with who lives here."""
    return _page(request, None)


def heard(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Compare those who take part in one initiative with who lives here."""
    return _page(request, initiative_or_404(initiative))


def _page(request: HubRequest, initiative: Initiative | None) -> HttpResponse:
    about = told_of(initiative)
    context = {
        "initiative": initiative,
        "about": about,
        "left_out": left_out(about),
        "ways": [way.label for way in ways.registered()],
        "table": table(),
        "areas": known().table(),
    }
    return render(request, "heard/heard.html", context)


def hub_file(request: HubRequest) -> HttpResponse:
    """Give the hub's figures as a table."""
    return csv_response("who-is-heard", export.COLUMNS, export.rows_of(told_of(None)))


def heard_file(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Give the figures of an initiative as a table."""
    found = initiative_or_404(initiative)
    return csv_response("who-is-heard", export.COLUMNS, export.rows_of(told_of(found)))
