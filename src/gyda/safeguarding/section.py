"""What this room shows on a member's page: the way to their checks, and the way to tell."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.people.access import HubRequest
from gyda.people.models import Member
from gyda.people.sections import Section, register


def _links(request: HubRequest, member: Member) -> dict[str, Any] | None:
    who = request.who
    if who.subject.id == member.id:
        return None
    return {"member": member, "is_connector": who.actor.is_connector and not who.is_acting}


def register_all() -> None:
    """Show it on every member's page but one's own."""
    register(Section("safeguarding/parts/member.html", _links, order=95))
