"""Opening a conversation, and what can still change while it goes on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives.actions.entries import enter
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import require_hold as require_hold_of_thread
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.need.conversations import errors
from gyda.need.conversations.models import Conversation, Moderation, Standing, Statement, Voters
from gyda.need.conversations.models.statement import LONGEST
from gyda.need.conversations.rules import anyone_may_answer_here, require_hold
from gyda.people.who import Who

FEWEST_SEEDS = 5


@dataclass(frozen=True)
class Terms:
    """The question, who answers it, and how long."""

    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    opens_at: datetime.datetime
    closes_at: datetime.datetime | None
    hear_by_on: datetime.date
    voters: str = Voters.MEMBERS
    moderation: str = Moderation.BEFORE
    is_public: bool = True
    takes_statements: bool = True


Seed = tuple[str, str]  # in Welsh, in English


@once
@transaction.atomic
def open_conversation(
    *,
    who: Who,
    terms: Terms,
    seeds: Sequence[Seed],
    initiative_id: UUID | None = None,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Conversation:
    """Open one with the statements that it begins with; the same form twice opens one."""
    if key and (stored := Conversation.objects.filter(request_key=key).first()):
        return stored
    check_terms(terms)
    _check_seeds(seeds)
    now = now or timezone.now()
    conversation = Conversation.objects.create(
        initiative=_held(who, initiative_id), by=who.subject, created_at=now,
        request_key=key, **asdict(terms),
    )  # fmt: skip
    for number, (cy, en) in enumerate(seeds, start=1):
        Statement.objects.create(
            conversation=conversation, number=number, text=cy, language="cy", translation=en,
            is_seed=True, state=Standing.SHOWN, created_at=now, shown_at=now,
        )  # fmt: skip
    note(conversation, who=who, verb="conversation.opened", statements=len(seeds))
    return conversation


def check_terms(terms: Terms) -> None:
    """Raise where the terms contradict one another, or what the hub allows."""
    if terms.closes_at and terms.closes_at <= terms.opens_at:
        raise errors.ClosesBefore
    last = terms.closes_at or terms.opens_at
    if terms.hear_by_on <= timezone.localdate(last):
        raise errors.HearsBefore
    if terms.voters == Voters.ANYONE:
        if not anyone_may_answer_here():
            raise errors.HubSaysMembersOnly
        if not terms.is_public:
            raise errors.AnyoneMayRead


def _check_seeds(seeds: Sequence[Seed]) -> None:
    if len(seeds) < FEWEST_SEEDS:
        raise errors.AskAtLeastFive
    for seed in seeds:
        for text in seed:
            if len(text) > LONGEST:
                raise errors.TooLong(text=text[:40])


def _held(who: Who, initiative_id: UUID | None) -> Initiative | None:
    if initiative_id is None:
        return None
    initiative = Initiative.objects.get(id=initiative_id)
    require_hold_of_thread(who, initiative)
    return initiative


def note(conversation: Conversation, *, who: Who, verb: str, **data: Any) -> None:
    """Record a deed: on the initiative's timeline too, where it belongs to one."""
    public = conversation.is_public
    if conversation.initiative:
        thread = conversation.initiative
        enter(thread, who=who, verb=verb, about=conversation, public=public, **data)
    else:
        record(by=who, verb=verb, about=conversation, public=public, **data)


@transaction.atomic
def change(*, who: Who, conversation_id: UUID, terms: Terms) -> Conversation:
    """Put it in other words, or change its days and who may answer."""
    conversation = held(who, conversation_id)
    check_terms(terms)
    for name, value in asdict(terms).items():
        setattr(conversation, name, value)
    conversation.save(update_fields=list(asdict(terms)))
    note(conversation, who=who, verb="conversation.changed")
    return conversation


@transaction.atomic
def attach(*, who: Who, conversation_id: UUID, initiative_id: UUID) -> Conversation:
    """Make a free conversation the beginning of an initiative, or a part of one."""
    conversation = held(who, conversation_id)
    if conversation.initiative_id is not None:
        raise errors.ConversationError
    conversation.initiative = _held(who, initiative_id)
    conversation.save(update_fields=["initiative"])
    note(conversation, who=who, verb="conversation.attached")
    return conversation


def held(who: Who, conversation_id: UUID) -> Conversation:
    """Return the conversation, locked, if this person looks after it."""
    rows = Conversation.objects.select_for_update(of=("self",), no_key=True)
    conversation: Conversation = rows.select_related("initiative").get(id=conversation_id)
    require_hold(who, conversation)
    return conversation
