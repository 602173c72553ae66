"""What a room puts on a hub's home page: declared in gyda/ROOM/home.py, collected by gyda.site."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gyda.web.nav import Role

Query = Callable[[Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Card:
    """A template, and the query that fills it: given the request, it returns the template's
    context, or None when there is nothing worth a card today."""

    template: str
    query: Query
    for_role: Role = "member"
    order: int = 100
