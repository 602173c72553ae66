"""Everything held on a member in one hub, as one file."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils import timezone

from gyda.people.data import registered
from gyda.people.models import Hub, Member
from gyda.people.queries.persons import passkeys_of


def everything_on(member: Member, hub: Hub) -> dict[str, Any]:
    """Return all rows of all rooms that are about the member, table by table."""
    tables = {one.name: one.export(member) for one in registered().values()}
    return {
        "hub": {"slug": hub.slug, "name": str(hub.name)},
        "made_at": timezone.now(),
        "tables": {name: rows for name, rows in tables.items() if rows},
        "passkeys": [
            {"created_at": key.created_at, "last_used_at": key.last_used_at}
            for key in passkeys_of(member.present_person)
        ],
    }
