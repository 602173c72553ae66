"""One decision, for everyone to read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from gyda.decide.decisions import queries
from gyda.people.access import HubRequest


def decision(request: HubRequest, decision: UUID) -> HttpResponse:
    """Show what was decided, why, on what evidence, and what became of it."""
    found = queries.decision_or_404(decision)
    return render(request, "decide/decisions/decision.html", {"decision": found})
