"""The way from a decision to where it was made: the ballot, the panel, the scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from gyda.decide.decisions.models import Decision

Place = tuple[object, ...]
Where = Callable[["Decision"], Place | None]


@dataclass(frozen=True)
class Link:
    """What the link says, the name of its page, and what the address of that page needs."""

    label: "str | Promise"
    page: str
    place: Place


_kinds: dict[str, tuple["str | Promise", str, Where]] = {}


def register(kind: str, label: "str | Promise", page: str, where: Where | None = None) -> None:
    """Say where a decision about such a thing was made; usually its page needs its id alone."""
    _kinds[kind] = (label, page, where or (lambda decision: (decision.about_id,)))


def link_of(decision: "Decision") -> Link | None:
    """Return the way to where it was made; one written down by hand has none."""
    if decision.about_kind not in _kinds or decision.about_id is None:
        return None
    label, page, where = _kinds[decision.about_kind]
    place = where(decision)
    return Link(label, page, place) if place else None
