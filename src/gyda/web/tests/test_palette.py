"""Every pair of colours in use can be told apart, by day and by night (WCAG 1.4.3, 1.4.11)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from pathlib import Path

import pytest

from gyda.web.build import ROOM

SCSS = ROOM / "scss"
SCHEMES = ["light", "dark"]
GROUNDS = ["wool", "paper", "fleece"]
TAGS = ["grey", "green", "yellow", "orange", "red", "purple", "magenta", "blue", "teal"]

TEXT = [
    *[(ink, ground) for ink in ("ink", "soft", "error", "good") for ground in GROUNDS],
    *[(link, ground) for link in ("link", "link-visited", "link-hover") for ground in GROUNDS],
    *[(f"on-tag-{tag}", f"tag-{tag}") for tag in TAGS],
    ("on-hill", "hill"),
    ("on-hill", "hill-deep"),
    ("on-head", "head"),
    ("on-error", "error"),
    ("on-error", "error-deep"),
    ("on-daffodil", "daffodil"),
    ("on-lamp", "lamp"),
    ("lamp", "on-lamp"),
    ("ink", "error-paper"),
    ("error", "error-paper"),
    ("error-deep", "error-paper"),
    ("ink", "good-paper"),
    ("good", "good-paper"),
    ("ink", "note-paper"),
    ("note", "note-paper"),
]
SHAPES = [  # borders, marks of the current page, focus
    *[(edge, ground) for edge in ("edge", "hill", "error") for ground in GROUNDS],
    ("note", "wool"),
    ("good", "wool"),
    ("daffodil", "ring"),
    ("daffodil", "head"),
]


def palette(scheme: str) -> dict[str, str]:
    text = (SCSS / "_palette.scss").read_text(encoding="utf-8")
    light, dark, _paper = re.split(r"@media", text)
    found = dict(re.findall(r"--([\w-]+): (#\w{6});", light))
    return found | (dict(re.findall(r"--([\w-]+): (#\w{6});", dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_as_far_apart_as_it_gets() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_text_stands_out(scheme: str, front: str, ground: str) -> None:
    colours = palette(scheme)
    assert contrast(colours[front], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "ground"), SHAPES)
def test_shapes_stand_out(scheme: str, front: str, ground: str) -> None:
    colours = palette(scheme)
    assert contrast(colours[front], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "head"])
def test_focus_stands_out_on_every_ground(scheme: str, ground: str) -> None:
    colours = palette(scheme)
    rings = (colours["daffodil"], colours["ring"])
    assert max(contrast(ring, colours[ground]) for ring in rings) >= 3


def test_every_colour_of_a_scheme_is_one_of_the_palette() -> None:
    own = [
        path for path in SCSS.glob("_*.scss") if path.name not in ("_palette.scss", "_paper.scss")
    ]
    used = {name for path in own for name in _tokens(path)}
    assert used - {"round", "govuk"} <= set(palette("light"))
    assert set(palette("dark")) == set(palette("light"))


def _tokens(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    names = set(re.findall(r"var\(--([\w-]+)\)", text))
    return names | {f"tag-{tag}" for tag in TAGS if "#{$tag}" in text}
