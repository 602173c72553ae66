"""Ideas as open data: words, points, support from five on; nobody is named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from gyda.need.ideas.models import Idea, Point
from gyda.need.ideas.queries import FEWEST, as_line

CHUNK = 500
HEADER = (
    "id", "title", "what", "place", "language", "category", "initiative", "state", "supports",
    "points_for", "points_against", "on",
)  # fmt: skip


def records() -> Iterator[dict[str, Any]]:
    """Give every idea that is shown, oldest first."""
    return (as_line(idea) for idea in Idea.objects.shown().order_by("id").iterator(CHUNK))


def with_points() -> Iterator[dict[str, Any]]:
    """Give the same, each with its two columns."""
    ideas = Idea.objects.shown().order_by("id").iterator(CHUNK)
    while some := [idea for _number, idea in zip(range(CHUNK), ideas, strict=False)]:
        points: dict[Any, list[dict[str, Any]]] = {}
        rows = Point.objects.shown().filter(idea__in=some).order_by("-supports", "id")
        for point in rows:
            points.setdefault(point.idea_id, []).append(_point(point))
        for idea in some:
            yield as_line(idea) | {"points": points.get(idea.id, [])}


def _point(point: Point) -> dict[str, Any]:
    few = point.supports < FEWEST
    return {
        "side": point.side,
        "text": point.text,
        "language": point.language,
        "supports": None if few else point.supports,
    }
