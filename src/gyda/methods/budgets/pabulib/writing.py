"""Writes a `.pb` file: the same document again, or one made from an election of one's own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from io import StringIO

from gyda.methods.budgets.model import Election
from gyda.methods.budgets.pabulib.tables import Document
from gyda.methods.budgets.scores import scores, supporters
from gyda.methods.errors import BadInput

FIRST = ("description", "country", "unit", "district", "subunit", "instance", "num_projects")
THEN = ("num_votes", "budget", "vote_type", "rule", "date_begin", "date_end")
ORDER = FIRST + THEN


def write(document: Document) -> bytes:
    """Write a document as UTF-8, lines ending in a line feed, quotes only where needed."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    out.write("META\nkey;value\n")
    writer.writerows(document.meta.items())
    out.write("PROJECTS\n")
    writer.writerow(document.project_columns)
    writer.writerows(row for _, row in document.projects)
    out.write("VOTES\n")
    writer.writerow(document.vote_columns)
    out.writelines(line + "\n" for line in document.votes)
    return out.getvalue().encode()


def document_of(
    election: Election,
    meta: Mapping[str, str] | None = None,
    selected: Iterable[str] | None = None,
) -> Document:
    """Make a document of an election, one line per voter, numbered from 1.

    `meta` gives or replaces keys (pabulib.org asks for description, country, unit, instance,
    rule, date_begin and date_end); the counts, the budget and the type are filled in. With
    `selected` the column of that name says who won. Raises `BadInput` when a weight is not
    a whole number: the format knows no other.
    """
    given = {**election.meta, **(meta or {})}
    given |= {
        "num_projects": str(len(election.projects)),
        "num_votes": str(election.voters),
        "budget": plain(election.budget),
        "vote_type": election.kind,
    }
    keys = sorted(given, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    columns, projects = _projects(election, set(selected) if selected is not None else None)
    vote_columns = ["voter_id", "vote", *(["points"] if _pointed(election) else [])]
    votes = list(_votes(election))
    return Document(
        {key: given[key] for key in keys}, {}, columns, projects, vote_columns, votes, 0
    )


def plain(number: Fraction | int) -> str:
    """Return a number as a decimal when it is one, else as a fraction.

    >>> plain(Fraction(5, 2)), plain(Fraction(7)), plain(Fraction(1, 3))
    ('2.5', '7', '1/3')
    """
    number = Fraction(number)
    for places in range(30):
        if (number * 10**places).denominator == 1:
            digits = f"{abs(int(number * 10**places)):0{places + 1}d}"
            whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
            return ("-" if number < 0 else "") + whole + ("." + part if part else "")
    return str(number)


def _pointed(election: Election) -> bool:
    return election.kind in ("cumulative", "scoring")


def _projects(
    election: Election, selected: set[str] | None
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    counted = "votes" if election.ballots.points is None else "score"
    own = ("project_id", "cost", "votes", "score", "name", "selected")
    facts = sorted({name for one in election.projects for name in one.facts} - set(own))
    columns = ["project_id", "cost", "votes"] + (["score"] if counted == "score" else [])
    columns += ["name", *(["selected"] if selected is not None else []), *facts]
    votes, points = supporters(election), scores(election)
    rows = []
    for k, one in enumerate(election.projects):
        told = {"project_id": one.id, "cost": plain(one.cost), "votes": plain(votes[k])}
        told |= {"score": plain(points[k]), "name": one.name}
        told["selected"] = str(int(one.id in selected)) if selected is not None else ""
        rows.append((0, [told.get(name) or one.facts.get(name, "") for name in columns]))
    return columns, rows


def _votes(election: Election) -> Iterable[str]:
    voter, ballots = 0, election.ballots
    for i, row in enumerate(ballots.rows):
        weight = Fraction(ballots.weights[i])
        if weight.denominator != 1:
            raise BadInput("weight-not-whole", weight=str(weight))
        fields = _fields(election, row, ballots.points[i] if ballots.points else ())
        for _ in range(int(weight)):
            voter += 1
            yield f"{voter};{fields}"


def _fields(election: Election, row: Sequence[int], points: Sequence[Fraction | int]) -> str:
    ids = [election.projects[k].id for k in row]
    if election.kind == "ordinal":
        return ",".join(one for _, one in sorted(zip(points, ids, strict=True)))
    if _pointed(election):
        return ",".join(ids) + ";" + ",".join(plain(one) for one in points)
    return ",".join(ids)
