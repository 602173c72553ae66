"""Letters about pools and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from gyda.letters.actions import write
from gyda.people.letterbox import reader_of
from gyda.people.models import Member


def tell(member: Member, kind: str, about_id: UUID, **context: Any) -> None:
    """Write to a member who still belongs to the hub."""
    if member.is_active:
        write(to=reader_of(member), kind=kind, context=context, about_id=about_id)


def tell_organisation(
    organisation_id: UUID, kind: str, about_id: UUID, *, but: Member, **context: Any
) -> None:
    """Write to all who come for an organisation, but for the one who did it."""
    rows = Member.objects.active().filter(organisation_id=organisation_id).exclude(id=but.id)
    for member in rows.select_related("person").order_by("id"):
        tell(member, kind, about_id, **context)
