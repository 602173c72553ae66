"""Small drawings for the demo's offers and asks, made of circles and lines."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw

WIDTH, HEIGHT, FINE = 720, 480, 2  # drawn at twice the size, then made smooth

CREAM, SKY, HILL, MEADOW, SOIL = "#fbf3e4", "#dcebf0", "#9dbba4", "#c4d7b2", "#8a6246"
RED, BLUE, YELLOW, GREEN, DARK, WHITE = (
    "#c4473a",
    "#3d6f8e",
    "#e8b04b",
    "#4f7f52",
    "#3b3530",
    "#fffdf8",
)
Box = tuple[float, float, float, float]


class Pen:
    """Draws on a picture in its own small measure."""

    def __init__(self, background: str) -> None:
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), background)
        self.on = ImageDraw.Draw(self.image)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        self.oval((x - radius, y - radius, x + radius, y + radius), fill)

    def oval(self, box: Box, fill: str) -> None:
        self.on.ellipse(_fine(box), fill=fill)

    def ring(self, x: float, y: float, radius: float, fill: str, width: int = 10) -> None:
        box = _fine((x - radius, y - radius, x + radius, y + radius))
        self.on.ellipse(box, outline=fill, width=width * FINE)

    def box(self, box: Box, fill: str, radius: float = 0) -> None:
        self.on.rounded_rectangle(_fine(box), radius * FINE, fill=fill)

    def line(self, points: Sequence[tuple[float, float]], fill: str, width: int = 10) -> None:
        fine = [(x * FINE, y * FINE) for x, y in points]
        self.on.line(fine, fill=fill, width=width * FINE, joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, fill)

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        self.on.polygon([(x * FINE, y * FINE) for x, y in points], fill=fill)

    def arc(self, box: Box, start: int, end: int, fill: str, width: int = 8) -> None:
        self.on.arc(_fine(box), start, end, fill=fill, width=width * FINE)

    def png(self) -> bytes:
        file = io.BytesIO()
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(file, "PNG")
        return file.getvalue()


def _fine(box: Box) -> Box:
    left, top, right, bottom = (value * FINE for value in box)
    return left, top, right, bottom


def _valley() -> Pen:
    pen = Pen(SKY)
    pen.disc(600, 90, 42, YELLOW)
    pen.oval((-160, 210, 430, 700), HILL)
    pen.oval((280, 250, 940, 760), "#b3cba6")
    pen.box((0, 380, WIDTH, HEIGHT), MEADOW)
    return pen


def _room() -> Pen:
    pen = Pen(CREAM)
    pen.box((0, 370, WIDTH, HEIGHT), "#e6d3b3")
    return pen


def frame() -> Pen:
    pen = _room()
    for x in (250, 440):
        pen.line([(x, 120), (x + 40, 400)], BLUE, 14)
        pen.line([(x, 120), (x - 40, 400)], BLUE, 14)
        pen.line([(x - 24, 120), (x + 24, 120)], DARK, 20)
    pen.line([(250, 200), (440, 200)], BLUE, 12)
    pen.box((265, 215, 425, 310), "#d9a05b", 14)
    for x in (210, 400):
        pen.disc(x, 405, 30, DARK)
        pen.disc(x, 405, 12, CREAM)
    return pen


def wool() -> Pen:
    pen = _room()
    pen.line([(180, 90), (480, 380)], "#b98a5a", 12)
    pen.line([(530, 90), (230, 380)], "#b98a5a", 12)
    pen.disc(355, 270, 130, RED)
    for turn in range(5):
        reach = 40 + turn * 20
        pen.arc((355 - reach, 180, 355 + reach, 360), 200, 340, "#e38b7d", 7)
        pen.arc((355 - reach, 180, 355 + reach, 360), 20, 160, "#a63a2f", 7)
    pen.line([(460, 350), (560, 400), (640, 390), (700, 410)], RED, 7)
    return pen


def van() -> Pen:
    pen = _valley()
    pen.shape([(0, 480), (0, 420), (720, 390), (720, 480)], "#a9a39a")
    pen.box((190, 220, 430, 390), BLUE, 22)
    pen.shape([(420, 250), (500, 250), (560, 320), (560, 390), (420, 390)], BLUE)
    pen.shape([(440, 268), (494, 268), (534, 318), (440, 318)], WHITE)
    pen.box((215, 245, 300, 310), WHITE, 8)
    pen.box((315, 245, 400, 310), WHITE, 8)
    for x in (265, 490):
        pen.disc(x, 392, 38, DARK)
        pen.disc(x, 392, 16, CREAM)
    pen.disc(556, 350, 9, YELLOW)
    return pen


def loaf() -> Pen:
    pen = _room()
    pen.oval((110, 340, 620, 430), WHITE)
    pen.box((170, 210, 470, 380), "#7a4a2b", 60)
    for x, y in ((220, 260), (270, 320), (320, 250), (370, 330), (410, 270), (250, 350)):
        pen.disc(x, y, 11, "#4b2a18")
    for x in (480, 540):
        pen.box((x, 240, x + 44, 385), "#a86f43", 20)
        for y in (270, 310, 350):
            pen.disc(x + 16 + (y // 40 % 2) * 14, y, 7, "#4b2a18")
    return pen


def guitar() -> Pen:
    pen = _room()
    pen.box((470, 150, 500, 420), "#b98a5a", 6)
    pen.box((500, 290, 620, 316), "#b98a5a", 6)
    pen.box((596, 300, 620, 420), "#b98a5a", 6)
    pen.line([(300, 290), (470, 60)], "#6b4226", 22)
    pen.disc(255, 345, 82, "#c98a45")
    pen.disc(315, 270, 60, "#c98a45")
    pen.disc(285, 310, 28, DARK)
    for shift in (-5, 0, 5):
        pen.line([(240 + shift, 372), (468 + shift, 62)], WHITE, 1)
    return pen


def cup() -> Pen:
    pen = _room()
    pen.oval((190, 350, 530, 430), "#d8c39c")
    pen.ring(480, 270, 52, WHITE, 18)
    pen.shape([(230, 210), (480, 210), (450, 390), (260, 390)], WHITE)
    pen.oval((230, 185, 480, 235), WHITE)
    pen.oval((246, 195, 464, 227), "#8b5a33")
    for x in (300, 355, 410):
        wave = [(x + 12 * math.sin(y / 14), y) for y in range(60, 170, 6)]
        pen.line(wave, "#d9cbb2", 7)
    pen.box((300, 280, 410, 310), RED, 14)
    return pen


def dog() -> Pen:
    pen = _valley()
    brown = "#8a5a3a"
    pen.oval((250, 260, 450, 370), brown)
    for x in (275, 315, 390, 425):
        pen.line([(x, 350), (x, 425)], brown, 20)
    pen.line([(255, 290), (205, 235)], brown, 16)
    pen.disc(465, 245, 52, brown)
    pen.oval((470, 245, 540, 290), brown)
    pen.disc(536, 258, 9, DARK)
    pen.disc(478, 232, 7, DARK)
    pen.oval((425, 215, 460, 300), "#5f3b25")
    pen.line([(440, 285), (320, 160), (100, 60)], RED, 6)
    return pen


def logs() -> Pen:
    pen = _valley()
    for row, count in enumerate((6, 5, 4)):
        for number in range(count):
            x, y = 190 + row * 34 + number * 68, 400 - row * 60
            pen.disc(x, y, 34, "#6b4a32")
            pen.disc(x, y, 27, "#dcb685")
            pen.ring(x, y, 15, "#b98a5a", 3)
    pen.oval((330, 195, 390, 240), "#7b5a3c")
    pen.disc(388, 200, 17, "#7b5a3c")
    pen.shape([(402, 196), (420, 201), (402, 207)], YELLOW)
    pen.line([(334, 212), (308, 184)], "#7b5a3c", 8)
    return pen


def leeks() -> Pen:
    pen = _valley()
    pen.box((0, 330, WIDTH, HEIGHT), SOIL)
    for x in (210, 360, 510):
        for lean in (-80, -40, 0, 40, 80):
            pen.line([(x, 230), (x + lean, 80 + abs(lean) / 2)], GREEN, 18)
        pen.box((x - 22, 210, x + 22, 390), WHITE, 20)
        pen.box((x - 22, 210, x + 22, 270), "#cfe0b4", 16)
        for lean in (-16, 0, 16):
            pen.line([(x, 388), (x + lean, 420)], "#f0e6d2", 3)
    return pen


def socks() -> Pen:
    pen = _valley()
    pen.line([(0, 110), (240, 140), (480, 140), (720, 110)], DARK, 4)
    for x, colour in ((150, RED), (270, RED), (420, BLUE), (540, BLUE)):
        pen.box((x, 132, x + 44, 250), colour, 12)
        pen.box((x, 210, x + 84, 254), colour, 20)
        pen.box((x, 140, x + 44, 158), WHITE, 4)
        pen.box((x + 16, 116, x + 26, 146), "#b98a5a", 3)
    return pen


def spade() -> Pen:
    pen = _valley()
    pen.box((0, 360, WIDTH, HEIGHT), SOIL)
    pen.line([(360, 90), (360, 300)], "#b98a5a", 18)
    pen.line([(320, 90), (400, 90)], DARK, 18)
    pen.shape([(310, 280), (410, 280), (405, 380), (360, 430), (315, 380)], "#8f979b")
    for x in (130, 200, 510, 590):
        pen.line([(x, 366), (x, 330)], GREEN, 7)
        pen.oval((x - 30, 312, x, 334), GREEN)
        pen.oval((x, 306, x + 30, 328), GREEN)
    return pen


DRAWINGS: dict[str, Callable[[], Pen]] = {
    drawing.__name__: drawing
    for drawing in (frame, wool, van, loaf, guitar, cup, dog, logs, leeks, socks, spade)
}


def draw(name: str) -> bytes:
    """Return a drawing as a PNG file."""
    return DRAWINGS[name]().png()
