"""What this room puts on a hub's home page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives import queries
from gyda.people.access import HubRequest
from gyda.web.cards import Card


def _latest(request: HubRequest) -> dict[str, Any] | None:
    if request.who:
        return None  # members find them first of all in the menu
    initiatives = queries.latest(3)
    return {"initiatives": initiatives} if initiatives else None


CARDS = [
    Card(template="initiatives/parts/latest_card.html", query=_latest, for_role="anyone", order=46),
]
