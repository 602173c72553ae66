"""Taking something down with a reason; the appeal, heard by someone else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.letters.actions import withdraw
from gyda.need.rulings import errors
from gyda.need.rulings.models import Ruling
from gyda.need.rulings.subjects import Subject
from gyda.people.who import Who


@dataclass(frozen=True)
class Said:
    """A reason in words, in one language."""

    words: str
    language: str


@transaction.atomic
def take_down(*, who: Who, subject: Subject, about_id: UUID, ground: str, said: Said) -> Ruling:
    """Take something down; who wrote it is told why and may appeal."""
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    about = subject.locked(about_id)
    was = subject.shown_as(about)
    if not was:
        raise errors.TakenDownAlready
    ruling = Ruling.objects.create(
        **{subject.column: about}, was=was, ground=ground, by=who.actor,
        words=said.words.strip(), language=said.language, at=timezone.now(),
    )  # fmt: skip
    subject.hide(who, about)
    withdraw(about_ids=subject.letters_hang_on(about))
    subject.note(who, "taken_down", ruling)
    subject.tell("taken_down", ruling)
    return ruling


@transaction.atomic
def appeal(
    *, who: Who, ruling_id: UUID, said: Said, now: datetime.datetime | None = None
) -> Ruling:
    """Ask someone else to look again."""
    ruling = Ruling.objects.select_for_update().get(id=ruling_id)
    if ruling.subject.author(ruling.about) != who.subject:
        raise errors.NotYours
    if ruling.appealed_at:
        raise errors.NoAppeal
    ruling.appeal, ruling.appeal_language = said.words.strip(), said.language
    ruling.appealed_at = now or timezone.now()
    ruling.save()
    ruling.subject.note(who, "appealed", ruling)
    return ruling


@transaction.atomic
def decide(
    *, who: Who, ruling_id: UUID, stands: bool, said: Said, now: datetime.datetime | None = None
) -> Ruling:
    """Say whether it stays down; a steward does so who did not take it down."""
    ruling = Ruling.objects.select_for_update().get(id=ruling_id)
    _check_decides(who, ruling)
    ruling.stands, ruling.decision = stands, said.words.strip()
    ruling.decision_language, ruling.decided_by = said.language, who.actor
    ruling.decided_at = now or timezone.now()
    ruling.save()
    subject = ruling.subject
    if not stands:
        subject.show(who, subject.locked(ruling.about.id), ruling.was)
    subject.note(who, "appeal_refused" if stands else "appeal_upheld", ruling)
    subject.tell("appeal", ruling)
    return ruling


def _check_decides(who: Who, ruling: Ruling) -> None:
    if not who.actor.is_steward or who.is_acting:
        raise errors.NotForYou
    if ruling.appealed_at is None or ruling.decided_at:
        raise errors.NoAppeal
    if ruling.by_id == who.actor.id:
        raise errors.OwnRuling
