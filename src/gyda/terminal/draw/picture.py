"""The picture of a draw: everyone's chance, sorted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.draw.record import Result
from gyda.terminal.svg import COLOURS, Picture
from gyda.terminal.tongue import _

WIDTH, HEIGHT, LEFT, FOOT = 720, 360, 60, 40


def chances(result: Result) -> str:
    """Return an SVG with one step per person, lowest chance first."""
    found = result.lottery
    sorted_chances = sorted(map(float, found.chances.values()))
    top = max(sorted_chances[-1], 1e-9)
    percent = f"{100 * float(found.minimum):.2f} %"
    about = _("Chances of %(people)s people; the lowest is %(percent)s.") % {
        "people": len(sorted_chances),
        "percent": percent,
    }
    picture = Picture(WIDTH, HEIGHT, _("Everyone's chance to be drawn"), about)
    wide, high = WIDTH - LEFT - 20, HEIGHT - FOOT - 40
    step = wide / len(sorted_chances)
    points: list[tuple[float, float]] = [(LEFT, 40 + high)]
    for i, chance in enumerate(sorted_chances):
        y = 40 + high * (1 - chance / top)
        points += [(LEFT + i * step, y), (LEFT + (i + 1) * step, y)]
    picture.polygon([*points, (LEFT + wide, 40 + high)], COLOURS[0])
    picture.line(LEFT, 40 + high, LEFT + wide, 40 + high)
    picture.text(LEFT, 24, about)
    picture.text(LEFT - 6, 46, f"{100 * top:.0f} %", text_anchor="end", size=12)
    picture.text(LEFT - 6, 44 + high, "0 %", text_anchor="end", size=12)
    picture.text(LEFT, HEIGHT - 14, _("people, lowest chance first"), size=12)
    return picture.svg()
