"""Invitations: a link or a printed code, for one newcomer, until a day."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people import codes, rules
from gyda.people.actions.joining import become_member, newcomer
from gyda.people.errors import AlreadyAsked, InvitationStale, NotYours
from gyda.people.models import Hub, Invitation, Member, Organisation, Person
from gyda.people.models.application import Application, Outcome
from gyda.people.models.member import Role
from gyda.people.who import Who


def digest_of(code: str) -> str:
    """Return what is stored of the code of an invitation."""
    return codes.digest_of("people.invitation", code)


@transaction.atomic
def invite(
    *,
    who: Who,
    role: str = Role.MEMBER,
    organisation: Organisation | None = None,
    days: int = 30,
    now: datetime.datetime | None = None,
) -> tuple[Invitation, str]:
    """Make an invitation and return it with its code, which nothing else can show again."""
    if not rules.may_grant(who, role):
        raise NotYours
    now = now or timezone.now()
    code = codes.new_code()
    invitation = Invitation.objects.create(
        digest=digest_of(code),
        role=role,
        organisation=organisation,
        invited_by=who.actor,
        invited_at=now,
        expires_at=now + datetime.timedelta(days=days),
    )
    record(by=who, verb="invitation.made", about=invitation, role=role)
    return invitation, code


@transaction.atomic
def revoke(*, who: Who, invitation: Invitation, now: datetime.datetime | None = None) -> None:
    """Take an invitation back."""
    if not rules.may_grant(who, invitation.role):
        raise NotYours
    standing = Invitation.objects.standing(now).filter(id=invitation.id)
    if not standing.update(revoked_at=now or timezone.now()):
        raise InvitationStale
    record(by=who, verb="invitation.revoked", about=invitation)


@transaction.atomic
def accept(*, person: Person, hub: Hub, code: str, now: datetime.datetime | None = None) -> Member:
    """Join with an invitation; it works for one person only."""
    now = now or timezone.now()
    standing = Invitation.objects.standing(now).filter(digest=digest_of(code))
    invitation = (
        standing.select_for_update(of=("self",))
        .select_related("invited_by", "organisation")
        .first()
    )
    if invitation is None or not _still_holds(invitation):
        raise InvitationStale
    member = guest(person, hub, now)
    member = become_member(
        who=Who(member),
        member=member,
        how="INVITED",
        now=now,
        role=invitation.role,
        organisation=invitation.organisation,
    )
    Invitation.objects.filter(id=invitation.id).update(used_by=member, used_at=now)
    return member


def guest(person: Person, hub: Hub, now: datetime.datetime) -> Member:
    """Return the row of someone who is let in without asking; what they had asked is answered."""
    try:
        return newcomer(person=person, hub=hub)
    except AlreadyAsked:
        member = Member.objects.get(person=person)
        waiting = Application.objects.filter(member=member, outcome=Outcome.WAITING)
        waiting.update(outcome=Outcome.APPROVED, decided_at=now)
        return member


def _still_holds(invitation: Invitation) -> bool:
    by = invitation.invited_by
    return by.is_active and rules.may_grant(Who(by), invitation.role)
