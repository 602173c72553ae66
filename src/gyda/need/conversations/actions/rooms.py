"""A room: one statement at a time on the big screen, and seats for people without a phone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.conversations import errors
from gyda.need.conversations.actions.opening import held, note
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import Room, Source, Statement
from gyda.need.conversations.rules import require_hold
from gyda.need.conversations.voice import Voice
from gyda.people.who import Who

MOST_SEATS = 60


@transaction.atomic
def begin(*, who: Who, conversation_id: UUID, now: datetime.datetime | None = None) -> Room:
    """Begin a meeting, or go on with the one that this person has begun."""
    conversation = held(who, conversation_id)
    if not conversation.takes_answers(now):
        raise errors.NotOpen
    open_ = Room.objects.filter(conversation=conversation, by=who.actor, ended_at__isnull=True)
    if room := open_.first():
        return room
    room = Room.objects.create(
        conversation=conversation, by=who.actor, began_at=now or timezone.now(),
        statement=_fewest(conversation.id),
    )  # fmt: skip
    note(conversation, who=who, verb="conversation.met")
    return room


def _fewest(conversation_id: UUID, after: Statement | None = None) -> Statement | None:
    """Return the statement with the fewest answers, other than the one on the screen."""
    rows = Statement.objects.shown().filter(conversation=conversation_id)
    others = [one for one in rows if after is None or one.id != after.id]
    return min(others, key=lambda one: (one.answers, one.number), default=after)


def _room(who: Who, room_id: UUID) -> Room:
    rows = Room.objects.select_for_update(of=("self",))
    related = ("conversation__initiative", "statement")
    room: Room = rows.select_related(*related).get(id=room_id)
    require_hold(who, room.conversation)
    if room.ended_at is not None:
        raise errors.NotOpen
    return room


@transaction.atomic
def show(*, who: Who, room_id: UUID, number: int | None = None) -> Room:
    """Put a statement on the screen: the one with this number, or the one least answered."""
    room = _room(who, room_id)
    if number is None:
        room.statement = _fewest(room.conversation_id, room.statement)
    else:
        rows = Statement.objects.shown().filter(conversation=room.conversation_id, number=number)
        room.statement = rows.first() or room.statement
    room.save(update_fields=["statement"])
    return room


@transaction.atomic
def seat(*, who: Who, room_id: UUID, seats: int) -> Room:
    """Say how many people in the room have no phone: each gets a number and answers alone."""
    room = _room(who, room_id)
    if not 0 <= seats <= MOST_SEATS:
        raise errors.NoSuchSeat(field="seats")
    room.seats = seats
    room.save(update_fields=["seats"])
    return room


@transaction.atomic
def enter_seats(
    *, who: Who, room_id: UUID, number: int, answers: Mapping[int, int], language: str
) -> int:
    """Keep what each numbered person shows with a card; a seat is one person, in every round."""
    room = _room(who, room_id)
    for place, answer in sorted(answers.items()):
        if not 1 <= place <= room.seats:
            raise errors.NoSuchSeat
        voice = Voice(Source.ROOM, mark=f"R-{room.id.hex[-12:]}-{place}")
        answered = Answered(number, answer, language)
        vote(conversation=room.conversation, voice=voice, answered=answered)
    return len(answers)


@transaction.atomic
def end(*, who: Who, room_id: UUID, now: datetime.datetime | None = None) -> Room:
    """The meeting is over."""
    room = _room(who, room_id)
    room.ended_at = now or timezone.now()
    room.save(update_fields=["ended_at"])
    return room
