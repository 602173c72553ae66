"""Moderation: shown or not, with a reason; the author is told, may appeal, and another decides."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.need.conversations import errors, events
from gyda.need.conversations.actions.opening import note
from gyda.need.conversations.models import (
    Appeal,
    Judgement,
    Outcome,
    Participant,
    Reason,
    Standing,
    Statement,
)
from gyda.need.conversations.routing.board import forget
from gyda.need.conversations.rules import is_own, require_hold
from gyda.people.letterbox import write_to
from gyda.people.who import Who


@dataclass(frozen=True)
class Because:
    """A reason, and words for it in one language."""

    reason: str = Reason.NONE
    words: str = ""
    language: str = "cy"


def locked(who: Who, statement_id: UUID) -> Statement:
    """Return the statement for somebody who looks after its conversation."""
    rows = Statement.objects.select_for_update(of=("self",), no_key=True)
    related = ("conversation__initiative", "author__member__person")
    statement: Statement = rows.select_related(*related).get(id=statement_id)
    require_hold(who, statement.conversation)
    return statement


@transaction.atomic
def judge(
    *,
    who: Who,
    statement_id: UUID,
    outcome: str,
    because: Because,
    now: datetime.datetime | None = None,
) -> Judgement:
    """Show a statement that waits, or stop showing one; the author hears of it."""
    statement = locked(who, statement_id)
    if is_own(who, statement):
        raise errors.OwnStatement
    allowed = {
        Standing.WAITING: (Outcome.SHOWN, Outcome.REFUSED),
        Standing.SHOWN: (Outcome.REFUSED,),
    }
    if outcome not in allowed.get(Standing(statement.state), ()):
        raise errors.JudgedAlready
    return decide(who, statement, outcome, because, now or timezone.now())


def decide(
    who: Who,
    statement: Statement,
    outcome: str,
    because: Because,
    now: datetime.datetime,
    *,
    on_appeal: bool = False,
) -> Judgement:
    """Keep the decision, carry it out, and tell the author."""
    if outcome == Outcome.REFUSED and not because.reason:
        raise errors.ReasonIsMissing
    if because.reason == Reason.OTHER and not because.words.strip():
        raise errors.WordsAreMissing
    was_seen = statement.shown_at is not None
    judgement = Judgement.objects.create(
        statement=statement, outcome=outcome, by=who.actor, at=now, on_appeal=on_appeal,
        **vars(because),
    )  # fmt: skip
    statement.state = outcome
    statement.shown_at = statement.shown_at or (now if outcome == Outcome.SHOWN else None)
    statement.save(update_fields=["state", "shown_at"])
    verb = "conversation.shown" if outcome == Outcome.SHOWN else "conversation.refused"
    conversation = statement.conversation
    note(conversation, who=who, verb=verb, number=statement.number, reason=because.reason)
    tell_author(statement, judgement)
    if was_seen:
        events.rewritten(conversation.id)
    transaction.on_commit(lambda: forget(conversation.id))
    return judgement


def tell_author(statement: Statement, judgement: Judgement) -> None:
    """Write to the author, if they are a member; others find it on their own page."""
    author = statement.author
    if author is None or author.member is None:
        return
    write_to(
        author.member, "statement_judged", about_id=statement.conversation_id,
        text=statement.text, judgement=judgement,
    )  # fmt: skip


@transaction.atomic
def appeal(
    *,
    participant: Participant,
    statement_id: UUID,
    words: str,
    language: str,
    now: datetime.datetime | None = None,
) -> Appeal:
    """Say why a refusal was wrong: once, by the author."""
    rows = Statement.objects.select_for_update(of=("self",), no_key=True)
    statement = rows.select_related("conversation").filter(
        id=statement_id, author=participant, state=Standing.REFUSED
    ).first()  # fmt: skip
    if statement is None or Appeal.objects.filter(statement=statement).exists():
        raise errors.NothingToAppeal
    last = Judgement.objects.filter(statement=statement).latest("id")
    return Appeal.objects.create(
        statement=statement, judgement=last, words=words, language=language,
        at=now or timezone.now(),
    )  # fmt: skip


@transaction.atomic
def decide_appeal(
    *,
    who: Who,
    appeal_id: UUID,
    outcome: str,
    because: Because,
    now: datetime.datetime | None = None,
) -> Judgement:
    """Show the statement after all, or keep to the refusal: by somebody else than the first."""
    rows = Appeal.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("judgement").get(id=appeal_id)
    statement = locked(who, found.statement_id)
    if found.answer_id is not None:
        raise errors.JudgedAlready
    if found.judgement.by_id == who.actor_id:
        raise errors.OwnJudgement
    if is_own(who, statement):
        raise errors.OwnStatement
    judgement = decide(who, statement, outcome, because, now or timezone.now(), on_appeal=True)
    found.answer = judgement
    found.save(update_fields=["answer"])
    return judgement
