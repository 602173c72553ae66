"""Letters about a meeting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.heard.models import Coming, Meeting
from gyda.heard.models.meeting import ComingState
from gyda.letters.actions import write
from gyda.people.letterbox import reader_of
from gyda.people.models import Member
from gyda.people.who import Who


def tell(meeting: Meeting, member: Member, kind: str, **context: Any) -> None:
    """Write to one member, who still belongs to the hub."""
    if member.is_active:
        told = {"meeting": meeting, "initiative": meeting.initiative} | context
        write(to=reader_of(member), kind=kind, context=told, about_id=meeting.id)


def tell_all(meeting: Meeting, kind: str, *, but: Who) -> None:
    """Write to all who come or have not answered yet, except to who did it."""
    rows = Coming.objects.filter(meeting=meeting).exclude(state=ComingState.NOT_COMING)
    for coming in rows.select_related("member__person").order_by("id"):
        if coming.member_id != but.subject.id:
            tell(meeting, coming.member, kind)
