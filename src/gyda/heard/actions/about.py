"""Saying who I am, changing it, taking it back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gyda.heard.errors import NotYours
from gyda.heard.models import Answer, Question, Unnamed
from gyda.initiatives.models import Initiative
from gyda.journal.actions import record
from gyda.people.areas import folded, sector_of
from gyda.people.who import Who


@transaction.atomic
def tell(*, who: Who, answers: Mapping[str, str], now: datetime.datetime | None = None) -> None:
    """Keep what the person says of themselves in place of what they said before."""
    if not who.reaches_everything:
        raise NotYours
    member, now = who.subject, now or timezone.now()
    Answer.objects.filter(member=member).delete()
    Answer.objects.bulk_create(
        Answer(hub_id=member.hub_id, member=member, question=question, answer=answer, given_at=now)
        for question, answer in answers.items()
        if answer
    )
    record(by=who, verb="about.told", about=member)


@transaction.atomic
def forget(*, who: Who) -> None:
    """Delete all of it."""
    if not who.reaches_everything:
        raise NotYours
    Answer.objects.filter(member=who.subject).delete()
    record(by=who, verb="about.forgotten", about=who.subject)


def place_kept(typed: str) -> str:
    """Return what is kept of a postcode or a village: the sector, or its name folded.

    >>> place_kept("SA10 8PB"), place_kept("Pentre Isâf")
    ('sa10 8', 'pentre isaf')
    """
    return folded(sector_of(typed) or typed)


@transaction.atomic
def count_unnamed(
    *, initiative: Initiative, way: str, answers: Mapping[str, str], people: int = 1
) -> None:
    """Count someone who took part without an account; their answers are not kept together."""
    _add(initiative, way, "", "", people)
    for question in Question.values:
        if answer := answers.get(question, ""):
            _add(initiative, way, question, answer, people)


def _add(initiative: Initiative, way: str, question: str, answer: str, people: int) -> UUID:
    row, _is_new = Unnamed.objects.get_or_create(
        initiative=initiative, way=way, question=question, answer=answer
    )
    Unnamed.objects.filter(id=row.id).update(people=F("people") + people)
    return row.id
