"""Panels as open data: their question, how they were drawn, and who sits by group, from five on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from gyda.decide.panels.models import Panel, PanelDraw, PanelMotion, PanelPromise
from gyda.web.bilingual import LANGUAGES


def records() -> Iterator[dict[str, Any]]:
    """Give every panel, oldest first."""
    for panel in Panel.objects.order_by("id").iterator(200):
        yield _record(panel)


def _record(panel: Panel) -> dict[str, Any]:
    draws = PanelDraw.objects.filter(panel=panel, sha256__gt="").order_by("id").defer("packed")
    promises = PanelPromise.objects.filter(panel=panel).order_by("place")
    return {
        "id": str(panel.id),
        "initiative": str(panel.initiative_id),
        **both(panel, "title", "question", "explained"),
        "state": panel.state,
        "seats": panel.seats,
        "months": panel.months,
        "pay": panel.pay,
        "minutes": panel.minutes,
        "pence": panel.pence,
        "people_in_the_pool": panel.people if panel.people >= 5 else None,
        "way": panel.way,
        "promises": [{"sha256": one.sha256, "secret": one.secret} for one in promises],
        "draws": [_draw(draw) for draw in draws],
        "votes": [_motion(one) for one in PanelMotion.objects.filter(panel=panel).order_by("id")],
    }


def _draw(draw: PanelDraw) -> dict[str, Any]:
    return {
        "lots": draw.lots,
        "lots_sha256": draw.sha256,
        "lot": draw.lot,
        "drawn_with": draw.drawn_with,
        "drawn_on": draw.drawn_at.date().isoformat() if draw.drawn_at else None,
        "in_fewest_lots": draw.lowest,
        "in_most_lots": draw.highest,
    }


def _motion(motion: PanelMotion) -> dict[str, Any]:
    counted = motion.closed_at is not None
    return {
        **both(motion, "title", "minority"),
        "pence": motion.pence,
        "minutes": motion.minutes,
        "for": motion.in_favour if counted else None,
        "against": motion.against if counted else None,
        "abstained": motion.abstained if counted else None,
        "carried": motion.carried,
    }


def both(row: Any, *names: str) -> dict[str, str]:
    """Return texts in both languages, by their columns."""
    columns = [f"{name}_{language}" for name in names for language in LANGUAGES]
    return {column: getattr(row, column) for column in columns}
