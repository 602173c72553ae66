"""Two proposals that want the same become one: authors, supporters and points come along.

Nothing is taken away from the one that is joined, so that it can be undone.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import transaction

from gyda.design.proposals import errors, rules
from gyda.design.proposals.actions.recording import near, note, tell, title_of
from gyda.design.proposals.actions.supporting import count_again
from gyda.design.proposals.models import Amendment, Author, Proposal, State, Support
from gyda.design.proposals.queries import in_work_of
from gyda.people.who import Who


@transaction.atomic
def merge(*, who: Who, proposal_id: UUID, into_id: UUID) -> Proposal:
    """Join a proposal with another one, which keeps its words."""
    if proposal_id == into_id:
        raise errors.WithItself
    proposal, into = _both(proposal_id, into_id)
    _may(who, proposal, into)
    if not proposal.is_open:
        raise errors.MovedOn
    if not into.is_open:
        raise errors.MovedOn(field="into")
    if proposal.initiative_id != into.initiative_id:
        raise errors.OtherInitiative
    if Amendment.objects.waiting().filter(version__proposal=proposal).exists():
        raise errors.AmendmentsWait
    if in_work_of(proposal):
        raise errors.InWork
    title = title_of(proposal)
    _bring_along(proposal, into)
    Proposal.objects.filter(top=proposal).update(top=into)
    Proposal.objects.filter(id=proposal.id).update(state=State.MERGED, merged_into=into, top=into)
    proposal.refresh_from_db()
    note(who, "proposal.merged", into, about=proposal, into=str(into.id))
    tell(near(proposal), "proposal_merged", into, but=who.subject.id, joined=title)
    return into


def _both(one: UUID, other: UUID) -> tuple[Proposal, Proposal]:
    """Return both, locked in one order so that nobody waits for each other."""
    rows = Proposal.objects.select_for_update().filter(id__in=(one, other)).order_by("id")
    found = {row.id: row for row in rows}
    return found[one], found[other]


def _may(who: Who, proposal: Proposal, into: Proposal) -> None:
    """Connectors join two proposals, and who writes both of them."""
    if who.actor.is_connector and not who.is_acting:
        return
    if not (rules.is_author(who, proposal) and rules.is_author(who, into)):
        raise errors.NotAnAuthor


def _bring_along(proposal: Proposal, into: Proposal) -> None:
    """Copy authors and supporters whom the other one lacks, marked by where they came from."""
    there = Author.objects.filter(proposal=into).values("member_id")
    writing = Author.objects.writing().filter(proposal=proposal).exclude(member_id__in=there)
    Author.objects.bulk_create(
        [
            Author(hub_id=into.hub_id, proposal=into, came_from=proposal, member_id=row.member_id,
                   side=row.side, organisation_id=row.organisation_id, standing=row.standing,
                   at=row.at)
            for row in writing
        ],
        batch_size=500,
    )  # fmt: skip
    backed = Support.objects.filter(proposal=into).values("member_id")
    backing = Support.objects.filter(proposal=proposal).exclude(member_id__in=backed)
    Support.objects.bulk_create(
        [
            Support(hub_id=into.hub_id, proposal=into, came_from=proposal,
                    member_id=row.member_id, at=row.at)
            for row in backing.iterator()
        ],
        batch_size=500,
    )  # fmt: skip
    count_again(into)


@transaction.atomic
def part(*, who: Who, proposal_id: UUID) -> Proposal:
    """Undo it: the proposal stands for itself again, with its authors, supporters and points."""
    merged = Proposal.objects.get(id=proposal_id)
    if merged.merged_into_id is None:
        raise errors.MovedOn
    proposal, into = _both(merged.id, merged.merged_into_id)
    _may(who, proposal, into)
    if proposal.state != State.MERGED or not into.is_open:
        raise errors.MovedOn
    for model in (Author, Support):
        model.objects.filter(proposal=into, came_from=proposal).delete()
    count_again(into)
    below = _below(proposal)
    Proposal.objects.filter(id=proposal.id).update(state=State.OPEN, merged_into=None, top=None)
    Proposal.objects.filter(id__in=below).update(top=proposal)
    proposal.refresh_from_db()
    note(who, "proposal.parted", proposal)
    tell(near(proposal), "proposal_parted", proposal, but=who.subject.id)
    return proposal


def _below(proposal: Proposal) -> set[UUID]:
    """Return those that were joined with it before, at whatever depth."""
    found: set[UUID] = set()
    level = {proposal.id}
    while level:
        rows = Proposal.objects.filter(merged_into__in=level).values_list("id", flat=True)
        level = set(rows) - found
        found |= level
    return found
