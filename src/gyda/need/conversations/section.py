"""Conversations on the page of their initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives import sections
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section
from gyda.need.conversations.queries.lists import FEW, of_initiative


def _conversations(request: Any, initiative: Initiative) -> dict[str, Any] | None:
    found = of_initiative(initiative, request.who)
    may_open = initiative.is_open and request.who and request.who.actor.is_connector
    if not found and not may_open:
        return None
    return {"conversations": found, "may_open": may_open, "few": FEW}


def register() -> None:
    """Show them first of all."""
    template = "need/conversations/parts/section.html"
    sections.register(Section(Stage.NEED, template, _conversations, order=10))
