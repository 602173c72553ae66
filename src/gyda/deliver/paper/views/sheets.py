"""Notes on sheets to print: as a page for any reader, and as PDF."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gyda.deliver.paper.actions.printing import note_printing
from gyda.deliver.paper.face import address, faces_of, words_of
from gyda.deliver.paper.pdf import notes_as_pdf
from gyda.deliver.paper.queries import notes as queries
from gyda.people.access import HubRequest, connectors_only
from gyda.web.paging import page_of
from gyda.web.pdf import pdf_response

ON_A_PAGE = 40  # five sheets of eight


@never_cache
@connectors_only
@require_safe
def sheets(request: HubRequest, batch: UUID) -> HttpResponse:
    """Show the notes that are still in the drawer, some sheets at a time."""
    found = queries.batch_or_404(batch)
    page = page_of(queries.in_drawer(found), request, size=ON_A_PAGE, by="number")
    if page.rows:
        note_printing(who=request.who, batch=found)
    context = {
        "batch": found,
        "page": page,
        "faces": list(faces_of(request.hub, found, page.rows)),
        "words": words_of(request.hub, found),
        "address": address(request.hub).partition("://")[2],
    }
    return render(request, "deliver/paper/sheets.html", context)


@never_cache
@connectors_only
@require_safe
def as_pdf(request: HubRequest, batch: UUID) -> HttpResponse:
    """Give all of them as one PDF."""
    found = queries.batch_or_404(batch)
    note_printing(who=request.who, batch=found)
    content = notes_as_pdf(request.hub, found, list(queries.in_drawer(found)))
    return pdf_response(f"gyda-{request.hub.slug}-{found.number}", content)
