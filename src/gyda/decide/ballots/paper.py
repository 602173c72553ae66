"""Ballot papers as PDF: the options with a box each, and the paper's words twice, to keep one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from gyda.decide.ballots.forms.voting import ANSWERS, CONSENT, hint_of
from gyda.decide.ballots.models import Ballot, Kind, Option, Sheet
from gyda.web.pdf import BOLD, PAGE, PLAIN, canvas

MARGIN = 18 * mm
WIDE = PAGE[0] - 2 * MARGIN
BOX = 7 * mm
FOOT = MARGIN + 28 * mm  # the strip that the voter keeps
LARGE, SMALL = 14, 12  # points: nothing on a paper is smaller than what most people can read


def papers_as_pdf(
    ballot: Ballot,
    sheets: Sequence[Sheet],
    options: Sequence[Option],
    language: str,
    ward: str = "",
) -> bytes:
    """Return a paper for each sheet, of as many pages as its options need."""
    file = BytesIO()
    with override(language):
        pdf = canvas(file, str(ballot.title), language)
        lines = _lines(ballot, options)
        for sheet in sheets:
            _paper(pdf, ballot, sheet, lines, ward)
        pdf.save()
    return file.getvalue()


def _lines(ballot: Ballot, options: Sequence[Option]) -> list[tuple[str, str]]:
    if ballot.is_plain:
        answers = CONSENT if ballot.kind == Kind.CONSENT else ANSWERS
        return [(str(words), "") for _code, words in answers]
    return [(f"{one.number}. {one.title}", hint_of(one)) for one in options]


def _paper(
    pdf: Canvas, ballot: Ballot, sheet: Sheet, lines: Sequence[tuple[str, str]], ward: str
) -> None:
    y = _head(pdf, ballot, sheet, ward)
    for title, hint in lines:
        titles = simpleSplit(title, BOLD, LARGE, WIDE - BOX - 5 * mm)
        hints = simpleSplit(hint, PLAIN, SMALL, WIDE - BOX - 5 * mm)
        high = len(titles) * (LARGE + 3) + len(hints) * (SMALL + 3) + 10
        if y - high < FOOT:
            pdf.showPage()
            y = _head(pdf, ballot, sheet, ward)
        pdf.rect(MARGIN, y - BOX + 3 * mm, BOX, BOX)
        y = _written(pdf, titles, BOLD, LARGE, y)
        y = _written(pdf, hints, PLAIN, SMALL, y) - 10
    _strip(pdf, ballot, sheet)
    pdf.showPage()


def _written(pdf: Canvas, lines: Sequence[str], font: str, size: int, y: float) -> float:
    pdf.setFont(font, size)
    for line in lines:
        pdf.drawString(MARGIN + BOX + 5 * mm, y, line)
        y -= size + 3
    return y


def _head(pdf: Canvas, ballot: Ballot, sheet: Sheet, ward: str) -> float:
    y = PAGE[1] - MARGIN
    pdf.setFont(BOLD, SMALL)
    pdf.drawRightString(PAGE[0] - MARGIN, y, sheet.code)
    words = ((BOLD, 18, str(ballot.title)), (BOLD, LARGE, ward), (PLAIN, SMALL, how_to(ballot)))
    for font, size, text in (one for one in words if one[2]):
        pdf.setFont(font, size)
        for line in simpleSplit(text, font, size, WIDE - 50 * mm):
            pdf.drawString(MARGIN, y, line)
            y -= size * 1.3
        y -= 2 * mm
    return float(y - 4 * mm)


def how_to(ballot: Ballot) -> str:
    """Say what one does with this paper."""
    words = {
        Kind.APPROVE: _("Put a cross into the box of each option that you want."),
        Kind.RANK: _("Write 1 into the box of the best, 2 into the next, and so on."),
        Kind.POINTS: _("Write points into the boxes: %(points)s in all.")
        % {"points": ballot.points},
    }
    said = words.get(Kind(ballot.kind), _("Put a cross into one box."))
    most = _("At most %(most)s options.") % {"most": ballot.most} if ballot.most else ""
    keep = _("Fold the paper and put it into the box. Write no name on it.")
    return " ".join(part for part in (said, most, keep) if part)


def _strip(pdf: Canvas, ballot: Ballot, sheet: Sheet) -> None:
    pdf.setDash(3, 3)
    pdf.line(MARGIN, FOOT - 4 * mm, PAGE[0] - MARGIN, FOOT - 4 * mm)
    pdf.setDash()
    pdf.setFont(PLAIN, SMALL)
    keep = _("Tear this off and keep it. By these words you find your paper in the published list:")
    y = FOOT - 11 * mm
    for line in simpleSplit(keep, PLAIN, SMALL, WIDE):
        pdf.drawString(MARGIN, y, line)
        y -= SMALL + 3
    pdf.setFont(BOLD, LARGE)
    pdf.drawString(MARGIN, y - 3, sheet.code)
