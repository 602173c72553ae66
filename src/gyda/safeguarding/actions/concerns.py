"""Concerns: told by anyone, read and answered by the leads, kept for good."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.context import current_hub
from gyda.keys.once import once
from gyda.methods.working_days import due_after_one
from gyda.people import codes
from gyda.people.letterbox import write_to
from gyda.people.models import Member, Organisation
from gyda.people.models.member import Role
from gyda.people.who import GydaItself, Who
from gyda.safeguarding.errors import AnsweredAlready, AnswerFirst, NobodyLeftToRead, NotYours
from gyda.safeguarding.models import Concern, ConcernStep, Withheld
from gyda.safeguarding.models.concern import Kind
from gyda.safeguarding.rules import is_lead, leads

PURPOSE = "safeguarding.concern"


@dataclass(frozen=True)
class Told:
    """A concern as it was told."""

    about: str
    words: str
    language: str
    about_words: str = ""
    contact: str = ""
    about_member: Member | None = None
    organisation: Organisation | None = None
    exchange_id: UUID | None = None


@once
@transaction.atomic
def tell_concern(
    *,
    told: Told,
    told_by: Member | None = None,
    withheld: Collection[UUID] = (),
    now: datetime.datetime | None = None,
) -> tuple[Concern, str]:
    """Keep a concern and return it with the code for its answer, which nothing shows again.

    The journal says that one came in, and not from whom: stewards read the journal.
    """
    now, code = now or timezone.now(), codes.new_code()
    readers = _readers(told, withheld)
    last = Concern.objects.aggregate(last=Max("number"))["last"] or 0
    concern = Concern.objects.create(
        number=last + 1, told_by=told_by, digest=codes.digest_of(PURPOSE, code),
        received_at=now, due_at=due_after_one(timezone.localtime(now)), **vars(told),
    )  # fmt: skip
    for member_id in withheld:
        Withheld.objects.create(concern=concern, member_id=member_id)
    _step(concern, Kind.RECEIVED, now)
    for lead in readers:
        write_to(lead, "concern_received", about_id=concern.id, due=concern.due_at)
    record(by=GydaItself(current_hub()), verb="concern.received", about=concern)
    return concern, code


def _readers(told: Told, withheld: Collection[UUID]) -> Sequence[Member]:
    about = told.about_member.id if told.about_member else None
    readers = [one for one in leads() if one.id not in withheld and one.id != about]
    if not readers:
        raise NobodyLeftToRead
    return readers


def _step(
    concern: Concern, kind: str, at: datetime.datetime, by: Member | None = None, **words: str
) -> ConcernStep:
    return ConcernStep.objects.create(concern=concern, kind=kind, at=at, by=by, **words)


def _require(who: Who, concern: Concern) -> None:
    seen = Concern.objects.for_lead(who.actor).filter(id=concern.id)
    if not is_lead(who) or not seen.exists():
        raise NotYours


@transaction.atomic
def note_reading(*, who: Who, concern: Concern, now: datetime.datetime | None = None) -> None:
    """Keep that this lead has read it: once for each."""
    _require(who, concern)
    if not ConcernStep.objects.filter(concern=concern, kind=Kind.READ, by=who.actor).exists():
        _step(concern, Kind.READ, now or timezone.now(), who.actor)
        record(by=who, verb="concern.read", about=concern)


@transaction.atomic
def add_note(
    *, who: Who, concern: Concern, words: str, language: str, now: datetime.datetime | None = None
) -> ConcernStep:
    """Write down what was done, for the leads alone."""
    _require(who, concern)
    step = _step(
        concern, Kind.NOTE, now or timezone.now(), who.actor, words=words, language=language
    )
    record(by=who, verb="concern.noted", about=concern)
    return step


@transaction.atomic
def answer(
    *, who: Who, concern: Concern, words: str, language: str, now: datetime.datetime | None = None
) -> ConcernStep:
    """Answer who told it: they read it with their code, or on their own page."""
    _require(who, concern)
    now = now or timezone.now()
    step = _step(concern, Kind.ANSWER, now, who.actor, words=words, language=language)
    Concern.objects.filter(id=concern.id, answered_at__isnull=True).update(answered_at=now)
    if concern.told_by is not None and concern.told_by.is_active:
        write_to(concern.told_by, "concern_answered", about_id=concern.id)
    record(by=who, verb="concern.answered", about=concern)
    return step


@transaction.atomic
def close(*, who: Who, concern: Concern, now: datetime.datetime | None = None) -> None:
    """Nothing more is to be done now; it stays where it is."""
    _require(who, concern)
    if Concern.objects.unanswered().filter(id=concern.id).exists():
        raise AnswerFirst
    _turn(who, concern, Kind.CLOSED, now or timezone.now(), was_closed=False)


@transaction.atomic
def reopen(*, who: Who, concern: Concern, now: datetime.datetime | None = None) -> None:
    """Take it up again."""
    _require(who, concern)
    _turn(who, concern, Kind.REOPENED, now or timezone.now(), was_closed=True)


def _turn(
    who: Who, concern: Concern, kind: Kind, now: datetime.datetime, *, was_closed: bool
) -> None:
    rows = Concern.objects.filter(id=concern.id, closed_at__isnull=not was_closed)
    if not rows.update(closed_at=None if was_closed else now):
        raise AnsweredAlready
    _step(concern, kind, now, who.actor)
    record(by=who, verb=f"concern.{kind.lower()}", about=concern)


def tell_overdue(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tell stewards and leads, once, that a concern waits longer than a working day."""
    late = Concern.objects.unanswered().filter(due_at__lte=now, overdue_told_at__isnull=True)
    for concern in late:
        _tell_overdue(concern, now)


@transaction.atomic
def _tell_overdue(concern: Concern, now: datetime.datetime) -> None:
    rows = Concern.objects.filter(id=concern.id, overdue_told_at__isnull=True)
    if not rows.update(overdue_told_at=now):
        return  # another tick was quicker
    kept_from = {concern.about_member_id, *concern.withheld.values_list("member_id", flat=True)}
    stewards = Member.objects.active().filter(role=Role.STEWARD).select_related("person")
    people = {one.id: one for one in [*leads(), *stewards] if one.id not in kept_from}
    for person in people.values():
        write_to(person, "concern_overdue", about_id=concern.id, due=concern.due_at)
