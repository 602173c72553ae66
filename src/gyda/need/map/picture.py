"""The picture of a map: each mark is ten people or more; groups differ by shape and by colour."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

from django.utils.translation import gettext as _

from gyda.need.map.words import people_words

Plain = dict[str, Any]
WIDTH, HEIGHT, EDGE = 320, 240, 30
CORNERS = (0, 4, 3, 6, 5)  # of the marks of groups A, B, C, D, E; none: a circle
SIZE = 1.1  # of a mark, per root of the people in it


@dataclass(frozen=True)
class Mark:
    """A circle of radius `r` at (x, y), or a polygon with `points`; `kind` names its style."""

    x: float
    y: float
    r: float
    kind: str
    points: str = ""


@dataclass(frozen=True)
class Name:
    """The letter of a group, in the middle of it."""

    x: float
    y: float
    name: str


@dataclass(frozen=True)
class Picture:
    """What the template draws, and the words for whoever does not see it."""

    title: str
    description: str
    marks: list[Mark]
    names: list[Name]
    here: Mark | None
    keys: list[tuple[Mark, str]]


class Paper:
    """Fits all places in, both axes alike."""

    def __init__(self, points: Sequence[Sequence[float]]) -> None:
        xs, ys = [one[0] for one in points] or [0.0], [one[1] for one in points] or [0.0]
        self.middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
        self.scale = min((WIDTH - 2 * EDGE) / wide, (HEIGHT - 2 * EDGE) / high)

    def at(self, point: Sequence[float]) -> tuple[float, float]:
        x = WIDTH / 2 + (point[0] - self.middle[0]) * self.scale
        y = HEIGHT / 2 - (point[1] - self.middle[1]) * self.scale
        return round(min(max(x, 8), WIDTH - 8), 1), round(min(max(y, 8), HEIGHT - 8), 1)


def picture(shown: Plain, here: Sequence[float] | None = None) -> Picture:
    """Draw what is shown; `here` is the reader's own place, which nobody else gets to see."""
    paper = Paper([one[:2] for one in shown["bubbles"]])
    marks = [_mark(paper.at(one[:2]), SIZE * sqrt(one[2]) + 1, one[3]) for one in shown["bubbles"]]
    names = [Name(*paper.at(one["centre"]), one["name"]) for one in shown["groups"]]
    own = Mark(*paper.at(here), 6, "here") if here is not None else None
    return Picture(
        _("Map of the answers"), _description(shown), marks, names, own, _keys(shown, own)
    )


def _mark(at: tuple[float, float], r: float, group: int) -> Mark:
    if group < 0:
        return Mark(*at, round(r, 1), "none")
    corners = CORNERS[group % len(CORNERS)]
    kind = str(group % len(CORNERS))
    return Mark(*at, round(r, 1), kind, _polygon(at, r * 1.2, corners) if corners else "")


def _polygon(at: tuple[float, float], r: float, corners: int) -> str:
    turns = [2 * pi * one / corners - pi / 2 for one in range(corners)]
    return " ".join(f"{at[0] + r * cos(t):.1f},{at[1] + r * sin(t):.1f}" for t in turns)


def _keys(shown: Plain, own: Mark | None) -> list[tuple[Mark, str]]:
    said = [
        (
            _mark((8, 8), 5, number),
            _("Group %(name)s: %(people)s")
            % {"name": one["name"], "people": people_words(one["people"])},
        )
        for number, one in enumerate(shown["groups"])
    ]
    if any(one[3] < 0 for one in shown["bubbles"]):
        said.append((_mark((8, 8), 5, -1), _("In no group")))
    if own:
        said.append((Mark(8, 8, 6, "here"), _("You are here; only you see this")))
    return said


def _description(shown: Plain) -> str:
    """Say what somebody sees who looks at it."""
    if not shown["groups"]:
        return _("People who answer alike stand near each other; there are no clear groups.")
    each = "; ".join(
        _("group %(name)s with %(people)s, %(place)s")
        % {
            "name": one["name"],
            "people": people_words(one["people"]),
            "place": _place(one["centre"], shown),
        }
        for one in shown["groups"]
    )
    return _("People who answer alike stand near each other: %(groups)s.") % {"groups": each}


def _place(centre: Sequence[float], shown: Plain) -> str:
    xs = [one["centre"][0] for one in shown["groups"]]
    middle = (min(xs) + max(xs)) / 2
    return _("on the left") if centre[0] < middle else _("on the right")
