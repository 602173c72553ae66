"""Supporting a proposal, once each, and no longer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors
from gyda.design.proposals.actions.recording import note
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import Proposal, Support
from gyda.people.who import Who


def _shown(proposal_id: UUID) -> Proposal:
    proposal = locked(proposal_id)
    if not proposal.is_shown:
        raise errors.MovedOn
    return proposal


@transaction.atomic
def support(*, who: Who, proposal_id: UUID, now: datetime.datetime | None = None) -> bool:
    """Support it; the second time changes nothing."""
    proposal = _shown(proposal_id)
    _row, is_new = Support.objects.get_or_create(
        proposal=proposal, member=who.subject, defaults={"at": now or timezone.now()}
    )
    if is_new:
        count_again(proposal)
        note(who, "proposal.supported", proposal, public=False)
    return is_new


@transaction.atomic
def support_no_more(*, who: Who, proposal_id: UUID) -> bool:
    """Take the support back."""
    proposal = _shown(proposal_id)
    gone, _rows = Support.objects.filter(proposal=proposal, member=who.subject).delete()
    if gone:
        count_again(proposal)
        note(who, "proposal.unsupported", proposal, public=False)
    return bool(gone)


def count_again(proposal: Proposal) -> None:
    """Keep the counter true; the proposal is locked."""
    proposal.supports = Support.objects.filter(proposal=proposal).count()
    Proposal.objects.filter(id=proposal.id).update(supports=proposal.supports)
