"""One proposal: what it says, how it came to be, two versions side by side, on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gyda.design.proposals import comparing, queries, registries, rules
from gyda.design.proposals.models import Point, Proposal, Side
from gyda.design.proposals.pdf import proposal_as_pdf
from gyda.design.proposals.views.finding import content_of
from gyda.people.access import HubRequest
from gyda.web.pdf import pdf_response

Column = tuple[Side, list[tuple[Point, bool]]]


def proposal(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Show it to everyone; a draft to its authors and those they asked."""
    reading = queries.reading_or_404(proposal, request.who)
    found = reading.proposal
    authors = queries.authors_of(found)
    sides = [author.side for author in authors if author.standing == "AUTHOR"]
    context = {
        **content_of(queries.newest_of(found)),
        "proposal": found,
        "reading": reading,
        "authors": authors,
        "together": rules.together(sides),
        "columns": _columns(request, found),
        "feasibility": queries.feasibility_of(found),
        "amendments": queries.amendments_of(found),
        "few": found.supports < queries.FEWEST,
        "source": registries.source(found.source_kind),
        "decision": registries.decision(found.decided_kind),
        **_powers(request),
    }
    return render(request, "design/proposals/proposal.html", context)


def _powers(request: HubRequest) -> dict[str, bool]:
    who = request.who
    acts_alone = bool(who) and not who.is_acting
    return {
        "is_connector": acts_alone and who.actor.is_connector,
        "is_professional": acts_alone and who.actor.organisation_id is not None,
    }


def _columns(request: HubRequest, found: Proposal) -> list[Column]:
    points = queries.points_of(found, request.who)
    return [(side, [(one, one.is_mine) for one in points[side]]) for side in Side]


def _public_or_404(request: HubRequest, proposal_id: UUID) -> Proposal:
    """Return a proposal that has a version."""
    found = queries.reading_or_404(proposal_id, request.who).proposal
    if not found.latest:
        raise Http404
    return found


def versions(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Show how it came to be: versions, amendments, what was joined with it."""
    found = _public_or_404(request, proposal)
    numbers = queries.published(found)
    context = {
        "proposal": found,
        "versions": numbers,
        "version": numbers[0],
        "amendments": queries.amendments_of(found),
        "joined": queries.joined_with(found),
    }
    return render(request, "design/proposals/versions.html", context)


def version(request: HubRequest, proposal: UUID, number: int) -> HttpResponse:
    """Show one version as it was."""
    found = _public_or_404(request, proposal)
    context = {"proposal": found, **content_of(queries.version_or_404(found, number))}
    return render(request, "design/proposals/version.html", context)


def compare(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Show two versions side by side, and the differences in words."""
    found = _public_or_404(request, proposal)
    numbers = queries.published(found)
    old, new = _asked(request, numbers)
    context = {
        "proposal": found,
        "versions": numbers,
        "version": numbers[0],
        **comparing.compared(old, new),
    }
    return render(request, "design/proposals/compare.html", context)


def _asked(request: HubRequest, numbers: list[Any]) -> tuple[Any, Any]:
    """Return the two versions asked for, the older first; without a word, the last change."""
    by_number = {str(one.number): one for one in numbers}
    new = by_number.get(request.GET.get("to", ""), numbers[0])
    usual = numbers[1] if len(numbers) > 1 else numbers[0]
    old = by_number.get(request.GET.get("from", ""), usual)
    return (old, new) if old.number <= new.number else (new, old)


def sheet(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Give it on paper, in both languages."""
    found = _public_or_404(request, proposal)
    return pdf_response(f"proposal-{found.latest}", proposal_as_pdf(found))
