"""Pages as PDF, in our own typeface: it is inside the file, so that ŵ and ŷ print anywhere."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from functools import cache
from io import BytesIO

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as EmbeddedFont
from reportlab.pdfgen.canvas import Canvas
from segno import QRCode

from gyda.web.build import BUILT

PLAIN, BOLD = "Gyda", "Gyda-Bold"
WEIGHTS = {PLAIN: 400, BOLD: 700}
PAGE = A4


@cache
def letters() -> frozenset[int]:
    """Make the two weights of the typeface known to reportlab; return what they can draw."""
    cut = BUILT / "gyda.woff2"
    if not cut.exists():
        raise ImproperlyConfigured("The typeface is not built: run `python -m gyda.web.build`.")
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(cut), {"wght": weight})
        font.flavor = None
        font["name"].setName(name, 6, 3, 1, 0x409)  # by this name reportlab tells them apart
        file = BytesIO()
        font.save(file)
        file.seek(0)
        pdfmetrics.registerFont(EmbeddedFont(name, file))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    return frozenset(TTFont(cut).getBestCmap())


def can_draw(text: str) -> bool:
    """Tell whether the typeface has every letter of the text: it knows Welsh and English."""
    return all(ord(letter) in letters() for letter in text if letter not in "\r\n\t")


def canvas(file: BytesIO, title: str, language: str) -> Canvas:
    """Return an empty document on A4."""
    letters()
    paper = Canvas(file, pagesize=PAGE, pageCompression=1, lang=language, invariant=1)
    paper.setTitle(title)
    paper.setCreator("Gyda")
    return paper


def fitting(text: str, font: str, size: float, width: float, least: float = 6) -> float:
    """Return the size, up to this one, at which the text fits into the width."""
    natural = pdfmetrics.stringWidth(text, font, size)
    return max(least, min(size, size * width / natural)) if natural else size


def draw_qr(paper: Canvas, code: QRCode, x: float, y: float, side: float) -> None:
    """Draw the dark squares as one shape, each run of them in a row as one box."""
    rows = list(code.matrix)
    size = side / len(rows)
    shape = paper.beginPath()
    for down, row in enumerate(rows):
        for start, length in _runs(row):
            shape.rect(x + start * size, y + side - (down + 1) * size, length * size, size)
    paper.drawPath(shape, stroke=0, fill=1)


def _runs(row: bytes | bytearray) -> Iterator[tuple[int, int]]:
    """Give where each run of dark squares starts, and how long it is.

    >>> list(_runs(bytes([1, 1, 0, 1])))
    [(0, 2), (3, 1)]
    """
    start = None
    for at, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at - start
            start = None


def pdf_response(name: str, content: bytes) -> HttpResponse:
    """Return the document to open or to keep, as name.pdf."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
