"""Open letters to read: the list, one of them, its public signatures, PDF and data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.need.open_letters import queries
from gyda.need.open_letters.actions.signing import policy
from gyda.need.open_letters.actions.writing import may_keep
from gyda.need.open_letters.models import SHOWN, OpenLetter
from gyda.need.open_letters.pdf import letter_as_pdf
from gyda.need.rulings.queries import ruling_about
from gyda.people.access import HubRequest
from gyda.web.download import csv_response
from gyda.web.paging import page_of
from gyda.web.pdf import pdf_response


def letters(request: HubRequest) -> HttpResponse:
    """List open letters."""
    standing = request.GET.get("standing", "")
    initiative = _uuid(request.GET.get("initiative"))
    context = {
        "page": page_of(queries.listed(standing, initiative), request),
        "standing": standing,
        "standings": SHOWN,
        "initiative_id": initiative,
    }
    return render(request, "need/open_letters/list.html", context)


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def letter(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Show a letter with its figures, where it stands, and how to sign."""
    found = queries.letter_or_404(open_letter)
    if not found.is_shown:
        return _gone(request, found)
    keeps = may_keep(request.who, found)
    context = {
        "letter": found,
        "keeps": keeps,
        "is_connector": bool(request.who) and request.who.actor.is_connector,
        "mine": queries.mine(request.who, found),
        "outside": found.is_open and not request.who and policy().non_members,
        "question": queries.question_of(found),
        "waiting": queries.waiting(found) if keeps and found.is_open else 0,
        "few": queries.shown_count(found.persons) is None,
    }
    return render(request, "need/open_letters/letter.html", context)


def _gone(request: HubRequest, found: OpenLetter) -> HttpResponse:
    """Say why it is taken down; its words are for who wrote it, and for connectors."""
    who = request.who
    is_author = bool(who) and found.author_id == who.subject.id
    reads = is_author or (bool(who) and who.actor.is_connector)
    context = {"letter": found, "ruling": ruling_about("letter", found), "reads": reads}
    return render(request, "need/open_letters/gone.html", context)


def signatures(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """List the names that may stand in public."""
    found = queries.shown_or_404(open_letter)
    page = page_of(queries.public_signatures(found), request, size=100, by="id")
    connects = bool(request.who) and request.who.actor.is_connector and not request.who.is_acting
    taken_down = queries.names_taken_down(found)
    context = {"letter": found, "page": page, "connects": connects, "taken_down": taken_down}
    return render(request, "need/open_letters/signatures.html", context)


def file(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Give the public signatures as a table, and how many others there are."""
    found = queries.shown_or_404(open_letter)
    header = ("kind", "name", "on", "others")
    return csv_response(f"letter-{found.id}", header, queries.table(found))


def as_pdf(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Give the letter as PDF in both languages."""
    found = queries.shown_or_404(open_letter)
    return pdf_response(f"letter-{found.id}", letter_as_pdf(found))


def data(request: HubRequest) -> HttpResponse:
    """Give all letters for machines."""
    found = {"letters": list(queries.records())}
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
