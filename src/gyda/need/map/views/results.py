"""Results while a conversation goes on, its report, its table, and the same for machines."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from gyda.need.conversations.models import Conversation
from gyda.need.map.counts import lines
from gyda.need.map.data import as_data
from gyda.need.map.models import Map
from gyda.need.map.pdf import report_as_pdf
from gyda.need.map.queries.results import conversation_or_404, map_of, shown_statements
from gyda.need.map.reader import participant_of
from gyda.need.map.results import account, may_see
from gyda.people.access import HubRequest
from gyda.web.paging import page_of
from gyda.web.pdf import pdf_response

WHOLE = 100  # statements of each list in the report
A_PAGE = 50


def results(request: HubRequest, conversation: UUID) -> HttpResponse:
    """Show the map with one's own place, to whoever has answered enough or once it is closed."""
    found = conversation_or_404(conversation, request.who)
    participant = participant_of(request, found)
    may, lacks = may_see(found, request.who, participant)
    map_ = map_of(found) if may else None
    context: dict[str, object] = {
        "conversation": found,
        "map": map_,
        "may": may,
        "lacks": lacks,
        "is_open": found.takes_answers(),
        "answered": participant is not None,
    }
    if map_ and map_.is_there:
        context["account"] = account(found, map_, participant)
    return render(request, "need/map/results.html", context)


def report(request: HubRequest, conversation: UUID) -> HttpResponse:
    """Show the whole report, the same for everyone who may read it."""
    found, map_ = _readable(request, conversation)
    context: dict[str, object] = {"conversation": found, "map": map_}
    context["is_open"] = found.takes_answers()
    context["is_steward"] = bool(request.who) and request.who.actor.is_steward
    if map_ and map_.is_there:
        context["account"] = account(found, map_, first=WHOLE)
    return render(request, "need/map/report.html", context)


def statements(request: HubRequest, conversation: UUID) -> HttpResponse:
    """List all statements with the published counts."""
    found, map_ = _readable(request, conversation)
    page = page_of(shown_statements(found), request, size=A_PAGE, by="number")
    rows = lines(page.rows, map_.tables if map_ else {}, (get_language() or "cy")[:2])
    context = {"conversation": found, "map": map_, "page": page, "rows": rows}
    return render(request, "need/map/statements.html", context)


def pdf(request: HubRequest, conversation: UUID) -> HttpResponse:
    """Give the report as a document to print, in the language of the page."""
    found, map_ = _readable(request, conversation)
    if map_ is None or not map_.is_there:
        raise Http404
    language = (get_language() or "cy")[:2]
    name = f"report-{request.hub.slug}-{found.id}-{language}"
    return pdf_response(name, report_as_pdf(request.hub, found, map_, language))


def data(request: HubRequest, conversation: UUID) -> HttpResponse:
    """Give the same for machines."""
    found, map_ = _readable(request, conversation)
    said = as_data(found, map_)
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _readable(request: HubRequest, conversation_id: UUID) -> tuple[Conversation, Map | None]:
    found = conversation_or_404(conversation_id, request.who)
    if not may_see(found, request.who, participant_of(request, found))[0]:
        raise Http404
    return found, map_of(found)
