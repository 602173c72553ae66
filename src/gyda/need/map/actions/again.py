"""Has a map made anew when something other than a vote has changed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import F

from gyda.need.map.models import Map


def again(conversation_id: UUID) -> None:
    """Have the map made anew: statements were joined or taken out, or votes were taken away."""
    rows = Map.objects.filter(conversation_id=conversation_id)
    rows.update(rewrites=F("rewrites") + 1)
