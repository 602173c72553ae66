"""Sheets of paper: printed with a code each, typed in once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import secrets
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.conversations import errors
from gyda.need.conversations.actions.opening import held, note
from gyda.need.conversations.actions.saying import Words, say
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import Participant, Sheet, Source, Statement
from gyda.need.conversations.voice import Voice
from gyda.people.codes import LETTERS
from gyda.people.who import Who

MOST = 60  # sheets at once
LINES = 16  # statements on a sheet
LENGTH = 8


@transaction.atomic
def print_sheets(
    *, who: Who, conversation_id: UUID, count: int, now: datetime.datetime | None = None
) -> list[Sheet]:
    """Make sheets: each asks about the statements that have the fewest answers, in turn."""
    conversation = held(who, conversation_id)
    if not 1 <= count <= MOST:
        raise errors.ConversationError
    rows = Statement.objects.shown().filter(conversation=conversation)
    numbers = [one.number for one in sorted(rows, key=lambda one: (one.answers, one.number))]
    now = now or timezone.now()
    sheets = [
        Sheet(
            hub_id=conversation.hub_id, conversation=conversation, code=new_code(),
            numbers=_dealt(numbers, place), printed_by=who.actor, printed_at=now,
        )
        for place in range(count)
    ]  # fmt: skip
    Sheet.objects.bulk_create(sheets)
    note(conversation, who=who, verb="conversation.printed", sheets=count)
    return sheets


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _number in range(LENGTH))


def _dealt(numbers: list[int], place: int) -> list[int]:
    """Return the statements of one sheet; where there are many, the next sheet goes on."""
    if len(numbers) <= LINES:
        return sorted(numbers)
    start = place * LINES % len(numbers)
    return sorted((numbers + numbers)[start : start + LINES])


@transaction.atomic
def type_sheet(
    *,
    who: Who,
    conversation_id: UUID,
    code: str,
    answers: Mapping[int, int],
    language: str,
    said: Words | None = None,
    now: datetime.datetime | None = None,
) -> Sheet:
    """Type in what somebody ticked and wrote. The same sheet a second time is refused."""
    conversation = held(who, conversation_id)
    rows = Sheet.objects.select_for_update(of=("self",))
    sheet = rows.filter(conversation=conversation_id, code=plain(code)).first()
    if sheet is None:
        raise errors.SheetUnknown
    if sheet.typed_at is not None:
        raise errors.SheetTyped
    ticked = {number: answer for number, answer in answers.items() if number in sheet.numbers}
    if not ticked and said is None:
        raise errors.SheetEmpty
    voice, now = Voice(Source.PAPER, mark=f"S-{sheet.code}"), now or timezone.now()
    for number, answer in sorted(ticked.items()):
        answered = Answered(number, answer, language)
        vote(conversation=conversation, voice=voice, answered=answered, now=now)
    if said is not None:
        say(conversation_id=conversation_id, voice=voice, words=said, now=now)
    sheet.participant = Participant.objects.get(conversation=conversation_id, **voice.key)
    sheet.typed_by, sheet.typed_at = who.actor, now
    sheet.save(update_fields=["participant", "typed_by", "typed_at"])
    note(sheet.conversation, who=who, verb="conversation.typed")
    return sheet


def plain(code: str) -> str:
    """Return a code however it was typed.

    >>> plain("abcd-2345 ")
    'ABCD2345'
    """
    return "".join(letter for letter in code.upper() if letter.isalnum())
