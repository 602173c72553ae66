"""What paper shows connectors on a member's page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.deliver.paper.queries.post import choice_of
from gyda.people.access import HubRequest
from gyda.people.models import Member
from gyda.people.sections import Section, register


def _for_connectors(request: HubRequest, member: Member) -> dict[str, Any] | None:
    if not request.who.actor.is_connector or request.who.is_acting:
        return None
    return {"member": member, "choice": choice_of(member)}


def register_all() -> None:
    """Show it on every member's page."""
    register(Section("deliver/paper/parts/member.html", _for_connectors, order=90))
