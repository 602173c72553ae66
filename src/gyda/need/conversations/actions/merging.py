"""Two statements that say the same: answers are joined, one per person, and can be parted again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.conversations import errors, events
from gyda.need.conversations.actions.judging import Because, locked, tell_author
from gyda.need.conversations.actions.opening import note
from gyda.need.conversations.models import (
    Change,
    Judgement,
    Outcome,
    Participant,
    Standing,
    Statement,
    Vote,
)
from gyda.need.conversations.routing.board import forget
from gyda.people.who import Who

CHUNK = 500


@transaction.atomic
def merge(
    *,
    who: Who,
    keep_id: UUID,
    drop_id: UUID,
    because: Because,
    now: datetime.datetime | None = None,
) -> Statement:
    """Join the second into the first. Whoever answered both keeps the answer to the first.

    The second's own answers stay where they are, so that the two can be parted again.
    """
    keep, drop = (
        (found := {one: locked(who, one) for one in sorted({keep_id, drop_id})})[keep_id],
        found[drop_id],
    )
    same = keep.conversation_id == drop.conversation_id and keep_id != drop_id
    if not same or keep.state != Standing.SHOWN or drop.state in (
        Standing.MERGED, Standing.REFUSED
    ):  # fmt: skip
        raise errors.NotTheSame
    now = now or timezone.now()
    drop.state, drop.merged_into = Standing.MERGED, keep
    drop.save(update_fields=["state", "merged_into"])
    _carry(keep, drop)
    _keep_word(who, drop, Outcome.MERGED, because, now, into=keep.number)
    return keep


def _carry(keep: Statement, drop: Statement) -> None:
    people = list(
        Vote.objects.filter(statement=drop).order_by("participant").values_list(
            "participant", flat=True
        )
    )  # fmt: skip
    for start in range(0, len(people), CHUNK):
        _carry_some(keep, drop, people[start : start + CHUNK])


def _carry_some(keep: Statement, drop: Statement, people: Sequence[UUID]) -> None:
    """Copy the answers of those who have none to the statement that stays."""
    # Their own rows are locked, in order, as when they vote: nobody answers meanwhile.
    rows = Participant.objects.select_for_update().filter(id__in=people).order_by("id")
    list(rows.values_list("id", flat=True))
    votes = Vote.objects.filter(participant__in=people)
    there = set(votes.filter(statement=keep).values_list("participant", flat=True))
    new = [
        Vote(
            hub_id=keep.hub_id, conversation_id=keep.conversation_id,
            participant_id=one.participant_id, statement=keep, answer=one.answer,
            source=one.source, language=one.language, at=timezone.now(), carried_from=drop,
        )
        for one in votes.filter(statement=drop)
        if one.participant_id not in there
    ]  # fmt: skip
    Vote.objects.bulk_create(new)
    _changed(keep, [(None, one.answer) for one in new])


def _changed(statement: Statement, changes: Sequence[tuple[int | None, int | None]]) -> None:
    Change.objects.bulk_create(
        Change(
            hub_id=statement.hub_id, conversation=statement.conversation_id,
            statement=statement.id, was=was, now=now,
        )
        for was, now in changes
    )  # fmt: skip


@transaction.atomic
def part(
    *, who: Who, statement_id: UUID, because: Because, now: datetime.datetime | None = None
) -> Statement:
    """Let a statement stand by itself again; answers that were carried over go back."""
    statement = locked(who, statement_id)
    if statement.state != Standing.MERGED:
        raise errors.NotTheSame
    kept = statement.merged_into
    carried = list(Vote.objects.filter(statement=kept, carried_from=statement))
    for start in range(0, len(carried), CHUNK):
        ids = [one.id for one in carried[start : start + CHUNK]]
        Vote.objects.filter(id__in=ids).delete()
    _changed(kept, [(one.answer, None) for one in carried])
    statement.state, statement.merged_into = Standing.SHOWN, None
    now = now or timezone.now()
    statement.shown_at = statement.shown_at or now
    statement.save(update_fields=["state", "merged_into", "shown_at"])
    _keep_word(who, statement, Outcome.PARTED, because, now, into=kept.number)
    return statement


def _keep_word(
    who: Who,
    statement: Statement,
    outcome: str,
    because: Because,
    now: datetime.datetime,
    *,
    into: int,
) -> None:
    judgement = Judgement.objects.create(
        statement=statement, outcome=outcome, by=who.actor, at=now, **vars(because)
    )
    conversation = statement.conversation
    verb = "conversation.merged" if outcome == Outcome.MERGED else "conversation.parted"
    note(conversation, who=who, verb=verb, number=statement.number, into=into)
    tell_author(statement, judgement)
    events.rewritten(conversation.id)
    transaction.on_commit(lambda: forget(conversation.id))
