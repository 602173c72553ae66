"""The papers of a ballot as Pabulib files, one a pot: what is counted is what is published."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from django.utils import timezone

from gyda.decide.ballots.both import both
from gyda.decide.ballots.marks import numbers_on, points_on
from gyda.decide.ballots.models import Ballot, Kind, Method, Option, Paper, Ward
from gyda.methods import budgets
from gyda.methods.budgets.model import election

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
        KINDS[Kind(ballot.kind)],
    )
    named = {str(one.number): one for one in options}
    projects = tuple(_project(one, named[one.id]) for one in made.projects)
    made = budgets.Election(made.budget, projects, made.ballots, made.kind)
    document = budgets.document_of(made, _meta(ballot, ward))
    votes = list(_votes(ballot, lines))
    return budgets.write(
        budgets.Document(
            document.meta,
            {},
            document.project_columns,
            document.projects,
            document.vote_columns,
            votes,
            0,
        )  # fmt: skip
    )


def _kept(marks: str, numbers: set[int]) -> tuple[list[int], list[int]]:
    """Return what a paper says of the options of one pot."""
    chosen, points = numbers_on(marks), points_on(marks)
    places = [place for place, one in enumerate(chosen) if one in numbers]
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
    facts = {"rivals": str(option.rivals)} if option.rivals else {}
    return budgets.Project(project.id, project.cost, " / ".join(names), MappingProxyType(facts))


def _meta(ballot: Ballot, ward: Ward | None) -> dict[str, str]:
    names = dict.fromkeys(both(ballot, "title"))
    day = "{0.day:02}.{0.month:02}.{0.year}"
    begins, ends = timezone.localdate(ballot.opens_at), timezone.localdate(ballot.closes_at)
    meta = {
        "description": " / ".join(names),
        "country": "Wales",
        "unit": both(ballot.hub, "name")[1],
        "instance": str(ends.year),
        "currency": ballot.currency,
        "rule": RULES[Method(ballot.method)],
        "date_begin": day.format(begins),
        "date_end": day.format(ends),
        "language": "cy, en",
    }
    meta |= {"subunit": both(ward, "name")[1]} if ward else {}
    meta |= {"max_length": str(ballot.most)} if ballot.most else {}
    meta |= {"max_sum_points": str(ballot.points)} if ballot.points else {}
    return meta
