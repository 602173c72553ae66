"""What this room puts on a hub's home page: for those who may refer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.people.access import HubRequest
from gyda.referral.rules import may_refer
from gyda.web.cards import Card


def _refer(request: HubRequest) -> dict[str, Any] | None:
    return {} if may_refer(request.who) else None


CARDS = [Card(template="referral/parts/card.html", query=_refer, order=22)]
