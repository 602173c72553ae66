"""The report as a document to print, in either language, in our own typeface."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer

from gyda.need.conversations.models import Conversation
from gyda.need.map.models import Map
from gyda.need.map.picture import HEIGHT, WIDTH, Mark, Picture
from gyda.need.map.results import Account, account
from gyda.need.map.words import Entry
from gyda.people.models import Hub
from gyda.web.pdf import BOLD, PAGE, PLAIN, can_draw, letters
from gyda.web.units import moment

FIRST = 25  # statements of each list
GREYS = {"0": 0.25, "1": 0.55, "2": 0.75, "3": 0.4, "4": 0.65, "none": 1.0}


def _style(name: str, size: float, font: str = PLAIN, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.35, **more)


TITLE = _style("title", 20, BOLD, spaceAfter=4 * mm)
HEAD = _style("head", 14, BOLD, spaceBefore=6 * mm, spaceAfter=2 * mm)
SMALL_HEAD = _style("small head", 11, BOLD, spaceBefore=4 * mm, spaceAfter=1 * mm)
BODY = _style("body", 10.5, spaceAfter=2 * mm)
STATEMENT = _style("statement", 10.5, BOLD, leftIndent=6 * mm)
SAID = _style("said", 9, leftIndent=6 * mm, spaceAfter=2 * mm)


class Drawn(Flowable):  # type: ignore[misc]
    """The picture, in greys and shapes: a printer needs no colours for it."""

    def __init__(self, picture: Picture, width: float) -> None:
        super().__init__()
        self.picture, self.factor = picture, width / WIDTH
        self.width, self.height = width, HEIGHT * self.factor

    def draw(self) -> None:
        paper = self.canv
        paper.scale(self.factor, self.factor)
        for mark in self.picture.marks:
            self._mark(mark)
        paper.setFont(BOLD, 12)
        for name in self.picture.names:
            paper.setFillGray(1)
            paper.circle(name.x, HEIGHT - name.y, 9, stroke=1, fill=1)
            paper.setFillGray(0)
            paper.drawCentredString(name.x, HEIGHT - name.y - 4, name.name)

    def _mark(self, mark: Mark) -> None:
        paper = self.canv
        paper.setFillGray(GREYS[mark.kind])
        if not mark.points:
            paper.circle(mark.x, HEIGHT - mark.y, mark.r, stroke=1, fill=1)
            return
        shape = paper.beginPath()
        for number, pair in enumerate(mark.points.split()):
            x, y = map(float, pair.split(","))
            (shape.lineTo if number else shape.moveTo)(x, HEIGHT - y)
        shape.close()
        paper.drawPath(shape, stroke=1, fill=1)


def report_as_pdf(hub: Hub, conversation: Conversation, map_: Map, language: str) -> bytes:
    """Return the document."""
    letters()
    file = BytesIO()
    with override(language):
        title = _in(conversation, "title", language)
        paper = SimpleDocTemplate(
            file, pagesize=PAGE, title=title, creator="Gyda", lang=language, invariant=1,
            leftMargin=20 * mm, rightMargin=20 * mm, topMargin=18 * mm, bottomMargin=18 * mm,
        )  # fmt: skip
        said = account(conversation, map_, first=FIRST, language=language)
        content = list(story(hub, conversation, map_, said, language))
        paper.build(content, onFirstPage=_numbered, onLaterPages=_numbered)
    return file.getvalue()


def _in(thing: Any, name: str, language: str) -> str:
    return str(getattr(thing, f"{name}_{language}"))


def _numbered(paper: Any, _document: Any) -> None:
    paper.setFont(PLAIN, 8)
    paper.drawRightString(PAGE[0] - 20 * mm, 10 * mm, str(paper.getPageNumber()))


def _text(words: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(words), style)


def story(
    hub: Hub, conversation: Conversation, map_: Map, said: Account, language: str
) -> Iterator[Flowable]:
    """Yield what stands in the document, from its title to its last line."""
    yield _text(_in(conversation, "title", language), TITLE)
    yield _text(_in(hub, "name", language), BODY)
    yield _text(_in(conversation, "purpose", language), BODY)
    made = f"{_('As of:')} {moment(map_.made_at)}" if map_.made_at else ""
    yield _text(f"{said.summary} {made}", BODY)
    yield _text(_("The groups"), HEAD)
    yield from (_text(line, BODY) for line in said.grouping)
    yield KeepTogether(
        [Drawn(said.picture, PAGE[0] - 44 * mm), _text(said.picture.description, SAID)]
    )
    for group in said.groups:
        name = _("Group %(name)s: %(people)s") % {"name": group.name, "people": group.people}
        yield _text(name, SMALL_HEAD)
        yield from _entries(group.telling)
        if not group.telling:
            yield _text(_("No single statement surely sets it apart."), BODY)
    for section in said.sections:
        yield _text(section.title, HEAD)
        yield _text(section.about if section.entries else section.none, BODY)
        yield from _entries(section.entries)
    if said.guard:
        yield _text(_("Answers that were left out"), HEAD)
        yield from (_text(line, BODY) for line in said.guard)
    yield Spacer(1, 4 * mm)
    yield _text(
        _(
            "It informs; it decides nothing. Those who answered are not a sample of everyone who "
            "lives here."
        ),
        SAID,
    )


def _entries(entries: list[Entry]) -> Iterator[Flowable]:
    for number, one in enumerate(entries, start=1):
        said = " ".join(part for part in (one.said, one.sure, one.rank) if part)
        yield KeepTogether([_text(f"{number}. {_drawable(one)}", STATEMENT), _text(said, SAID)])


def _drawable(one: Entry) -> str:
    """Return the words, or where to find them when the typeface lacks their letters."""
    if can_draw(one.text):
        return one.text
    return _("Statement %(number)s (its letters cannot be printed here)") % {"number": one.number}
