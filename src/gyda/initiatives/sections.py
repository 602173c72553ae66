"""What the stage rooms show on an initiative's page: a template and a query each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gyda.initiatives.models import Initiative, Stage

Query = Callable[[Any, Initiative], dict[str, Any] | None]


@dataclass(frozen=True)
class Section:
    """The part of a stage room; the query gives None where there is nothing to show."""

    stage: Stage
    template: str
    query: Query
    order: int = 100


_sections: list[Section] = []


def register(section: Section) -> None:
    """Show a section on every initiative's page."""
    _sections.append(section)


def sections_for(request: Any, initiative: Initiative) -> list[dict[str, Any]]:
    """Return the filled sections in the order of the stages."""
    stages = list(Stage)
    filled = []
    for section in sorted(_sections, key=lambda one: (stages.index(one.stage), one.order)):
        words = section.query(request, initiative)
        if words is not None:
            filled.append({"template": section.template, **words})
    return filled
