"""Proposals hear on which ballot they stand, and what it made of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots.authors import VERSION
from gyda.decide.ballots.models import Ballot, Option, Standing, Tally
from gyda.decide.ballots.winners import ABOUT, numbers
from gyda.decide.decisions.code import DECISION
from gyda.decide.decisions.models import Decision
from gyda.design.proposals.actions.deciding import brought_to, decided
from gyda.design.proposals.models import Outcome, Version
from gyda.design.proposals.models.proposal import State
from gyda.people.who import Who

VOTED_ON = (Standing.FEASIBLE, Standing.MERGED)


def bring_proposals(ballot: Ballot) -> None:
    """Let the page of each proposal on the paper lead to the ballot."""
    rows = Option.objects.filter(ballot=ballot, source=VERSION, state__in=VOTED_ON)
    versions = Version.objects.filter(id__in=rows.values("source_id"))
    for proposal_id in versions.values_list("proposal_id", flat=True):
        brought_to(proposal_id=proposal_id, kind=ABOUT, about_id=ballot.id)


def tell_proposals(who: Who, ballot: Ballot, decision: Decision) -> None:
    """Tell each proposal that was voted on, and still waits, what was decided of it."""
    if ballot.is_plain:
        return
    won = numbers(Tally.objects.get(ballot=ballot))
    rows = Option.objects.filter(ballot=ballot, source=VERSION, state__in=VOTED_ON)
    options = {one.source_id: one for one in rows.select_related("merged_into")}
    versions = Version.objects.filter(id__in=list(options), proposal__state=State.FORWARD)
    for version in versions.order_by("id"):
        decided(
            by=who, proposal_id=version.proposal_id, kind=DECISION, about_id=decision.id,
            outcome=_outcome(options[version.id], won),
        )  # fmt: skip


def _outcome(option: Option, won: set[int]) -> Outcome:
    """What was joined with a winner is adopted in part: its words were another's."""
    if option.merged_into is not None:
        return Outcome.IN_PART if option.merged_into.number in won else Outcome.NOT_ADOPTED
    return Outcome.ADOPTED if option.number in won else Outcome.NOT_ADOPTED
