"""What the journal puts on a hub's home page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.journal import queries
from gyda.journal.models import Entry
from gyda.journal.timeline import Rows, lines_of, public_lines_of, rows_of
from gyda.web.access import HubRequest
from gyda.web.cards import Card

FEW = 5


def news(request: HubRequest) -> dict[str, Any] | None:
    """Return the latest notices that the reader has not seen."""
    fresh, _, rows = _latest(request)
    return {"lines": lines_of(fresh, rows)} if fresh else None


def activity(request: HubRequest) -> dict[str, Any] | None:
    """Return the latest of what anyone may see."""
    _, shown, rows = _latest(request)
    lines = public_lines_of(shown, rows, linked=bool(request.who))
    return {"lines": lines} if lines else None


def _latest(request: HubRequest) -> tuple[list[Entry], list[Entry], Rows]:
    """Return what both cards show and the names in it, looked up once for the two."""
    latest: tuple[list[Entry], list[Entry], Rows] | None = request.__dict__.get("journal_latest")
    if latest is None:
        fresh, shown = _unseen(request), list(queries.public_entries()[:FEW])
        latest = (fresh, shown, rows_of([*fresh, *shown]))
        request.__dict__["journal_latest"] = latest
    return latest


def _unseen(request: HubRequest) -> list[Entry]:
    if not (request.who and request.who.reaches_everything):
        return []
    unseen = queries.notices_for(request.who.subject).filter(read_at__isnull=True)
    return [notice.entry for notice in unseen[:FEW]]


CARDS = [
    Card(template="journal/cards/news.html", query=news, for_role="member", order=20),
    Card(template="journal/cards/activity.html", query=activity, for_role="anyone", order=90),
]
