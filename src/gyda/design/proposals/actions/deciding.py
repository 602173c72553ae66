"""A decision of a room above reaches the proposal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors
from gyda.design.proposals.actions.recording import near, note, tell
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import Outcome, Proposal, State
from gyda.journal.actions import By


@transaction.atomic
def brought_to(*, proposal_id: UUID, kind: str, about_id: UUID) -> None:
    """Say where a proposal that was put forward is decided: for the link on its page."""
    rows = Proposal.objects.filter(id=proposal_id, state=State.FORWARD)
    rows.update(decided_kind=kind, decided_id=about_id)


@transaction.atomic
def decided(
    *,
    by: By,
    proposal_id: UUID,
    outcome: str,
    kind: str,
    about_id: UUID,
    now: datetime.datetime | None = None,
) -> Proposal:
    """Say what was decided: `outcome` of Outcome; `kind` is registered with its page.

    The same decision told twice is told once; another one on the same proposal replaces it (a
    decision that was overruled), and both stand in the journal.
    """
    proposal = locked(proposal_id)
    if (proposal.outcome, proposal.decided_id) == (outcome, about_id):
        return proposal
    if proposal.state not in (State.FORWARD, State.DECIDED):
        raise errors.MovedOn
    Proposal.objects.filter(id=proposal.id).update(
        state=State.DECIDED,
        outcome=Outcome(outcome),
        decided_kind=kind,
        decided_id=about_id,
        decided_at=now or timezone.now(),
    )
    proposal.refresh_from_db()
    note(by, "proposal.decided", proposal, outcome=outcome)
    tell(near(proposal), "proposal_decided", proposal, but=by.actor_id)
    return proposal
