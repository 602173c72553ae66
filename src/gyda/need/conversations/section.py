"""Conversations on the page of their initiative: a link, since that page has no query to spare."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives import sections
from gyda.initiatives.models import Initiative, Stage
from gyda.initiatives.sections import Section


def _conversations(request: Any, initiative: Initiative) -> dict[str, Any]:
    may_open = initiative.is_open and request.who and request.who.actor.is_connector
    return {"may_open_conversation": may_open}


def register() -> None:
    """Show them first of all."""
    template = "need/conversations/parts/section.html"
    sections.register(Section(Stage.NEED, template, _conversations, order=10))
