"""A small writer of SVG: pictures with a title and a description, and nothing that runs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from gyda.terminal import text as plain_text
from gyda.terminal.tongue import language

# Okabe and Ito 2008: told apart by colour-blind eyes; each is at least 3:1 on white.
COLOURS = ("#0072b2", "#b35900", "#00805e", "#a8477f", "#5c5c00", "#7a3b00", "#3d6b8c", "#555555")
INK, PALE, PAPER = "#1a1a1a", "#d9d9d9", "#ffffff"
FONT = "system-ui, sans-serif"


@dataclass
class Picture:
    """A picture: add shapes, then ask for `svg()`. All lengths in pixels, y counted downwards."""

    width: float
    height: float
    title: str
    description: str
    parts: list[str] = field(default_factory=list)

    def add(self, tag: str, attributes: Mapping[str, object], words: str = "") -> None:
        """Add any element; `stroke_width` becomes stroke-width, words are its text."""
        opened = "".join(
            f' {name.strip("_").replace("_", "-")}="{escape(_said(value))}"'
            for name, value in attributes.items()
        )
        inside = escape(plain_text.clean(words), quote=False)
        self.parts.append(f"<{tag}{opened}>{inside}</{tag}>" if inside else f"<{tag}{opened}/>")

    def rect(self, x: float, y: float, w: float, h: float, fill: str = COLOURS[0]) -> None:
        size = {"width": max(w, 0.0), "height": max(h, 0.0)}
        self.add("rect", {"x": x, "y": y, "fill": fill} | size)

    def circle(self, x: float, y: float, r: float, fill: str = COLOURS[0], **more: object) -> None:
        self.add("circle", {"cx": x, "cy": y, "r": r, "fill": fill} | more)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = INK) -> None:
        self.add("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke": colour})

    def text(self, x: float, y: float, words: str, *, size: float = 14, **more: object) -> None:
        """Write words; `text_anchor="end"` sets them to the left of x."""
        self.add("text", {"x": x, "y": y, "font_size": size, "fill": INK} | more, words)

    def polygon(self, points: Sequence[tuple[float, float]], fill: str, **more: object) -> None:
        places = " ".join(f"{_said(x)},{_said(y)}" for x, y in points)
        self.add("polygon", {"points": places, "fill": fill} | more)

    def svg(self) -> str:
        """Return the whole file."""
        size = f"{_said(float(self.width))} {_said(float(self.height))}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" xml:lang="{language()}"'
            f' role="img" aria-labelledby="title desc" font-family="{FONT}">'
        )
        names = (("title", self.title), ("desc", self.description))
        said = [
            f'<{tag} id="{tag}">{escape(plain_text.clean(s), quote=False)}</{tag}>'
            for tag, s in names
        ]
        paper = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
        return "\n".join([head, *said, paper, *self.parts, "</svg>", ""])


def _said(value: object) -> str:
    """Write a length with two decimals at most: the same on every machine."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"
    return str(value)


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart: name, length, what stands beside it, and whether it stands out."""

    name: str
    value: float
    words: str
    chosen: bool = True


def bar_chart(title: str, description: str, bars: Sequence[Bar]) -> str:
    """Draw bars one below the other; those not chosen are pale."""
    row, left, most = 26, 300, max((bar.value for bar in bars), default=0) or 1
    picture = Picture(800, 60 + row * len(bars), title, description)
    picture.text(12, 28, title, size=18, font_weight="bold")
    for number, bar in enumerate(bars):
        y = 48.0 + row * number
        picture.text(left - 8, y + 15, plain_text.cut(bar.name, 40), text_anchor="end")
        length = 360 * bar.value / most
        picture.rect(left, y, length, row - 6, COLOURS[0] if bar.chosen else PALE)
        picture.text(left + length + 6, y + 15, bar.words, size=13)
    return picture.svg()
