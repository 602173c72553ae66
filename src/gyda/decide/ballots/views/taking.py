"""What is there to be put on the paper: proposals that were put forward, and ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.ballots import queries, sources
from gyda.decide.ballots.actions.taking import take
from gyda.decide.ballots.models import Ballot, Option
from gyda.design.proposals.registries import Seed, seed_of, seeds_of
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import press


def _draft_or_404(request: HubRequest, ballot_id: UUID) -> Ballot:
    found = queries.held_or_404(request.who, ballot_id)
    if not found.is_draft or found.is_plain:
        raise Http404
    return found


@members_only
def offered(request: HubRequest, ballot: UUID) -> HttpResponse:
    """List what an option can be made from."""
    found = _draft_or_404(request, ballot)
    taken = Option.objects.filter(ballot=found, source_id__isnull=False)
    context = {
        "ballot": found,
        "proposals": sources.proposals_for(found),
        "kinds": seeds_of(found.initiative),
        "taken": set(taken.values_list("source_id", flat=True)),
    }
    return render(request, "decide/ballots/sources.html", context)


@require_POST
@members_only
def take_proposal(request: HubRequest, ballot: UUID, proposal: UUID) -> HttpResponse:
    """Put a proposal on the paper, in the words of its newest version."""
    found = _draft_or_404(request, ballot)
    return press(
        request,
        lambda: take(who=request.who, ballot_id=found.id, proposal_id=proposal),
        _("The proposal is on the paper. A professional now checks whether it can be done."),
        "decide:option_sources",
        found.id,
    )


def seed_asked(request: HubRequest) -> tuple[str, Seed] | None:
    """Return what the address says an option is made from: its kind and what it says."""
    kind, _colon, about_id = request.GET.get("from", "").partition(":")
    if not kind:
        return None
    try:
        seed = seed_of(kind, UUID(about_id))
    except ValueError:
        seed = None
    if seed is None:
        raise Http404
    return kind, seed
