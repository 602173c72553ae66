"""Sitting down in a team, and getting up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives import errors
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.models import Follow, Initiative, Invitation, Seat, Side
from gyda.people.models import Member
from gyda.people.who import Who


def sit(
    initiative: Initiative,
    member: Member,
    side: str,
    *,
    now: datetime.datetime,
    invitation: Invitation | None = None,
) -> Seat:
    """Give a member a seat; who speaks for an organisation must come for one."""
    if side == Side.PROFESSIONAL and member.organisation_id is None:
        raise errors.ForNoOrganisation
    if Seat.objects.taken().filter(initiative=initiative, member=member).exists():
        raise errors.SitsAlready
    Follow.objects.filter(initiative=initiative, member=member).delete()
    return Seat.objects.create(
        initiative=initiative,
        member=member,
        side=side,
        organisation_id=member.organisation_id if side == Side.PROFESSIONAL else None,
        invitation=invitation,
        joined_at=now,
    )


@transaction.atomic
def leave_team(*, who: Who, initiative_id: UUID, now: datetime.datetime | None = None) -> None:
    """Leave; the last one first ends it or finds someone who stays."""
    initiative = Initiative.objects.select_for_update().get(id=initiative_id)
    seats = Seat.objects.taken().filter(initiative=initiative)
    if not (mine := seats.filter(member=who.subject)).exists():
        raise errors.NotInTheTeam
    if initiative.is_open and not seats.exclude(member=who.subject).exists():
        raise errors.LastOfTheTeam
    mine.update(left_at=now or timezone.now())
    enter(initiative, who=who, verb="initiative.left", member=str(who.subject.id))


def leave_all(member: Member) -> None:
    """Empty the seats and forget the follows of someone who leaves the hub."""
    now = timezone.now()
    Seat.objects.taken().filter(member=member).update(left_at=now)
    Follow.objects.filter(member=member).delete()
    Invitation.objects.standing().filter(member=member).update(withdrawn_at=now)


@transaction.atomic
def follow(*, who: Who, initiative_id: UUID, now: datetime.datetime | None = None) -> None:
    """Hear what happens; the second time changes nothing."""
    initiative = Initiative.objects.get(id=initiative_id)
    _row, is_new = Follow.objects.get_or_create(
        initiative=initiative, member=who.subject, defaults={"since_at": now or timezone.now()}
    )
    if is_new:
        enter(initiative, who=who, verb="initiative.followed", public=False)


@transaction.atomic
def unfollow(*, who: Who, initiative_id: UUID) -> None:
    """Hear no more."""
    initiative = Initiative.objects.get(id=initiative_id)
    gone, _rows = Follow.objects.filter(initiative=initiative, member=who.subject).delete()
    if gone:
        enter(initiative, who=who, verb="initiative.unfollowed", public=False)
