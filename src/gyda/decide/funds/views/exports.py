"""The book to take away: as a table, as JSON, and as the 360Giving standard wants grants."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse

from gyda.decide.funds import export
from gyda.decide.funds.queries import book
from gyda.people.access import HubRequest
from gyda.web.download import csv_response

SHAPE = {"indent": 2, "ensure_ascii": False}


def table(request: HubRequest, fund: UUID) -> HttpResponse:
    """Give every line of a fund as a table."""
    found = book.fund_or_404(fund)
    return csv_response(f"fund-{found.id}", export.HEADER, export.rows(found))


def as_json(request: HubRequest, fund: UUID) -> HttpResponse:
    """Give a fund with its promises and lines as JSON."""
    found = book.fund_or_404(fund)
    return _file(f"fund-{found.id}.json", export.fund_as_data(found))


def grants(request: HubRequest) -> HttpResponse:
    """Give every grant of the hub as the 360Giving standard wants it."""
    package = export.grants_package(request.hub)
    if not package["grants"]:  # the standard wants one at least
        raise Http404
    return _file(f"grants-{request.hub.slug}.json", package)


def _file(name: str, data: object) -> HttpResponse:
    response = JsonResponse(data, json_dumps_params=SHAPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
