"""How a newcomer becomes a member."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.people import moments
from gyda.people.errors import (
    AlreadyAsked,
    AlreadyMember,
    AnsweredAlready,
    InvitationNeeded,
    NotYours,
    ReasonMissing,
)
from gyda.people.letterbox import write_to
from gyda.people.models import AccessNeed, Application, Hub, Member, Organisation, Person
from gyda.people.models.application import Outcome
from gyda.people.models.hub import Joining
from gyda.people.models.member import Role, State
from gyda.people.models.needs import NeedKind
from gyda.people.who import Who
from gyda.web.errors import DomainError


@once
@transaction.atomic
def ask_to_join(
    *,
    person: Person,
    hub: Hub,
    words: str = "",
    needs: str = "",
    language: str,
    now: datetime.datetime | None = None,
) -> Member:
    """Join an open hub at once, or ask a connector of one that looks who comes."""
    if hub.joining == Joining.INVITE:
        raise InvitationNeeded
    now = now or timezone.now()
    member = newcomer(person=person, hub=hub)
    if needs:
        _keep_needs(member, needs, language)
    if hub.joining == Joining.OPEN:
        return become_member(who=Who(member), member=member, how="OPEN", now=now)
    member.state = State.WAITING
    member.save(update_fields=["state"])
    application = Application.objects.create(
        member=member, words=words, language=language, asked_at=now
    )
    _tell_connectors(member, application)
    record(by=Who(member), verb="membership.asked", about=application, member=str(member.id))
    return member


def newcomer(*, person: Person, hub: Hub) -> Member:
    """Return the row of someone who is about to join: a new one, or their own of before."""
    start = {"name": person.name, "state": State.WAITING}
    member, is_new = Member.objects.get_or_create(hub=hub, person=person, defaults=start)
    if not is_new and member.state == State.ACTIVE:
        raise AlreadyMember
    if not is_new and member.state == State.WAITING:
        raise AlreadyAsked
    return member


def _keep_needs(member: Member, needs: str, language: str) -> None:
    AccessNeed.objects.update_or_create(
        member=member, kind=NeedKind.OTHER, defaults={"words": needs, "language": language}
    )


def _tell_connectors(member: Member, application: Application) -> None:
    connectors = Member.objects.active().exclude(role=Role.MEMBER).select_related("person")
    for connector in connectors:
        write_to(connector, "application", about_id=application.id, newcomer=member.name)


@transaction.atomic
def become_member(
    *,
    who: Who,
    member: Member,
    how: str,
    now: datetime.datetime,
    role: str = Role.MEMBER,
    organisation: Organisation | None = None,
) -> Member:
    """Make someone an active member; `how` is OPEN, APPROVED, INVITED or ADDED."""
    member.state, member.joined_at, member.left_at = State.ACTIVE, now, None
    member.role, member.organisation = role_on_arrival(member, role), organisation
    member.save()
    moments.joined(member)
    record(
        by=who,
        verb="member.joined",
        about=member,
        concerns=[member],
        member=str(member.id),
        how=how,
        role=member.role,
    )
    return member


def role_on_arrival(member: Member, role: str) -> str:
    """Return the role that someone comes with; a member's, while the hub asks for more first.

    Nobody is kept out for it: stewards are told, and give the role when all is there.
    """
    try:
        moments.gets_role(member, role)
    except DomainError:
        for steward in Member.objects.active().filter(role=Role.STEWARD).select_related("person"):
            write_to(
                steward, "role_waits", about_id=member.id, newcomer=member.name, role=Role(role)
            )
        return Role.MEMBER
    return role


@transaction.atomic
def approve(*, who: Who, application: Application, now: datetime.datetime | None = None) -> Member:
    """Welcome a newcomer."""
    now = now or timezone.now()
    member = _decide(who, application, Outcome.APPROVED, now=now)
    write_to(member, "membership_approved", about_id=application.id)
    return become_member(who=who, member=member, how="APPROVED", now=now)


@transaction.atomic
def decline(
    *,
    who: Who,
    application: Application,
    reason: str,
    language: str,
    now: datetime.datetime | None = None,
) -> Member:
    """Say no, with a kind reason that the newcomer reads."""
    if not reason.strip():
        raise ReasonMissing
    application.reason, application.reason_language = reason, language
    member = _decide(who, application, Outcome.DECLINED, now=now or timezone.now())
    member.state = State.DECLINED
    member.save(update_fields=["state"])
    write_to(member, "membership_declined", about_id=application.id, reason=reason)
    record(by=who, verb="membership.declined", about=application, member=str(member.id))
    return member


def _decide(
    who: Who, application: Application, outcome: Outcome, *, now: datetime.datetime
) -> Member:
    if not who.actor.is_connector:
        raise NotYours
    return _close(application, outcome, by=who.actor, now=now)


def _close(
    application: Application, outcome: Outcome, *, by: Member, now: datetime.datetime
) -> Member:
    open_one = Application.objects.filter(id=application.id, outcome=Outcome.WAITING)
    closed = open_one.update(
        outcome=outcome,
        decided_at=now,
        decided_by=by,
        reason=application.reason,
        reason_language=application.reason_language,
    )
    if not closed:
        raise AnsweredAlready
    application.refresh_from_db()
    return Member.objects.select_related("person").get(id=application.member_id)


@transaction.atomic
def answer(*, member: Member, yes: bool, now: datetime.datetime | None = None) -> Member:
    """Say whether one wants to be a member, when a hub has brought one along without asking."""
    now = now or timezone.now()
    waiting = Member.objects.select_for_update(of=("self",)).filter(id=member.id)
    if member.applications.exists() or not waiting.filter(state=State.WAITING).exists():
        raise AnsweredAlready
    if yes:
        kept = {"role": member.role, "organisation": member.organisation}
        return become_member(who=Who(member), member=member, how="INVITED", now=now, **kept)
    member.state, member.left_at = State.LEFT, now
    member.save(update_fields=["state", "left_at"])
    record(by=Who(member), verb="membership.taken-back", about=member)
    return member


@transaction.atomic
def take_back(*, member: Member, now: datetime.datetime | None = None) -> None:
    """Withdraw one's own application."""
    application = member.applications.filter(outcome=Outcome.WAITING).first()
    if application is None:
        raise AnsweredAlready
    member = _close(application, Outcome.WITHDRAWN, by=member, now=now or timezone.now())
    member.state = State.LEFT
    member.save(update_fields=["state"])
    record(by=Who(member), verb="membership.taken-back", about=application)
