"""The person's answer: with their code, or heard by a connector who writes it down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from gyda.journal.actions import By as Actor
from gyda.journal.actions import record
from gyda.keys.context import current_hub
from gyda.people import codes
from gyda.people.actions.invitations import guest
from gyda.people.actions.joining import become_member
from gyda.people.errors import AlreadyMember
from gyda.people.letterbox import write_to
from gyda.people.models import Hub, Member, Person
from gyda.people.models.member import Reach as MemberReach
from gyda.people.models.member import State as MemberState
from gyda.people.queries import connectors
from gyda.people.queries.persons import person_at
from gyda.people.who import GydaItself, Who
from gyda.referral.actions.refer import ERASED, PURPOSE, move
from gyda.referral.errors import AnsweredAlready, AskTheHub, CannotJoinNow, CodeUnknown, NotYours
from gyda.referral.models import Answer, Reach, Referral, State
from gyda.referral.models.referral import By

ENDS = {Answer.NOT_NOW: State.NOT_NOW, Answer.NO: State.NO}
REACHED = {Reach.POST: MemberReach.POST, Reach.CALL: MemberReach.CALL}
CONTACT = 120


def referral_for(code: str, now: datetime.datetime | None = None) -> Referral:
    """Return the referral that a code opens, or raise CodeUnknown."""
    digest = codes.digest_of(PURPOSE, code)
    open_ones = Referral.objects.open().filter(expires_at__gt=now or timezone.now())
    found = open_ones.filter(Q(digest=digest) | Q(second_digest=digest))
    referral = found.select_related("organisation", "referred_by").first()
    if referral is None:
        raise CodeUnknown
    return referral


@transaction.atomic
def answer_with_code(*, code: str, answer: str, now: datetime.datetime | None = None) -> Referral:
    """Take the person's own answer. The code came to their address, so the address is theirs."""
    referral, now = referral_for(code, now), now or timezone.now()
    how = {"answered_by": By.CODE, "answered_at": now}
    if answer == Answer.YES:
        proven = referral.reach in (Reach.EMAIL, Reach.SMS)
        member = _bring_in(referral, _person(referral, proven=proven), None, now)
        _joined(referral, member, how)
    else:
        _ended(referral, Answer(answer), how)
    _record(GydaItself(current_hub()), referral, answer)
    return referral


@transaction.atomic
def write_answer_down(
    *,
    who: Who,
    referral: Referral,
    answer: str,
    how: str,
    known: Member | None = None,
    now: datetime.datetime | None = None,
) -> Referral:
    """Write down what the person said; an address that nobody has proven signs nobody in.

    `known`: the member whom the connector recognises in them.
    """
    if not who.actor.is_connector or who.is_acting or how == By.CODE:
        raise NotYours
    now = now or timezone.now()
    columns = {"answered_by": how, "answered_at": now, "recorded_by": who.actor}
    if answer == Answer.YES:
        member = known or _bring_in(referral, _person(referral, proven=False), who, now)
        _joined(referral, member, columns)
    else:
        _ended(referral, Answer(answer), columns)
    _record(who, referral, answer)
    return referral


def _record(by: Actor, referral: Referral, answer: str) -> None:
    record(by=by, verb="referral.answered", about=referral, answer=str(answer))


def _ended(referral: Referral, answer: Answer, how: dict[str, Any]) -> None:
    if answer == Answer.NO:
        move(referral, state=State.NO, remind_at=None, **ERASED, **how)
        return
    # The code goes on working until the day that the letter names; nobody writes again.
    rows = Referral.objects.open().filter(id=referral.id)
    if not rows.update(state=ENDS[answer], remind_at=None, **how):
        raise AnsweredAlready
    referral.refresh_from_db()


def _joined(referral: Referral, member: Member, how: dict[str, Any]) -> None:
    move(referral, state=State.JOINED, member=member, address="", remind_at=None, **how)
    for connector in connectors():
        write_to(connector, "referral_joined", about_id=referral.id, newcomer=member.name)


def _person(referral: Referral, *, proven: bool) -> Person:
    """Return who has the address, or someone new: with it only if it is shown to be theirs."""
    if not proven:
        return Person.objects.create_user(name=referral.name, language=referral.language)
    found = person_at(referral.address)
    if found is not None:
        return found
    kind = "email" if referral.reach == Reach.EMAIL else "phone"
    try:
        with transaction.atomic():
            return Person.objects.create_user(
                name=referral.name, language=referral.language, **{kind: referral.address}
            )
    except IntegrityError as error:  # they signed up at this very moment
        raise AnsweredAlready from error


def _bring_in(
    referral: Referral, person: Person, who: Who | None, now: datetime.datetime
) -> Member:
    """Make them a member; whoever is one already stays as they are."""
    hub = Hub.objects.get(id=current_hub())
    if not person.is_active:
        raise CannotJoinNow
    if not who and Member.objects.filter(person=person, state=MemberState.DECLINED).exists():
        raise AskTheHub  # a connector has said no, and no referral goes round a connector
    try:
        member = guest(person, hub, now)
    except AlreadyMember:
        return Member.objects.select_related("person").get(person=person)
    if not (person.email or person.phone):
        member.reach = REACHED.get(Reach(referral.reach), MemberReach.CONNECTOR)
        member.contact = ", ".join(referral.address.splitlines())[:CONTACT]
    member = become_member(who=who or Who(member), member=member, how="REFERRED", now=now)
    write_to(member, "membership_approved", about_id=member.id)  # the referral's own are burnt
    return member


@transaction.atomic
def welcome(*, who: Who, referral: Referral, now: datetime.datetime | None = None) -> None:
    """A connector has met them: why they were referred is nobody's business any more."""
    if not who.actor.is_connector or who.is_acting:
        raise NotYours
    joined = Referral.objects.to_welcome().filter(id=referral.id)
    columns = {"welcomed_at": now or timezone.now(), "welcomed_by": who.actor}
    if not joined.update(words="", words_language="", **columns):
        raise AnsweredAlready
    record(by=who, verb="referral.welcomed", about=referral)
