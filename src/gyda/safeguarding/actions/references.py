"""References: asked by letter with a code, given by form or on paper; read, their words go."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.context import current_hub
from gyda.letters import actions as letters
from gyda.letters.readers import Reader
from gyda.people import codes
from gyda.people.data import burn_letters_about
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.who import GydaItself, Who
from gyda.safeguarding.errors import AnsweredAlready, CodeUnknown, NotYours, NoWayToReach
from gyda.safeguarding.models import Reference
from gyda.safeguarding.models.reference import ReferenceState
from gyda.safeguarding.rules import may_note_checks

PURPOSE = "safeguarding.reference"
WAITS = datetime.timedelta(days=28)
NO_REACH = {"email": "", "phone": "", "post": ""}
NO_WORDS = {"knows": "", "trusts": "", "words": "", "words_language": ""}


@dataclass(frozen=True)
class Referee:
    """Whom to ask, and how they are reached."""

    name: str
    language: str
    email: str = ""
    phone: str = ""
    post: str = ""


@dataclass(frozen=True)
class Said:
    """What a referee says."""

    knows: str
    trusts: str
    words: str
    language: str


@transaction.atomic
def ask_reference(
    *, who: Who, member: Member, referee: Referee, now: datetime.datetime | None = None
) -> Reference:
    """Write to someone who knows the member, with a code to answer by."""
    if not may_note_checks(who, member):
        raise NotYours
    if not (referee.email or referee.phone or referee.post):
        raise NoWayToReach
    now, code = now or timezone.now(), codes.new_code()
    reference = Reference.objects.create(
        member=member, asked_by=who.actor, asked_at=now, expires_at=now + WAITS,
        digest=codes.digest_of(PURPOSE, code), **vars(referee),
    )  # fmt: skip
    _write(reference, code)
    record(by=who, verb="reference.asked", about=reference, concerns=[member])
    return reference


def _write(reference: Reference, code: str) -> None:
    reader = Reader(
        member_id=None, hub_id=current_hub(), name=reference.name, language=reference.language,
        email=reference.email or None, phone=reference.phone or None, post=reference.post,
    )  # fmt: skip
    words = {"code": code, "shown_code": codes.shown(code), "member": reference.member.name}
    letters.write(
        to=reader, kind="reference_asked", about_id=reference.id,
        context=words | {"until": reference.expires_at, "by": reference.asked_by.name},
    )  # fmt: skip


def reference_for(code: str, now: datetime.datetime | None = None) -> Reference:
    """Return the reference that a code opens, or raise CodeUnknown."""
    asked = Reference.objects.asked().filter(expires_at__gt=now or timezone.now())
    found = asked.filter(digest=codes.digest_of(PURPOSE, code)).select_related("member").first()
    if found is None:
        raise CodeUnknown
    return found


@transaction.atomic
def give_reference(*, code: str, said: Said, now: datetime.datetime | None = None) -> Reference:
    """Keep what the referee says, for a connector to read."""
    reference = reference_for(code, now)
    _keep(reference, said, now or timezone.now())
    record(by=GydaItself(current_hub()), verb="reference.given", about=reference)
    return reference


@transaction.atomic
def type_reference(
    *, who: Who, reference: Reference, said: Said, now: datetime.datetime | None = None
) -> None:
    """Type in what came on paper; the same form sent twice is kept once."""
    if not may_note_checks(who, reference.member):
        raise NotYours
    if not _is_asked(reference) and _says_the_same(reference, said):
        return
    _keep(reference, said, now or timezone.now(), on_paper=True, recorded_by=who.actor)
    record(by=who, verb="reference.given", about=reference)


def _is_asked(reference: Reference) -> bool:
    """Tell whether it still waits, once whoever types at this very moment has finished."""
    row = Reference.objects.select_for_update(of=("self",)).get(id=reference.id)
    return row.state == ReferenceState.ASKED


def _says_the_same(reference: Reference, said: Said) -> bool:
    words = {"knows": said.knows, "trusts": said.trusts, "words": said.words}
    return Reference.objects.filter(
        id=reference.id, state=ReferenceState.GIVEN, words_language=said.language, **words
    ).exists()


def _keep(reference: Reference, said: Said, now: datetime.datetime, **how: Any) -> None:
    _move(
        reference, ReferenceState.ASKED, state=ReferenceState.GIVEN, given_at=now,
        knows=said.knows, trusts=said.trusts, words=said.words, words_language=said.language,
        **NO_REACH, **how,
    )  # fmt: skip
    burn_letters_about([reference.id])
    write_to(reference.asked_by, "reference_given", about_id=reference.id, of=reference.member)


@transaction.atomic
def decline_reference(*, code: str, now: datetime.datetime | None = None) -> None:
    """The referee would rather not; nobody is told why, and their name is forgotten."""
    reference = reference_for(code, now)
    _move(reference, ReferenceState.ASKED, state=ReferenceState.DECLINED, name="", **NO_REACH)
    burn_letters_about([reference.id])
    record(by=GydaItself(current_hub()), verb="reference.declined", about=reference)


@transaction.atomic
def read_reference(
    *, who: Who, reference: Reference, counts: bool, now: datetime.datetime | None = None
) -> None:
    """Say whether it counts; the words are gone then, that it was given stays."""
    if not may_note_checks(who, reference.member):
        raise NotYours
    state = ReferenceState.COUNTS if counts else ReferenceState.SET_ASIDE
    now = now or timezone.now()
    _move(reference, ReferenceState.GIVEN, state=state, read_by=who.actor, read_at=now, **NO_WORDS)
    burn_letters_about([reference.id])
    record(by=who, verb="reference.read", about=reference, counts=int(counts))


def _move(reference: Reference, since: str, **columns: Any) -> None:
    if not Reference.objects.filter(id=reference.id, state=since).update(**columns):
        raise AnsweredAlready


def expire_references(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Forget how to reach those who did not answer."""
    old = Reference.objects.asked().filter(expires_at__lte=now)
    burn_letters_about(old.values_list("id", flat=True))
    old.update(state=ReferenceState.EXPIRED, name="", **NO_REACH)
