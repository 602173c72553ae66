"""Which proposal a page is about, and what there is to read in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404

from gyda.design.proposals import queries
from gyda.design.proposals.costing import add_up
from gyda.design.proposals.models import Proposal, Version
from gyda.people.access import HubRequest


def written_or_404(request: HubRequest, proposal_id: UUID) -> Proposal:
    """Return a proposal of which this person is an author, while it may be worked on."""
    reading = queries.reading_or_404(proposal_id, request.who)
    if not (reading.is_author and reading.proposal.can_be_worked_on):
        raise Http404
    return reading.proposal


def open_or_404(proposal_id: UUID) -> Proposal:
    """Return a proposal that is open for amendments."""
    found = queries.shown_or_404(proposal_id)
    if not found.is_open:
        raise Http404
    return found


def content_of(version: Version) -> dict[str, Any]:
    """Return what a version says: words, costs, who gains and who loses."""
    costs = queries.costs_in(version)
    return {
        "version": version,
        "costs": costs,
        "sums": add_up(costs),
        "effects": queries.effects_in(version),
    }
