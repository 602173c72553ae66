"""Answering for somebody who has said yes to that; and answers given before signing in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gyda.journal.actions import record
from gyda.need.conversations import errors, events
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import (
    Change,
    Conversation,
    Participant,
    Source,
    Statement,
    Vote,
)
from gyda.need.conversations.rules import require_consent
from gyda.need.conversations.voice import Voice
from gyda.people.who import Who


@transaction.atomic
def vote_for(
    *,
    who: Who,
    conversation: Conversation,
    answered: Answered,
    now: datetime.datetime | None = None,
) -> Participant:
    """Answer in the principal's name; they read in their notices that this was done, not how."""
    require_consent(who)
    voice = Voice(Source.PROXY, member_id=who.subject.id)
    done = Vote.objects.filter(
        participant__member=who.subject, conversation=conversation, source=Source.PROXY
    )
    is_first = not done.exists()
    participant = vote(conversation=conversation, voice=voice, answered=answered, now=now)
    if is_first:
        record(by=who, verb="conversation.answered_for", about=conversation)
    return participant


@transaction.atomic
def take_along(
    *, who: Who, conversation_id: UUID, browser: str, now: datetime.datetime | None = None
) -> int:
    """Make answers that were given in this browser before signing in the member's own.

    Where both have answered, the member's own answer stays; the other one is taken away.
    """
    rows = Participant.objects.select_for_update(of=("self",)).order_by("id")
    guest = rows.filter(conversation=conversation_id).exclude(browser="").filter(browser=browser)
    found = guest.first()
    if found is None or who.is_acting:
        raise errors.NothingToTake
    own = rows.filter(conversation=conversation_id, member=who.subject).first()
    if own is None:
        return _become(found, who)
    taken = _move(found, own, now or timezone.now())
    events.rewritten(conversation_id)
    return taken


def _become(guest: Participant, who: Who) -> int:
    guest.member, guest.browser, guest.is_verified = who.subject, "", True
    guest.save(update_fields=["member", "browser", "is_verified"])
    return Vote.objects.filter(participant=guest).count()


def _move(guest: Participant, own: Participant, now: datetime.datetime) -> int:
    there = set(Vote.objects.filter(participant=own).values_list("statement", flat=True))
    votes = list(Vote.objects.filter(participant=guest))
    twice = [one for one in votes if one.statement_id in there]
    Change.objects.bulk_create(
        Change(
            hub_id=own.hub_id, conversation=own.conversation_id, statement=one.statement_id,
            was=one.answer, now=None,
        )
        for one in twice
    )  # fmt: skip
    Vote.objects.filter(participant=guest, id__in=[one.id for one in twice]).delete()
    Vote.objects.filter(participant=guest).update(participant=own, at=now)
    Statement.objects.filter(author=guest).update(author=own)
    guest.delete()
    fold(own.conversation_id)
    if there:  # two people turn out to be one
        rows = Conversation.objects.filter(id=own.conversation_id)
        rows.update(people=F("people") - 1)
    return len(votes) - len(twice)
