"""The papers of a ballot as Pabulib files, one a pot: what is counted is what is published."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils import timezone

from gyda.decide.ballots.both import both
from gyda.decide.ballots.marks import numbers_on, points_on
from gyda.decide.ballots.models import Ballot, Kind, Method, Option, Paper, Ward
from gyda.methods import budgets
from gyda.methods.budgets.model import election
from gyda.methods.budgets.pabulib.tables import Row

KINDS = {Kind.APPROVE: "approval", Kind.RANK: "ordinal", Kind.POINTS: "cumulative"}
RULES = {Method.EQUAL_SHARES: "equalshares/add1", Method.GREEDY: "greedy"}
Mark = tuple[str, str, int]  # code, marks, votes


@dataclass(frozen=True)
class Pots:
    """What there is to count: the wards in their order, and last what all share."""

    ballot: Ballot
    wards: list[Ward]
    options: list[Option]
    papers: list[tuple[str, str, int, int | None]]

    def idle(self) -> list[Ward]:
        """Return the wards in which nobody voted: all of their money is left."""
        voted = {at for _code, _marks, _votes, at in self.papers}
        return [one for one in self.wards if one.number not in voted]

    def text(self, ward: Ward | None, received: Fraction = Fraction(0)) -> bytes:
        """Return one pot as a file; `received` is what wards left to what all share."""
        options = [one for one in self.options if one.ward_id == (ward.id if ward else None)]
        papers = [
            (code, marks, votes)
            for code, marks, votes, at in self.papers
            if ward is None or at == ward.number
        ]
        return _pot(self.ballot, options, papers, ward, received)


def pots_of(ballot: Ballot) -> Pots:
    """Return the papers of a ballot, ready to be written."""
    options = list(Option.objects.standing().filter(ballot=ballot).order_by("number"))
    rows = Paper.objects.filter(ballot=ballot).order_by("code", "marks")
    papers = list(rows.values_list("code", "marks", "votes", "ward"))
    return Pots(
        ballot, list(Ward.objects.filter(ballot=ballot).order_by("number")), options, papers
    )


def _pot(
    ballot: Ballot, options: list[Option], papers: list[Mark], ward: Ward | None, received: Fraction
) -> bytes:
    numbers = {one.number for one in options}
    lines = [(code, *_kept(marks, numbers), votes) for code, marks, votes in papers]
    pence = ward.pence if ward else ballot.pence or 0
    made = election(
        Fraction(pence, 100) + received,
        {str(one.number): Fraction(one.pence, 100) for one in options},
        _ballots(ballot, lines),
        _kind(ballot, lines),
    )
    named = {str(one.number): one for one in options}
    projects = tuple(_project(one, named[one.id]) for one in made.projects)
    made = budgets.Election(made.budget, projects, made.ballots, made.kind)
    document = budgets.document_of(made, _meta(ballot, ward, options, 100 * made.budget))
    columns, rows = document.project_columns, document.projects
    if ballot.kind == Kind.RANK:  # how places become points is for the rule to say
        columns, rows = _without(columns, rows, "score")
    votes = list(_votes(ballot, lines))
    return budgets.write(
        budgets.Document(document.meta, {}, columns, rows, document.vote_columns, votes, 0)
    )


def _without(
    columns: Sequence[str], rows: Sequence[Row], name: str
) -> tuple[Sequence[str], Sequence[Row]]:
    keep = [at for at, one in enumerate(columns) if one != name]
    return [columns[at] for at in keep], [(line, [row[at] for at in keep]) for line, row in rows]


def _kind(ballot: Ballot, lines: Iterable[tuple[str, list[int], list[int], int]]) -> str:
    if ballot.kind == Kind.POINTS and any(min(one[2], default=0) < 0 for one in lines):
        return "scoring"
    return KINDS[Kind(ballot.kind)]


def _kept(marks: str, numbers: set[int]) -> tuple[list[int], list[int]]:
    """Return what a paper says of the options of one pot."""
    chosen, points = numbers_on(marks), points_on(marks)
    places = [place for place, one in enumerate(chosen) if one in numbers]
    if points:
        places.sort(key=lambda place: -points[place])
    return [chosen[place] for place in places], [points[place] for place in places if points]


def _ballots(
    ballot: Ballot, lines: Iterable[tuple[str, list[int], list[int], int]]
) -> Iterator[budgets.Ballot]:
    for _code, chosen, points, votes in lines:
        given = tuple(map(Fraction, points)) if ballot.kind == Kind.POINTS else None
        yield budgets.Ballot(tuple(map(str, chosen)), given, Fraction(votes))


def _votes(ballot: Ballot, lines: Iterable[tuple[str, list[int], list[int], int]]) -> Iterator[str]:
    """Give a line a voter under their receipt; without one they are numbered."""
    number = 0
    for code, chosen, points, votes in lines:
        said = ",".join(map(str, chosen))
        said += ";" + ",".join(map(str, points)) if ballot.kind == Kind.POINTS else ""
        for _vote in range(votes):
            number += 1
            yield f"{code or number};{said}"


def _project(project: budgets.Project, option: Option) -> budgets.Project:
    names = dict.fromkeys(both(option, "title"))
    return budgets.Project(project.id, project.cost, " / ".join(names))


def _meta(
    ballot: Ballot, ward: Ward | None, options: list[Option], pence: Fraction
) -> dict[str, str]:
    """Return what stands at the top, in the order that Pabulib's checker asks for."""
    names = dict.fromkeys(both(ballot, "title"))
    day = "{0.day:02}.{0.month:02}.{0.year}"
    begins, ends = timezone.localdate(ballot.opens_at), timezone.localdate(ballot.closes_at)
    meta = {
        "description": " / ".join(names),
        "country": "Worldwide" if ballot.is_import else "United Kingdom",
        "unit": both(ballot.hub, "name")[1],
        "subunit": both(ward, "name")[1] if ward else "",
        "instance": str(ends.year),
        "rule": RULES[Method(ballot.method)],
        "date_begin": day.format(begins),
        "date_end": day.format(ends),
        "max_length": str(ballot.most or ""),
        "max_sum_points": str(ballot.points or ""),
        "language": "" if ballot.is_import else "cy",
        "currency": ballot.currency,
        "fully_funded": "1" if sum(one.pence for one in options) <= pence else "",
        "comment": _comment(ballot, options),
    }
    return {key: value for key, value in meta.items() if value}


def _comment(ballot: Ballot, options: list[Option]) -> str:
    """Return what the format has no key for, numbered as it asks."""
    groups: dict[int, list[str]] = {}
    for one in options:
        if one.rivals:
            groups.setdefault(one.rivals, []).append(str(one.number))
    said = [
        "Held elsewhere: the dates are those of the day on which it was brought in."
        if ballot.is_import
        else "Cymru / Wales. Teitlau yn Gymraeg ac yn Saesneg / Titles in Welsh and English.",
        *(f"One of these at most can win: {', '.join(group)}." for group in groups.values()),
    ]
    return " ".join(f"#{number}: {words}" for number, words in enumerate(said, 1))
