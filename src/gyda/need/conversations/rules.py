"""Who may do what in a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.initiatives.rules import is_in_team
from gyda.need.conversations import errors
from gyda.need.conversations.models import Conversation, Statement, VoicePolicy, Voters
from gyda.people.who import Who


def may_read(who: Who | None, conversation: Conversation) -> bool:
    """Tell whether somebody may open its pages."""
    return conversation.is_public or bool(who)


def may_hold(who: Who | None, conversation: Conversation) -> bool:
    """Tell whether somebody looks after it: whoever opened it, its team, the connectors."""
    if not who:  # what a request gives is never None itself, but it may stand for it
        return False
    if who.actor.is_connector or conversation.by_id == who.actor.id:
        return True
    initiative = conversation.initiative
    return initiative is not None and is_in_team(who.actor, initiative)


def require_hold(who: Who, conversation: Conversation) -> None:
    """Raise unless this person looks after it."""
    if not may_hold(who, conversation):
        raise errors.NotYours


def may_answer(who: Who | None, conversation: Conversation) -> bool:
    """Tell whether somebody may answer: members, and others where that is allowed."""
    return bool(who) or conversation.voters == Voters.ANYONE


def require_consent(who: Who) -> None:
    """Raise where somebody acts for another under a consent that does not reach so far."""
    if not who.reaches_everything:
        raise errors.ConsentIsNarrower


def anyone_may_answer_here() -> bool:
    """Tell whether the hub allows conversations without signing in."""
    return VoicePolicy.objects.filter(anyone=True).exists()


def is_own(who: Who, statement: Statement) -> bool:
    """Tell whether this person, or whom they act for, wrote the statement."""
    author = statement.author
    mine = {who.actor_id, who.subject.id}
    return author is not None and author.member_id in mine
