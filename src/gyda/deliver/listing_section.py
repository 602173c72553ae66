"""What a member's page shows of their offers and asks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils import timezone

from gyda.deliver.queries import listing as listings
from gyda.people.access import HubRequest
from gyda.people.models import Member
from gyda.people.sections import Section, register

MOST = 20


def _listings(request: HubRequest, member: Member) -> dict[str, Any] | None:
    if not member.is_active:
        return None
    rows = listings.of_member(request.who, member, timezone.localdate()).order_by("-id")
    is_own = member.id == request.who.subject.id
    return {"listings": list(rows[:MOST]), "member": member, "is_own": is_own}


def register_all() -> None:
    """Show it on every member's page."""
    register(Section(template="deliver/parts/member_listings.html", query=_listings, order=10))
