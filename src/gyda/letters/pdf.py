"""Letters as PDF: each begins a sheet, with its name where the window of the envelope is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Any

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
PLAIN = ParagraphStyle("plain", fontName=pdf.PLAIN, fontSize=12, leading=17, spaceAfter=4 * mm)
HEADING = ParagraphStyle("heading", PLAIN, fontName=pdf.BOLD, fontSize=15, leading=19)
SMALL = ParagraphStyle("small", PLAIN, fontSize=9.5, leading=13, spaceBefore=8 * mm)


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
        paragraphs = letter.body.split("\n\n")
        return [
            Head(str(getattr(hub, f"name_{letter.language}")), letter.name, letter.post),
            Paragraph(day(letter.written_at), PLAIN),
            Paragraph(escape(letter.subject), HEADING),
            *[Paragraph(escape(text).replace("\n", "<br/>"), PLAIN) for text in paragraphs],
            Paragraph(escape(foot), SMALL),
            PageBreak(),
        ]


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
