"""Referring someone, taking it back, reminding them once, forgetting who did not answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.context import current_hub
from gyda.keys.once import once
from gyda.letters import actions as letters
from gyda.letters.readers import Reader
from gyda.people import codes
from gyda.people.data import burn_letters_about
from gyda.people.who import GydaItself, Who
from gyda.referral.errors import AnsweredAlready, ConsentToCome, NotYours, ReferredAlready
from gyda.referral.models import Reach, Referral, State
from gyda.referral.rules import may_refer, the_policy

PURPOSE = "referral"
ERASED = {"name": "", "address": "", "words": "", "words_language": ""}


@dataclass(frozen=True)
class Introduction:
    """Who is introduced, how they are reached, and how they said yes to that."""

    name: str
    reach: str
    address: str
    language: str
    consent_how: str
    consent_on: datetime.date
    words: str = ""
    words_language: str = ""


@once
@transaction.atomic
def refer(
    *, who: Who, introduction: Introduction, now: datetime.datetime | None = None
) -> Referral:
    """Write to the person, who decides; nobody is told whether they are a member already."""
    if not may_refer(who):
        raise NotYours
    now = now or timezone.now()
    if introduction.consent_on > timezone.localdate(now):
        raise ConsentToCome
    mine = Referral.objects.open().filter(referred_by=who.actor)
    if mine.filter(reach=introduction.reach, address=introduction.address).exists():
        raise ReferredAlready
    code = codes.new_code()
    referral = _stored(who, introduction, code, now)
    _write(referral, "referral", code)
    record(by=who, verb="referral.made", about=referral, number=referral.number)
    return referral


def _stored(who: Who, introduction: Introduction, code: str, now: datetime.datetime) -> Referral:
    policy, day = the_policy(), datetime.timedelta(days=1)
    last = Referral.objects.aggregate(last=Max("number"))["last"] or 0
    reminds = policy.remind_days and introduction.reach != Reach.CALL
    return Referral.objects.create(
        number=last + 1,
        organisation=who.actor.organisation,
        referred_by=who.actor,
        made_at=now,
        digest=codes.digest_of(PURPOSE, code),
        remind_at=now + policy.remind_days * day if reminds else None,
        expires_at=now + policy.answer_days * day,
        **vars(introduction),
    )


def _write(referral: Referral, kind: str, code: str) -> None:
    """Write to the person; whom a connector rings gets no letter."""
    if referral.reach == Reach.CALL:
        return
    reach, address = referral.reach, referral.address
    reader = Reader(
        member_id=None,
        hub_id=current_hub(),
        name=referral.name,
        language=referral.language,
        email=address if reach == Reach.EMAIL else None,
        phone=address if reach == Reach.SMS else None,
        post=address if reach == Reach.POST else "",
    )
    words = {"code": code, "shown_code": codes.shown(code), "referral": referral}
    letters.write(to=reader, kind=kind, context=words, about_id=referral.id)


@transaction.atomic
def take_back(*, who: Who, referral: Referral) -> None:
    """The referrer made a slip, or the person asked them to: their details are gone."""
    if who.is_acting or referral.referred_by_id != who.actor_id:
        raise NotYours
    move(referral, state=State.TAKEN_BACK, **ERASED)
    record(by=who, verb="referral.taken-back", about=referral)


def move(referral: Referral, **columns: Any) -> None:
    """Change a referral that is open, and burn its letters: they hold the code."""
    if not Referral.objects.open().filter(id=referral.id).update(**columns):
        raise AnsweredAlready
    burn_letters_about([referral.id])
    referral.refresh_from_db()


def remind(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Remind, once, whoever has not answered; who said "not now" is left in peace."""
    due = Referral.objects.filter(state=State.WAITING, remind_at__lte=now, expires_at__gt=now)
    for referral in due.select_related("organisation", "referred_by"):
        _remind(referral, now)


@transaction.atomic
def _remind(referral: Referral, now: datetime.datetime) -> None:
    code = codes.new_code()
    mine = Referral.objects.filter(id=referral.id, state=State.WAITING, reminded_at__isnull=True)
    columns = {"second_digest": codes.digest_of(PURPOSE, code), "remind_at": None}
    if mine.update(reminded_at=now, **columns):
        _write(referral, "referral_reminder", code)
        record(by=GydaItself(current_hub()), verb="referral.reminded", about=referral)


def expire(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Forget whoever has not answered in the hub's time."""
    for referral in Referral.objects.open().filter(expires_at__lte=now):
        _expire(referral)


@transaction.atomic
def _expire(referral: Referral) -> None:
    try:
        move(referral, state=State.EXPIRED, remind_at=None, **ERASED)
    except AnsweredAlready:
        return  # they answered at this very moment
    record(by=GydaItself(current_hub()), verb="referral.expired", about=referral)
