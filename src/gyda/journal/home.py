"""What the journal puts on a hub's home page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.journal import queries
from gyda.journal.timeline import lines_of, public_lines_of
from gyda.web.access import HubRequest
from gyda.web.cards import Card

FEW = 5


def news(request: HubRequest) -> dict[str, Any] | None:
    """Return the latest notices that the reader has not seen."""
    if not request.who.reaches_everything:
        return None
    fresh = queries.notices_for(request.who.subject).filter(read_at__isnull=True)[:FEW]
    lines = lines_of([notice.entry for notice in fresh])
    return {"lines": lines} if lines else None


def activity(request: HubRequest) -> dict[str, Any] | None:
    """Return the latest of what anyone may see."""
    lines = public_lines_of(list(queries.public_entries()[:FEW]))
    return {"lines": lines} if lines else None


CARDS = [
    Card(template="journal/cards/news.html", query=news, for_role="member", order=20),
    Card(template="journal/cards/activity.html", query=activity, for_role="anyone", order=90),
]
