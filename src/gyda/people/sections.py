"""What other rooms show on a member's page: offers, what the two have done together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gyda.people.models import Member

Query = Callable[[Any, Member], dict[str, Any] | None]


@dataclass(frozen=True)
class Section:
    """A template, and the query that fills it for a reader and a member; None: nothing to show."""

    template: str
    query: Query
    order: int = 100


_sections: list[Section] = []


def register(section: Section) -> None:
    """Show a section on every member's page."""
    _sections.append(section)


def sections_for(request: Any, member: Member) -> list[dict[str, Any]]:
    """Return the filled sections, each with its template."""
    filled = []
    for section in sorted(_sections, key=lambda one: one.order):
        words = section.query(request, member)
        if words is not None:
            filled.append({"template": section.template, **words})
    return filled
