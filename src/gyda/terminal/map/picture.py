"""The picture of a map: bubbles of ten people or more, never one person's dot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.polis import Conversation
from gyda.methods.opinion.publish.bubbles import bubbles
from gyda.methods.opinion.votes import Floats
from gyda.terminal.map.words import about
from gyda.terminal.svg import COLOURS, Picture
from gyda.terminal.text import clean, cut
from gyda.terminal.tongue import _

WIDE, HIGH, EDGE, TOP = 800, 560, 40, 70
NOBODYS = "#767676"  # of people in no group


def picture(found: OpinionMap, said: Conversation) -> str:
    """Draw where people stand; each bubble is ten people or more who stand near each other."""
    title = cut(clean(said.summary.get("topic", "")), 70) or _("Opinion map")
    drawn = Picture(WIDE, HIGH, title, _described(found))
    drawn.text(12, 28, title, size=18, font_weight="bold")
    drawn.text(12, 50, _("Each circle is ten people or more who vote alike."), size=13)
    drawn_as = list(bubbles(found))
    if not drawn_as:
        drawn.text(EDGE, HIGH / 2, _("Too few people to draw without showing who they are."))
    scale = _scale(np.array([one.at for one in drawn_as]).reshape(-1, 2))
    for one in drawn_as:
        x, y = scale(one.at)
        colour = COLOURS[one.group % len(COLOURS)] if one.group >= 0 else NOBODYS
        drawn.circle(x, y, 2.2 * one.people**0.5, colour, fill_opacity=0.65)
    for number, name in enumerate(found.groups.names):
        x, y = scale(found.groups.centres[number][:2])
        drawn.circle(x, y, 15.0, "#ffffff", stroke=COLOURS[number % len(COLOURS)], stroke_width=3)
        drawn.text(x, y + 6, name, size=17, text_anchor="middle", font_weight="bold")
    return drawn.svg()


class _scale:  # noqa: N801
    """Fit all places into the paper, both axes alike, the first to the right."""

    def __init__(self, points: Floats) -> None:
        low, high = (points.min(0), points.max(0)) if len(points) else (np.zeros(2), np.ones(2))
        self.middle = (low + high) / 2
        room = np.array([WIDE - 4 * EDGE, HIGH - TOP - 3 * EDGE])
        self.factor = float((room / np.maximum(high - low, 1e-9)).min())

    def __call__(self, at: Floats) -> tuple[float, float]:
        x, y = (at - self.middle) * self.factor
        return WIDE / 2 + float(x), (HIGH + TOP) / 2 - float(y)


def _described(found: OpinionMap) -> str:
    """Say what a person sees who looks at it."""
    grouped = found.groups
    if not grouped.k:
        return _("The people of the conversation stand without clear groups.")
    each = ", ".join(
        _("group %(name)s with about %(number)s people")
        % {"name": name, "number": f"{about(size):,}"}
        for name, size in zip(grouped.names, grouped.sizes.tolist(), strict=True)
    )
    return _("People who vote alike stand near each other: %(groups)s.") % {"groups": each}
