"""A batch of notes as PDF: eight to a sheet of A4, with lines to cut along."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from gyda.deliver.paper.face import Face, Words, address, faces_of, words_of
from gyda.deliver.paper.models import Note, NoteBatch
from gyda.people.models import Hub
from gyda.web.pdf import BOLD, PAGE, PLAIN, canvas, draw_qr, fitting

COLUMNS, ROWS = 2, 4
MARGIN = 10 * mm
WIDTH = (PAGE[0] - 2 * MARGIN) / COLUMNS
HEIGHT = (PAGE[1] - 2 * MARGIN) / ROWS
PADDING = 5 * mm
QR = 30 * mm
WIDE = WIDTH - 2 * PADDING  # under the code for the camera
TEXT = WIDTH - QR - 3 * PADDING
SAME = "note"  # what all notes of a batch share is drawn once and used on each


def notes_as_pdf(hub: Hub, batch: NoteBatch, notes: Sequence[Note]) -> bytes:
    """Return the notes as a file to print."""
    file = BytesIO()
    both = words_of(hub, batch)
    paper = canvas(file, " · ".join(words.title for words in both), "cy")
    _draw_same(paper, both, address(hub))
    for place, face in _places(list(faces_of(hub, batch, notes))):
        if place == 0:
            _draw_cuts(paper)
        _draw(paper, face, *_corner(place))
        if place == COLUMNS * ROWS - 1:
            paper.showPage()
    paper.save()
    return file.getvalue()


def _places(faces: Sequence[Face]) -> Iterator[tuple[int, Face]]:
    for index, face in enumerate(faces):
        yield index % (COLUMNS * ROWS), face


def _corner(place: int) -> tuple[float, float]:
    row, column = divmod(place, COLUMNS)
    return MARGIN + column * WIDTH, PAGE[1] - MARGIN - (row + 1) * HEIGHT


def _draw_cuts(paper: Canvas) -> None:
    paper.setLineWidth(0.3)
    paper.setDash(2, 2)
    xs = [MARGIN + column * WIDTH for column in range(COLUMNS + 1)]
    ys = [MARGIN + row * HEIGHT for row in range(ROWS + 1)]
    paper.grid(xs, ys)
    paper.setDash()


def _draw_same(paper: Canvas, both: Sequence[Words], where: str) -> None:
    paper.beginForm(SAME, 0, 0, WIDTH, HEIGHT)
    top = HEIGHT - PADDING
    hubs = " · ".join(dict.fromkeys(words.hub for words in both))
    _line(paper, hubs, top - 3 * mm, 9, BOLD)
    _line(paper, " · ".join(words.title for words in both), top - 8 * mm, 9)
    for number, words in enumerate(both):
        _line(paper, words.value, top - (18 + 9 * number) * mm, 22, BOLD)
    for number, words in enumerate(both):
        _line(paper, words.how, PADDING + (24 - 4.2 * number) * mm, 9, width=WIDE)
    _line(paper, where.partition("://")[2], PADDING + 15.6 * mm, 9, width=WIDE)
    until = " · ".join(words.until for words in both if words.until)
    _line(paper, until, PADDING, 9, BOLD, width=WIDE)
    paper.endForm()


def _line(
    paper: Canvas, text: str, y: float, size: float, font: str = PLAIN, width: float = TEXT
) -> None:
    paper.setFont(font, fitting(text, font, size, width, least=4.5))
    paper.drawString(PADDING, y, text)


def _draw(paper: Canvas, face: Face, x: float, y: float) -> None:
    paper.saveState()
    paper.translate(x, y)
    paper.doForm(SAME)
    paper.setFont(BOLD, 14)
    paper.drawString(PADDING, PADDING + 7 * mm, face.code)
    paper.setFont(PLAIN, 9)
    paper.drawRightString(WIDTH - PADDING, PADDING + 7 * mm, face.shown_number)
    draw_qr(paper, face.qr, WIDTH - PADDING - QR, HEIGHT - PADDING - QR, QR)
    paper.restoreState()
