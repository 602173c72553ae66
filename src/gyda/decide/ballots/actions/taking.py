"""A proposal goes on the paper: in the words of its newest version, which are then kept."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import transaction

from gyda.decide.ballots import sources
from gyda.decide.ballots.actions.opening import drafted
from gyda.decide.ballots.actions.options import put, rewrite
from gyda.decide.ballots.authors import VERSION
from gyda.decide.ballots.models import Ballot, Option, Standing
from gyda.design.proposals.models import Version
from gyda.people.who import Who


@transaction.atomic
def take(*, who: Who, ballot_id: UUID, proposal_id: UUID) -> Option:
    """Make an option of a proposal that was put forward; what is there already is brought up to it.

    Pressed twice it is there once, as it was. A newer version is checked anew.
    """
    ballot = drafted(who, ballot_id)
    version = sources.forward_version(ballot, proposal_id)
    there = _there(ballot, proposal_id)
    if there is None:
        return put(who=who, ballot_id=ballot.id, plan=sources.plan_of(version))
    if there.source_id == version.id and there.state != Standing.WITHDRAWN:
        return there
    return rewrite(who, there, sources.plan_of(version))


def _there(ballot: Ballot, proposal_id: UUID) -> Option | None:
    versions = Version.objects.filter(proposal=proposal_id).values("id")
    rows = Option.objects.filter(ballot=ballot, source=VERSION, source_id__in=versions)
    return rows.exclude(state=Standing.MERGED).order_by("-number").first()
