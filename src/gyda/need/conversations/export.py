"""Conversations in a hub's open data: what was asked and said in public; no answers, no authors."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from gyda.need.conversations.models import Conversation, Statement

TEXTS = ("title", "purpose", "next", "outcome")


def records() -> Iterator[dict[str, Any]]:
    """Yield each conversation that everyone may read, with its statements.

    What people answered is published by the map alone, by the rules of published counts.
    """
    for one in Conversation.objects.for_everyone().order_by("id"):
        yield {
            "id": str(one.id),
            **{
                f"{name}_{lang}": getattr(one, f"{name}_{lang}") for name in TEXTS for lang in LANGS
            },
            "initiative": str(one.initiative_id) if one.initiative_id else None,
            "voters": one.voters,
            "moderation": one.moderation,
            "state": one.state,
            "opens_at": one.opens_at.isoformat(),
            "closed_at": one.closed_at.isoformat() if one.closed_at else None,
            "hear_by_on": one.hear_by_on.isoformat(),
            "statements": [_statement(row) for row in _shown(one)],
        }


LANGS = ("cy", "en")


def _shown(conversation: Conversation) -> list[Statement]:
    rows = Statement.objects.shown().filter(conversation=conversation)
    return list(rows.order_by("number"))


def _statement(row: Statement) -> dict[str, Any]:
    return {
        "number": row.number,
        "text": row.text,
        "language": row.language,
        "translation": row.translation,
        "is_seed": row.is_seed,
    }
