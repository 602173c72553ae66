"""Opening a letter for signatures, mending it before others sign, delivering, closing it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.answers.actions.ask import Matter, ask
from gyda.initiatives.models import Initiative
from gyda.keys.once import once
from gyda.need.open_letters import errors
from gyda.need.open_letters.actions.counting import note, signing
from gyda.need.open_letters.actions.letters import tell_near
from gyda.need.open_letters.kind import LETTER
from gyda.need.open_letters.models import OpenLetter, Signature, Standing
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True)
class Words:
    """What the letter says, and to whom."""

    title_cy: str
    title_en: str
    text_cy: str
    text_en: str
    original: str
    translated: str
    organisation: Organisation | None = None
    recipient_cy: str = ""
    recipient_en: str = ""

    def columns(self) -> dict[str, Any]:
        """Return the columns; an organisation of the hub, or someone outside, gets it."""
        columns = dict(vars(self))
        if self.organisation is not None:
            return columns | {"recipient_cy": "", "recipient_en": ""}
        if not (self.recipient_cy.strip() and self.recipient_en.strip()):
            raise errors.WhoGetsIt
        return columns


@once
@transaction.atomic
def open_letter(
    *,
    who: Who,
    words: Words,
    initiative: Initiative | None = None,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> OpenLetter:
    """Publish a letter for others to sign; who wrote it signs like everyone else."""
    if key and (stored := OpenLetter.objects.filter(request_key=key).first()):
        return stored
    letter = OpenLetter.objects.create(
        author=who.subject,
        initiative=initiative,
        opened_at=now or timezone.now(),
        request_key=key,
        **words.columns(),
    )
    note(who, "letter.opened", letter)
    return letter


def may_keep(who: Who | None, letter: OpenLetter) -> bool:
    """Tell whether this person looks after the letter."""
    return bool(who and (who.actor.is_connector or letter.author_id == who.subject.id))


def _kept(who: Who, letter_id: UUID) -> OpenLetter:
    letter = signing(letter_id)
    if not may_keep(who, letter):
        raise errors.NotYourLetter
    return letter


@transaction.atomic
def change(*, who: Who, letter_id: UUID, words: Words) -> OpenLetter:
    """Put it in other words, before anyone else has put their name to it."""
    letter = _kept(who, letter_id)
    if Signature.objects.filter(letter=letter).exclude(member=letter.author_id).exists():
        raise errors.OthersSigned
    OpenLetter.objects.filter(id=letter.id).update(**words.columns())
    letter.refresh_from_db()
    note(who, "letter.changed", letter)
    return letter


@transaction.atomic
def deliver(
    *,
    who: Who,
    letter_id: UUID,
    delivered_on: datetime.date,
    delivered_to: str,
    now: datetime.datetime | None = None,
) -> OpenLetter:
    """Note on which day it was handed to whom; from now on an answer is owed."""
    now = now or timezone.now()
    letter = _kept(who, letter_id)
    if delivered_on > timezone.localdate(now):
        raise errors.DayToCome
    if not letter.persons + letter.organisations:
        raise errors.NobodySigned
    OpenLetter.objects.filter(id=letter.id).update(
        standing=Standing.DELIVERED, delivered_on=delivered_on,
        delivered_to=delivered_to.strip(), delivered_by=who.actor,
    )  # fmt: skip
    letter.refresh_from_db()
    note(
        who, "letter.delivered", letter, on=delivered_on.isoformat(),
        people=letter.persons, organisations=letter.organisations,
    )  # fmt: skip
    matter = Matter(LETTER, letter.id, letter.title_cy, letter.title_en, letter.initiative)
    ask(by=who, matter=matter, organisation=letter.organisation, now=now)
    tell_near(letter, "letter_delivered", but=who.actor.id)
    return letter


@transaction.atomic
def close(*, who: Who, letter_id: UUID, now: datetime.datetime | None = None) -> None:
    """End it without delivering it."""
    letter = _kept(who, letter_id)
    OpenLetter.objects.filter(id=letter.id).update(
        standing=Standing.CLOSED, closed_at=now or timezone.now()
    )
    note(who, "letter.closed", letter)
