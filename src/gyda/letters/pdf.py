"""Letters as PDF: each begins a sheet, with its name where the window of the envelope is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from itertools import groupby
from typing import Any

import segno
from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from gyda.letters.models import Letter
from gyda.web import pdf
from gyda.web.units import day

MARGIN = 20 * mm
WINDOW = 45 * mm  # from the top of the sheet: a DL envelope, A4 folded in three
HEAD = 75 * mm  # above the date
LINES = 7  # a name and an address, as many as the window shows
ADDRESS = re.compile(r"https?://\S{30,}")
PLAIN = ParagraphStyle("plain", fontName=pdf.PLAIN, fontSize=12, leading=17, spaceAfter=4 * mm)
HEADING = ParagraphStyle("heading", PLAIN, fontName=pdf.BOLD, fontSize=15, leading=19)
FOOT = ParagraphStyle("foot", PLAIN, fontName=pdf.BOLD, spaceBefore=6 * mm)
BESIDE = ParagraphStyle("beside", PLAIN, fontSize=10, leading=14, splitLongWords=1)
QR = 26 * mm
MASK = 2  # trying all eight takes five times as long, and cameras read any of them


def fits(letter: Letter) -> bool:
    """Tell whether the typeface has all the letters of a letter; else the page prints it."""
    return pdf.can_draw(letter.name + letter.post + letter.subject + letter.body)


def letters_as_pdf(hub: Any, letters: Sequence[Letter]) -> bytes:
    """Return the letters as one file to print."""
    pdf.letters()
    file = BytesIO()
    paper = SimpleDocTemplate(
        file, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=15 * mm,
        bottomMargin=15 * mm, title=_("Letters to print"), creator="Gyda", invariant=1,
    )  # fmt: skip
    paper.build([part for letter in letters for part in _parts(hub, letter)])
    return file.getvalue()


def _parts(hub: Any, letter: Letter) -> list[Flowable]:
    with override(letter.language):
        foot = _("To answer, or to get letters in another way, talk to a connector of your hub.")
        return [
            Head(str(getattr(hub, f"name_{letter.language}")), letter.name, letter.post),
            Paragraph(day(letter.written_at), PLAIN),
            Paragraph(escape(letter.subject), HEADING),
            *_body(letter.body),
            Paragraph(escape(foot), FOOT),
            PageBreak(),
        ]


def _body(body: str) -> Iterator[Flowable]:
    """Yield the paragraphs; the first address that stands alone becomes a code for a camera."""
    first = next(filter(ADDRESS.fullmatch, body.split("\n")), "")
    for text in body.split("\n\n"):
        for is_link, lines in groupby(text.split("\n"), lambda line: line == first != ""):
            yield Link(first) if is_link else Paragraph("<br/>".join(map(escape, lines)), PLAIN)


class Link(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """An address nobody wants to type: a code for the camera, and the address beside it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.text = Paragraph(escape(self.address), BESIDE)
        self.high = self.text.wrap(width - QR - 5 * mm, height)[1]
        return width, QR + 4 * mm

    def draw(self) -> None:
        code = segno.make(self.address, error="m", micro=False, mask=MASK, boost_error=False)
        pdf.draw_qr(self.canv, code, 0, 4 * mm, QR)
        self.text.drawOn(self.canv, QR + 5 * mm, 4 * mm + (QR - self.high) / 2)


class Head(Flowable):  # type: ignore[misc]  # reportlab is not typed
    """Who writes, at the top, and to whom, in the window."""

    def __init__(self, sender: str, name: str, post: str = "") -> None:
        super().__init__()
        self.sender, self.lines = sender, [name, *post.splitlines()][:LINES]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.inner = width
        return width, HEAD

    def draw(self) -> None:
        self._line(self.sender, pdf.BOLD, HEAD - 5 * mm)
        for number, line in enumerate(self.lines):
            self._line(line, pdf.PLAIN, HEAD - (WINDOW - 15 * mm) - (5 + 5 * number) * mm)

    def _line(self, text: str, font: str, y: float) -> None:
        self.canv.setFont(font, pdf.fitting(text, font, 12, self.inner))
        self.canv.drawString(0, y, text)
