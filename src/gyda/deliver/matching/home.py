"""What a hub's home page shows of matching, in one query."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Subquery

from gyda.deliver.matching.models import Suggestion
from gyda.deliver.matching.words import for_members
from gyda.deliver.models import Listing
from gyda.deliver.models.listing import Kind
from gyda.deliver.queries.listing import FEW, visible_to
from gyda.people.who import Who

NEWEST = 50


def asks_for_home(
    who: Who, offers: Sequence[Listing], today: datetime.date
) -> list[tuple[Listing, list[str]]]:
    """Return a few asks on the shelves of what the reader offers: those brought to them first.

    What they said "not this time" to does not come again.
    """
    shelves = {offer.category_id for offer in offers if offer.is_open}
    if not shelves:
        return []
    brought = Suggestion.objects.filter(
        hub_id=OuterRef("hub_id"), ask_id=OuterRef("id"), helper=who.subject
    )
    asks = visible_to(who, today).filter(kind=Kind.ASK, category_id__in=shelves)
    rows = asks.exclude(member=who.subject).annotate(
        why=Subquery(brought.values("reasons")[:1]),
        declined=Subquery(brought.values("declined_at")[:1]),
    )
    newest = rows.select_related("member").order_by("-id")[:NEWEST]
    # Asked of the database, it would guess that next to none are left, and sort the whole shelf.
    left = [ask for ask in newest if getattr(ask, "declined", None) is None]
    first = sorted(left, key=lambda ask: _why(ask) is None)[:FEW]
    return [(ask, _words(ask)) for ask in first]


def _why(ask: Listing) -> Any:
    return getattr(ask, "why", None)


def _words(ask: Listing) -> list[str]:
    reasons = [tuple(one) for one in _why(ask) or ()]
    return for_members(reasons, may_see_area=ask.member.show_area)
