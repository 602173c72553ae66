"""Conversations for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.utils import timezone

from gyda.need.conversations.models import (
    Conversation,
    Source,
    Standing,
    Statement,
    Voters,
)
from gyda.need.conversations.voice import Voice
from gyda.people.models import Member


def a_conversation(by: Member, *, statements: int = 6, **fields: Any) -> Conversation:
    """One that anyone may answer, with so many seeds in both languages."""
    now = timezone.now()
    wanted = {
        "title_cy": "Beth sy'n bwysig yn y cwm?",
        "title_en": "What matters in the valley?",
        "purpose_cy": "I gynllunio gyda'n gilydd",
        "purpose_en": "To plan together",
        "voters": Voters.ANYONE,
        "opens_at": now - datetime.timedelta(hours=1),
        "hear_by_on": timezone.localdate() + datetime.timedelta(days=60),
        "by": by,
        "created_at": now,
    }
    conversation = Conversation.objects.create(**(wanted | fields))
    for number in range(1, statements + 1):
        a_statement(conversation, number)
    return conversation


def a_statement(conversation: Conversation, number: int, **fields: Any) -> Statement:
    now = timezone.now()
    wanted = {
        "text": f"Bws rhif {number}",
        "language": "cy",
        "translation": f"Bus number {number}",
        "is_seed": True,
        "state": Standing.SHOWN,
        "created_at": now,
        "shown_at": now,
    }
    return Statement.objects.create(conversation=conversation, number=number, **(wanted | fields))


def of_member(member: Member) -> Voice:
    return Voice(Source.WEB, member_id=member.id)


def of_browser(name: str) -> Voice:
    return Voice(Source.WEB, browser=name.ljust(64, "0"))
