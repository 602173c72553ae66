"""A proposal on paper, in both languages: for meetings, and for people without internet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Paragraph, SimpleDocTemplate

from gyda.design.proposals.costing import Costs, add_up
from gyda.design.proposals.models import CostLine, Effect, Feasibility, Proposal, Version
from gyda.design.proposals.queries import costs_in, effects_in, feasibility_of, newest_of
from gyda.web import pdf
from gyda.web.units import day, hours, pounds

PLAIN = ParagraphStyle("plain", fontName=pdf.PLAIN, fontSize=12, leading=17, spaceAfter=3 * mm)
TITLE = ParagraphStyle("title", PLAIN, fontName=pdf.BOLD, fontSize=18, leading=23)
HEADING = ParagraphStyle("heading", PLAIN, fontName=pdf.BOLD, fontSize=14, leading=18)
SMALL = ParagraphStyle("small", PLAIN, fontSize=10, leading=14)
LINES = 5  # to write on


def proposal_as_pdf(proposal: Proposal) -> bytes:
    """Return the newest version: the language it was written in first, then the other."""
    pdf.letters()
    version, file = newest_of(proposal), BytesIO()
    paper = SimpleDocTemplate(
        file, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=20 * mm,
        bottomMargin=20 * mm, title=str(version.title), creator="Gyda", invariant=1,
    )  # fmt: skip
    said = [one for one in feasibility_of(proposal) if one.version_id == version.id]
    both = (costs_in(version), effects_in(version), said)
    pages = [*_side(proposal, version, version.language, *both)]
    if version.words("what", version.other):
        pages += [PageBreak(), *_side(proposal, version, version.other, *both)]
    paper.build(pages)
    return file.getvalue()


def _side(
    proposal: Proposal, version: Version, language: str, costs: list[CostLine],
    effects: list[Effect], said: list[Feasibility],
) -> Iterator[Flowable]:  # fmt: skip
    with override(language):
        title = getattr(proposal.initiative, f"title_{language}")
        yield Paragraph(escape(title), SMALL)
        yield Paragraph(escape(_in(version, "title", language)), TITLE)
        yield Paragraph(escape(_standing(proposal, version)), SMALL)
        for text in version.words("what", language).split("\n\n"):
            yield Paragraph(escape(text.strip()).replace("\n", "<br/>"), PLAIN)
        if language != version.language:
            yield Paragraph(escape(_("Translated by a person.")), SMALL)
        yield from _groups(effects, language)
        yield from _costs(costs, language)
        yield from _feasibility(said)
        yield Paragraph(escape(_("What would you change?")), HEADING)
        yield from _lines()


def _in(row: Any, name: str, language: str) -> str:
    """Return a text in a language, or else as it is there."""
    other = "en" if language == "cy" else "cy"
    return str(getattr(row, f"{name}_{language}") or getattr(row, f"{name}_{other}"))


def _standing(proposal: Proposal, version: Version) -> str:
    told = {"number": version.number, "day": day((version.published_at or version.at).date())}
    return f"{proposal.get_state_display()}. " + _("Version %(number)s, %(day)s") % told


def _groups(effects: list[Effect], language: str) -> Iterator[Flowable]:
    if effects:
        yield Paragraph(escape(_("Who gains and who loses")), HEADING)
    for effect in effects:
        group, gains, loses = (
            escape(_in(effect, name, language)) for name in ("group", "gains", "loses")
        )
        yield Paragraph(f"<b>{group}</b>", PLAIN)
        yield Paragraph(f"{escape(_('Gains:'))} {gains}<br/>{escape(_('Loses:'))} {loses}", PLAIN)


def _costs(costs: list[CostLine], language: str) -> Iterator[Flowable]:
    if not costs:
        return
    yield Paragraph(escape(_("What it costs")), HEADING)
    for line in costs:
        yield Paragraph(escape(f"{_in(line, 'what', language)}: {in_words(line)}"), PLAIN)
    yield Paragraph("<br/>".join(escape(words) for words in sums(add_up(costs))), PLAIN)


def in_words(line: CostLine) -> str:
    """Return what a line costs, how often, who pays and whose hours they are."""
    parts = [pounds(line.pence)] if line.pence else []
    parts += [hours(line.minutes)] if line.minutes else []
    amount = f"{' + '.join(parts)} {line.get_rhythm_display()}"
    payer = line.organisation.name if line.organisation else line.get_payer_display()
    told = [str(payer)] if line.pence else []
    told += [str(line.get_hours_of_display())] if line.minutes else []
    return f"{amount} ({line.get_purpose_display()}; {', '.join(told)})"


def sums(costs: Costs) -> list[str]:
    """Return the sums in words; hours are never turned into money."""
    told = [
        _("Once: %(pounds)s") % {"pounds": pounds(costs.pence_once)},
        _("Each year: %(pounds)s") % {"pounds": pounds(costs.pence_yearly)},
        _("Hours in the first year: %(hours)s") % {"hours": hours(costs.minutes)},
    ]
    if costs.saved_once or costs.saved_yearly:
        saved = {"once": pounds(costs.saved_once), "yearly": pounds(costs.saved_yearly)}
        words = _("Money no longer spent, not taken off: %(once)s once, %(yearly)s each year")
        told.append(words % saved)
    return told


def _feasibility(said: list[Feasibility]) -> Iterator[Flowable]:
    if said:
        yield Paragraph(escape(_("Can it be done?")), HEADING)
    for one in said:
        whose = f"{one.get_verdict_display()} ({one.organisation.name})"
        yield Paragraph(f"<b>{escape(whose)}</b><br/>{escape(one.because)}", PLAIN)


def _lines() -> Iterator[Flowable]:
    for _number in range(LINES):
        yield HRFlowable(width="100%", thickness=0.5, spaceBefore=7 * mm)
