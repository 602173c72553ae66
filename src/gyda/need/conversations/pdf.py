"""Sheets of paper: numbered statements with three boxes each, and a code that counts once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from gyda.need.conversations.models import Conversation, Sheet, Statement
from gyda.web.pdf import BOLD, PAGE, PLAIN, canvas

MARGIN = 18 * mm
WIDE = PAGE[0] - 2 * MARGIN
BOXES = 66 * mm  # for the three boxes on the right
BOX = 4.5 * mm
TEXT = WIDE - BOXES - 12 * mm


def sheets_as_pdf(conversation: Conversation, sheets: Sequence[Sheet], language: str) -> bytes:
    """Return the sheets to print, one page each, in the language that was asked for."""
    file = BytesIO()
    with override(language):
        title = str(conversation.title)
        paper = canvas(file, title, language)
        by_number = {one.number: one for one in _statements(conversation, sheets)}
        for sheet in sheets:
            asked = [by_number[number] for number in sheet.numbers if number in by_number]
            _draw(paper, conversation, sheet, asked, language)
            paper.showPage()
        paper.save()
    return file.getvalue()


def _statements(conversation: Conversation, sheets: Sequence[Sheet]) -> list[Statement]:
    numbers = {number for sheet in sheets for number in sheet.numbers}
    rows = Statement.objects.filter(conversation=conversation, number__in=numbers)
    return list(rows.order_by("number"))


def _draw(
    paper: Canvas,
    conversation: Conversation,
    sheet: Sheet,
    statements: Sequence[Statement],
    language: str,
) -> None:
    y = _head(paper, conversation, sheet)
    y = _columns(paper, y)
    for one in statements:
        y = _line(paper, one, language, y)
    _foot(paper, conversation, y)


def _head(paper: Canvas, conversation: Conversation, sheet: Sheet) -> float:
    y = PAGE[1] - MARGIN
    paper.setFont(BOLD, 10)
    code = f"{sheet.code[:4]}-{sheet.code[4:]}"
    paper.drawRightString(PAGE[0] - MARGIN, y, _("Sheet %(code)s") % {"code": code})
    y = _words(paper, str(conversation.title), BOLD, 16, y, WIDE - 40 * mm)
    how = _(
        "Tick one box in each line, or none. There are no right or wrong answers, and nobody "
        "sees who ticked what. One sheet for each person."
    )
    return float(_words(paper, how, PLAIN, 10, y - 2 * mm, WIDE) - 3 * mm)


def _words(paper: Canvas, text: str, font: str, size: float, y: float, wide: float) -> float:
    """Write a paragraph from y downwards; return where it ends."""
    paper.setFont(font, size)
    for line in simpleSplit(text, font, size, wide):
        paper.drawString(MARGIN, y, line)
        y -= size * 1.3
    return y


def _places() -> list[float]:
    start = PAGE[0] - MARGIN - BOXES
    return [start + part * BOXES / 3 + BOXES / 6 for part in range(3)]


def _columns(paper: Canvas, y: float) -> float:
    paper.setFont(BOLD, 9)
    for x, label in zip(_places(), (_("Agree"), _("Disagree"), _("Pass")), strict=True):
        paper.drawCentredString(x, y, label)
    return float(y - 5 * mm)


def _line(paper: Canvas, one: Statement, language: str, y: float) -> float:
    text, _language = one.words(language)
    lines = simpleSplit(text, PLAIN, 11, TEXT)
    paper.setFont(BOLD, 11)
    paper.drawRightString(MARGIN + 8 * mm, y, f"{one.number}.")
    paper.setFont(PLAIN, 11)
    for place, line in enumerate(lines):
        paper.drawString(MARGIN + 11 * mm, y - place * 13.5, line)
    for x in _places():
        paper.rect(x - BOX / 2, y - 1 * mm, BOX, BOX)
    return float(y - max(len(lines) * 13.5, 13.5) - 5)


def _foot(paper: Canvas, conversation: Conversation, y: float) -> None:
    if not conversation.takes_statements or y < MARGIN + 30 * mm:
        return
    asks = _("Is something missing? Write it here, in your own words:")
    y = _words(paper, asks, BOLD, 10, y - 4 * mm, WIDE) - 5 * mm
    for place in range(2):
        paper.line(MARGIN, y - place * 9 * mm, PAGE[0] - MARGIN, y - place * 9 * mm)
