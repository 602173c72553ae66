"""A report for machines: what the page shows, with the statements' words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.need.conversations.models import Conversation
from gyda.need.map.models import Map
from gyda.need.map.queries.results import shown_statements

FORM = "gyda-conversation-report/1"


def as_data(conversation: Conversation, map_: Map | None) -> dict[str, Any]:
    """Return the report as plain values: shares to the next five in a hundred, people to ten."""
    rows = shown_statements(conversation).order_by("number")
    return {
        "form": FORM,
        "conversation": {
            "id": str(conversation.id),
            "title": both(conversation, "title"),
            "purpose": both(conversation, "purpose"),
            "closed": conversation.closed_at and conversation.closed_at.isoformat(),
        },
        "made": map_.made_at.isoformat() if map_ and map_.made_at else None,
        "map": map_.shown if map_ and map_.is_there else None,
        "counts": map_.tables if map_ else {},
        "statements": {
            str(one.number): {
                "text": one.text, "language": one.language, "translation": one.translation
            }
            for one in rows
        },
    }  # fmt: skip


def both(row: Any, name: str) -> dict[str, str]:
    """Return what a row says in both languages."""
    return {language: getattr(row, f"{name}_{language}") for language in ("cy", "en")}
