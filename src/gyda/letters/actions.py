"""Every write to letters; a letter itself is no deed of its own and has no journal entry."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.letters import rules
from gyda.letters.kinds import Cadence, kind_named
from gyda.letters.models import Letter, LetterChoice, LetterState
from gyda.letters.queries import cadence_of, hub_named
from gyda.letters.readers import Reader
from gyda.letters.texts import text_of


class By(Protocol):
    """Who acts: see gyda.people.who.Who."""

    @property
    def actor_id(self) -> UUID: ...


@transaction.atomic
def write(
    *,
    to: Reader,
    kind: str,
    context: Mapping[str, Any],
    about_id: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Letter | None:
    """Queue a letter in the transaction of what it tells of; None if the reader wants none."""
    now = now or timezone.now()
    cadence = cadence_of(to.member_id, kind_named(kind))
    if cadence == Cadence.OFF:
        return None
    text = text_of(kind, to, hub_named(to.hub_id).slug, context)
    channel = rules.channel_for(to)
    return Letter.objects.create(
        hub_id=to.hub_id,
        member_id=to.member_id,
        name=to.name,
        address=to.address,
        post=to.post,
        language=to.language,
        kind=kind,
        about_id=about_id,
        subject=text.subject,
        body=text.body,
        short=text.short,
        channel=channel,
        together=cadence != Cadence.AT_ONCE,
        written_at=now,
        due_at=rules.due_at(cadence=cadence, channel=channel, now=now),
    )


@transaction.atomic
def readdress(*, to: Reader) -> int:
    """Send what still waits to where the member can be reached from now on; return how many."""
    if to.member_id is None:
        return 0
    waiting = Letter.objects.filter(member_id=to.member_id, state=LetterState.WAITING)
    return waiting.update(address=to.address, channel=rules.channel_for(to), name=to.name)


@transaction.atomic
def choose(*, member_id: UUID, kind: str, cadence: str) -> LetterChoice | None:
    """Keep how often a member wants letters of a kind; those that must arrive have no choice."""
    if not kind_named(kind).can_unsubscribe:
        return None
    choice, _ = LetterChoice.objects.update_or_create(
        member_id=member_id, kind=kind, defaults={"cadence": Cadence(cadence)}
    )
    return choice


def withdraw(*, about_ids: Sequence[UUID]) -> int:
    """Drop what waits to be sent about something that nobody is to read any more."""
    waiting = Letter.objects.filter(about_id__in=about_ids, state=LetterState.WAITING)
    return waiting.delete()[0]


@transaction.atomic
def choose_all(*, member_id: UUID, cadences: Mapping[str, str]) -> None:
    """Keep all of a member's choices at once."""
    for kind, cadence in cadences.items():
        choose(member_id=member_id, kind=kind, cadence=cadence)


@transaction.atomic
def send_again(*, letter_id: UUID, now: datetime.datetime | None = None) -> bool:
    """Queue a letter once more that could not be sent; paper has nowhere to be sent to."""
    failed = Letter.objects.filter(id=letter_id, state=LetterState.FAILED)
    return bool(failed.update(state=LetterState.WAITING, due_at=now or timezone.now(), tries=0))


@transaction.atomic
def mark_printed(
    *, who: By, letter_ids: Sequence[UUID], now: datetime.datetime | None = None
) -> int:
    """Note that these letters were printed and leave on paper, as one batch; return how many."""
    waiting = Letter.objects.to_print().filter(id__in=letter_ids)
    return waiting.update(
        state=LetterState.PRINTED,
        printed_by=who.actor_id,
        sent_at=now or timezone.now(),
        batch_id=uuid7(),
    )
