"""An open letter as PDF in both languages: its words, its figures, the names for the public."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from html import escape
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from gyda.need.open_letters.models import Kind, OpenLetter, Signature
from gyda.need.open_letters.queries import public_signatures, shown_count
from gyda.web import pdf
from gyda.web.units import day

PLAIN = ParagraphStyle("plain", fontName=pdf.PLAIN, fontSize=12, leading=17, spaceAfter=4 * mm)
HEADING = ParagraphStyle("heading", PLAIN, fontName=pdf.BOLD, fontSize=16, leading=20)
SMALL = ParagraphStyle("small", PLAIN, fontSize=10, leading=14)
MOST = 5_000  # names in one document; the table has them all


def letter_as_pdf(letter: OpenLetter) -> bytes:
    """Return the letter: the language it was written in first, then the other, then the names."""
    pdf.letters()
    file = BytesIO()
    paper = SimpleDocTemplate(
        file, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=20 * mm,
        bottomMargin=20 * mm, title=str(letter.title), creator="Gyda", invariant=1,
    )  # fmt: skip
    names = list(public_signatures(letter)[:MOST])
    first = letter.original
    paper.build([*_side(letter, first, names), PageBreak(), *_side(letter, other(first), names)])
    return file.getvalue()


def other(language: str) -> str:
    return "en" if language == "cy" else "cy"


def _side(letter: OpenLetter, language: str, names: list[Signature]) -> Iterator[Flowable]:
    with override(language):
        yield Paragraph(escape(getattr(letter, f"title_{language}")), HEADING)
        yield Paragraph(escape(_("To: %(name)s") % {"name": _recipient(letter, language)}), PLAIN)
        for text in getattr(letter, f"text_{language}").split("\n\n"):
            yield Paragraph(escape(text.strip()).replace("\n", "<br/>"), PLAIN)
        yield Paragraph(escape(_figures(letter)), PLAIN)
        if language != letter.original:
            yield Paragraph(escape(str(letter.get_translated_display())), SMALL)
        if letter.delivered_on:
            told = {"day": day(letter.delivered_on), "name": letter.delivered_to}
            yield Paragraph(escape(_("Delivered on %(day)s to: %(name)s") % told), SMALL)
        yield from _names(_("Organisations that signed"), names, Kind.ORGANISATION)
        yield from _names(_("People who signed and show their names"), names, Kind.PERSON)


def _recipient(letter: OpenLetter, language: str) -> str:
    if letter.organisation is not None:
        return str(getattr(letter.organisation, f"name_{language}"))
    return str(getattr(letter, f"recipient_{language}"))


def _figures(letter: OpenLetter) -> str:
    count = letter.organisations
    bodies = ngettext("%(n)s organisation", "%(n)s organisations", count) % {"n": count}
    people = shown_count(letter.persons)
    if people is None:
        return _("Signed by fewer than five people and %(bodies)s.") % {"bodies": bodies}
    persons = ngettext("%(n)s person", "%(n)s people", people) % {"n": people}
    return _("Signed by %(persons)s and %(bodies)s.") % {"persons": persons, "bodies": bodies}


def _names(heading: str, names: list[Signature], kind: Kind) -> Iterator[Flowable]:
    chosen = [row.name for row in names if row.kind == kind]
    if chosen:
        yield Paragraph(escape(heading), HEADING)
        yield Paragraph(escape(", ".join(chosen)), SMALL)
