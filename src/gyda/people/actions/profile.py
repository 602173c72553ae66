"""What members say of themselves, and whom they do not want to meet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.letters import actions as letters
from gyda.people.errors import NotYours
from gyda.people.letterbox import reader_of
from gyda.people.models import AccessNeed, Block, Member, Person
from gyda.people.who import Who

PROFILE = (
    "name",
    "strengths",
    "strengths_language",
    "area",
    "reach",
    "contact",
    "show_strengths",
    "show_area",
    "show_contact",
    "show_in_public",
)


@dataclass(frozen=True)
class Need:
    """One access need as it was typed."""

    kind: str
    words: str
    told: bool = False


@transaction.atomic
def change_profile(*, who: Who, language: str, **values: str | bool) -> Member:
    """Keep what the member says of themselves, and the language they want to be written in."""
    if not who.reaches_everything:
        raise NotYours
    member = who.subject
    for name in PROFILE:
        setattr(member, name, values.get(name, getattr(member, name)))
    member.save(update_fields=[*PROFILE, "name_folded", "last_folded"])
    _speak(member.present_person, language)
    letters.readdress(to=reader_of(member))
    record(by=who, verb="member.profile-changed", about=member)
    return member


def _speak(person: Person, language: str) -> None:
    if person.language != language:
        person.language = language
        person.save(update_fields=["language"])


@transaction.atomic
def tell_needs(
    *,
    who: Who,
    needs: Sequence[Need],
    language: str,
    now: datetime.datetime | None = None,
) -> Member:
    """Keep all access needs of the member; none is an answer too."""
    if not who.reaches_everything:
        raise NotYours
    member = who.subject
    AccessNeed.objects.filter(member=member).delete()
    AccessNeed.objects.bulk_create(
        AccessNeed(
            hub_id=member.hub_id,
            member=member,
            kind=need.kind,
            words=need.words,
            told=need.told,
            language=language,
        )
        for need in needs
        if need.words
    )
    member.needs_answered_at = now or timezone.now()
    member.save(update_fields=["needs_answered_at"])
    record(by=who, verb="member.needs-told", about=member)
    return member


@transaction.atomic
def block(*, who: Who, other: Member) -> None:
    """See to it that the two are not brought together; nobody is told."""
    if other.id == who.subject.id or not who.reaches_everything:
        raise NotYours
    row, is_new = Block.objects.get_or_create(member=who.subject, blocked=other)
    if is_new:
        record(by=who, verb="member.blocked", about=row)


@transaction.atomic
def unblock(*, who: Who, other: Member) -> None:
    """Let the two meet again."""
    if not who.reaches_everything:
        raise NotYours
    row = Block.objects.filter(member=who.subject, blocked=other).first()
    if row is not None:
        record(by=who, verb="member.unblocked", about=row)
        row.delete()
