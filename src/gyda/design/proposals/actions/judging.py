"""A professional says, with their name, whether it can be done."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors
from gyda.design.proposals.actions.recording import authors, note, tell
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import Feasibility
from gyda.design.proposals.queries import newest_of
from gyda.design.proposals.wording import tidy
from gyda.people.who import Who


@transaction.atomic
def say_whether(
    *,
    who: Who,
    proposal_id: UUID,
    verdict: str,
    because: str,
    language: str,
    now: datetime.datetime | None = None,
) -> Feasibility:
    """Say it of the version that holds; saying it again replaces what one said of that version."""
    if who.is_acting or who.actor.organisation_id is None:
        raise errors.OnlyProfessionals
    proposal = locked(proposal_id)
    if not proposal.is_open:
        raise errors.MovedOn
    said, _new = Feasibility.objects.update_or_create(
        version=newest_of(proposal),
        by=who.actor,
        defaults={
            "organisation_id": who.actor.organisation_id,
            "verdict": verdict,
            "because": tidy(because),
            "language": language,
            "at": now or timezone.now(),
        },
    )
    note(who, "proposal.feasibility_said", proposal, verdict=verdict)
    tell(authors(proposal), "proposal_feasibility", proposal, but=who.actor.id, said=said)
    return said
