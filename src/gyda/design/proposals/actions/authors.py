"""Writing together: invited, accepted with a side, left."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.proposals import errors, rules
from gyda.design.proposals.actions.beginning import side_of
from gyda.design.proposals.actions.recording import note, tell_one
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import Author
from gyda.design.proposals.models.author import Standing
from gyda.people.models import Member
from gyda.people.who import Who


@transaction.atomic
def invite(
    *, who: Who, proposal_id: UUID, member: Member, now: datetime.datetime | None = None
) -> Author:
    """Ask someone to write it together; they say from which side when they accept."""
    proposal = locked(proposal_id)
    rules.require_author(who, proposal)
    asked, is_new = Author.objects.get_or_create(
        proposal=proposal,
        member=member,
        defaults={
            "standing": Standing.INVITED,
            "invited_by": who.subject,
            "at": now or timezone.now(),
        },
    )
    if not is_new and asked.standing in (Standing.AUTHOR, Standing.INVITED):
        raise errors.InvitedAlready
    if not is_new:
        Author.objects.filter(id=asked.id).update(
            standing=Standing.INVITED, invited_by=who.subject, at=now or timezone.now()
        )
    note(who, "proposal.author_invited", proposal, public=False, concerns=[member])
    tell_one(member, "proposal_invited", proposal, by=who.subject.shown_name)
    asked.refresh_from_db()
    return asked


@transaction.atomic
def accept(
    *, who: Who, proposal_id: UUID, side: str, now: datetime.datetime | None = None
) -> Author:
    """Say yes, and from which side."""
    asked = _asked(who, proposal_id)
    if not asked.proposal.can_be_worked_on:
        raise errors.MovedOn
    Author.objects.filter(id=asked.id).update(
        standing=Standing.AUTHOR, at=now or timezone.now(), **side_of(who.subject, side)
    )
    note(who, "proposal.author_joined", asked.proposal)
    asked.refresh_from_db()
    return asked


@transaction.atomic
def decline(*, who: Who, proposal_id: UUID) -> None:
    """Say no; nobody asks why."""
    asked = _asked(who, proposal_id)
    Author.objects.filter(id=asked.id).update(standing=Standing.DECLINED)
    note(who, "proposal.author_declined", asked.proposal, public=False)


def _asked(who: Who, proposal_id: UUID) -> Author:
    proposal = locked(proposal_id)
    row = Author.objects.filter(
        proposal=proposal, member=who.subject, standing=Standing.INVITED
    ).first()
    if row is None:
        raise errors.NotInvited
    return row


@transaction.atomic
def leave(*, who: Who, proposal_id: UUID) -> None:
    """Write it no longer; the last author first finds someone, or withdraws it."""
    proposal = locked(proposal_id)
    if not rules.is_author(who, proposal):
        raise errors.NotAnAuthor
    writing = Author.objects.writing().filter(proposal=proposal)
    if not writing.exclude(member=who.subject).exists():
        raise errors.LastAuthor
    writing.filter(member=who.subject).update(standing=Standing.LEFT)
    note(who, "proposal.author_left", proposal)


def leave_all(member: Member) -> None:
    """Forget the invitations of someone who leaves the hub; what they wrote still says by whom."""
    Author.objects.filter(member=member, standing=Standing.INVITED).update(
        standing=Standing.DECLINED
    )
    Author.objects.writing().filter(member=member).update(standing=Standing.LEFT)
