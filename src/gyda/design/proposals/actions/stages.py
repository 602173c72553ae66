"""Putting a proposal forward, taking it back to the table, withdrawing it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors, rules
from gyda.design.proposals.actions.recording import near, note, tell
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import Proposal, State
from gyda.design.proposals.queries import facts
from gyda.design.proposals.wording import tidy
from gyda.people.who import Who


@transaction.atomic
def put_forward(*, who: Who, proposal_id: UUID, now: datetime.datetime | None = None) -> Proposal:
    """Put it forward to a decision: nothing is missing, and nothing changes any more."""
    proposal = locked(proposal_id)
    rules.require_author(who, proposal)
    if not proposal.is_open:
        raise errors.MovedOn
    if rules.missing(facts(proposal), proposal.initiative):
        raise errors.NotReady
    Proposal.objects.filter(id=proposal.id).update(
        state=State.FORWARD, forward_at=now or timezone.now()
    )
    proposal.refresh_from_db()
    note(who, "proposal.put_forward", proposal, number=proposal.latest)
    tell(near(proposal), "proposal_forward", proposal, but=who.subject.id)
    return proposal


@transaction.atomic
def take_back(*, who: Who, proposal_id: UUID) -> Proposal:
    """Bring it back to the table, so that it can be worked on; until it is decided."""
    proposal = locked(proposal_id)
    if not rules.is_author(who, proposal):
        raise errors.NotAnAuthor
    if proposal.state != State.FORWARD:
        raise errors.MovedOn
    Proposal.objects.filter(id=proposal.id).update(
        state=State.OPEN, forward_at=None, decided_kind="", decided_id=None
    )
    proposal.refresh_from_db()
    note(who, "proposal.taken_back", proposal)
    return proposal


@transaction.atomic
def withdraw(*, who: Who, proposal_id: UUID, because: str, language: str) -> Proposal:
    """Withdraw it, with a reason that everyone reads."""
    proposal = locked(proposal_id)
    if not rules.is_author(who, proposal):
        raise errors.NotAnAuthor
    if proposal.state not in (State.DRAFT, State.OPEN, State.FORWARD):
        raise errors.MovedOn
    was_draft = proposal.is_draft
    Proposal.objects.filter(id=proposal.id).update(
        state=State.WITHDRAWN, because=tidy(because), because_language=language, forward_at=None
    )
    proposal.refresh_from_db()
    note(who, "proposal.withdrawn", proposal, public=not was_draft)
    if not was_draft:
        tell(near(proposal), "proposal_withdrawn", proposal, but=who.subject.id)
    return proposal
