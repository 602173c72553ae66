"""Inviting someone, or everyone, with what is in it for them; and the answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives import errors, rules
from gyda.initiatives.actions.entries import enter
from gyda.initiatives.actions.letters import tell
from gyda.initiatives.actions.seats import sit
from gyda.initiatives.actions.thread import held
from gyda.initiatives.models import Initiative, Invitation, Seat
from gyda.initiatives.models.invitation import Answer, Thanks
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Offer:
    """What is in it for me: the time asked, what is given, what can change, when I hear."""

    minutes: int
    rhythm: str
    thanks: str
    can_change_cy: str
    can_change_en: str
    hear_by_on: datetime.date
    pence: int | None = None

    def check(self, today: datetime.date) -> dict[str, Any]:
        """Return the columns, or raise where the offer is not whole."""
        if self.hear_by_on <= today:
            raise errors.TooSoonToHear
        if self.thanks == Thanks.PAY and not self.pence:
            raise errors.PayIsMissing
        pence = self.pence if self.thanks == Thanks.PAY else None
        return vars(self) | {"pence": pence}


@once
@transaction.atomic
def invite(
    *,
    who: Who,
    initiative_id: UUID,
    offer: Offer,
    member: Member | None = None,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Invitation:
    """Invite one member into the team, or everyone who reads it."""
    if key and (stored := Invitation.objects.filter(request_key=key).first()):
        return stored
    now = now or timezone.now()
    initiative = held(who, initiative_id)
    columns = offer.check(timezone.localdate(now))
    if member:
        _check_free(initiative, member)
    invitation = Invitation.objects.create(
        initiative=initiative,
        member=member,
        by=who.subject,
        invited_at=now,
        request_key=key,
        **columns,
    )
    _tell(who, invitation)
    return invitation


def _tell(who: Who, invitation: Invitation) -> None:
    initiative, member = invitation.initiative, invitation.member
    if member is None:
        enter(initiative, who=who, verb="initiative.invited_all")
        return
    enter(
        initiative,
        who=who,
        verb="initiative.invited",
        public=False,
        concerns=[member],
        member=str(member.id),
    )
    tell(initiative, member, "initiative_invited", invitation=invitation)


def _check_free(initiative: Initiative, member: Member) -> None:
    if Seat.objects.taken().filter(initiative=initiative, member=member).exists():
        raise errors.SitsAlready
    if Invitation.objects.standing().filter(initiative=initiative, member=member).exists():
        raise errors.AskedAlready


@transaction.atomic
def accept(
    *, who: Who, invitation_id: UUID, side: str, now: datetime.datetime | None = None
) -> Seat:
    """Say yes: to one's own invitation, or to one that is open to all."""
    now = now or timezone.now()
    invitation = _standing(invitation_id)
    _check_mine(who, invitation)
    if not invitation.initiative.is_open:
        raise errors.NotUnderWay
    seat = sit(invitation.initiative, who.subject, side, now=now, invitation=invitation)
    mine = Invitation.objects.standing().filter(
        initiative_id=invitation.initiative_id, member=who.subject
    )
    mine.update(answer=Answer.YES, answered_at=now)
    subject = str(who.subject.id)
    enter(invitation.initiative, who=who, verb="initiative.joined", member=subject, side=side)
    return seat


@transaction.atomic
def decline(*, who: Who, invitation_id: UUID, now: datetime.datetime | None = None) -> None:
    """Say no, without a reason; nobody else reads who said no."""
    invitation = _standing(invitation_id)
    if invitation.member_id != who.subject.id:
        raise errors.NotForYou
    Invitation.objects.filter(id=invitation.id).update(
        answer=Answer.NO, answered_at=now or timezone.now()
    )
    enter(invitation.initiative, who=who, verb="initiative.declined", public=False)


@transaction.atomic
def withdraw(*, who: Who, invitation_id: UUID, now: datetime.datetime | None = None) -> None:
    """Take an invitation back that nobody, or nobody more, should answer."""
    invitation = _standing(invitation_id)
    if not rules.may_hold(who, invitation.initiative):
        raise errors.NotInTheTeam
    Invitation.objects.filter(id=invitation.id).update(withdrawn_at=now or timezone.now())
    enter(invitation.initiative, who=who, verb="initiative.uninvited", public=False)


def _standing(invitation_id: UUID) -> Invitation:
    found = Invitation.objects.select_for_update().get(id=invitation_id)
    if not found.stands:
        raise errors.NoLongerStands
    return found


def _check_mine(who: Who, invitation: Invitation) -> None:
    if invitation.member_id not in (None, who.subject.id):
        raise errors.NotForYou
