"""From the tables of a `.pb` file to an election: every number exact, every fault with its line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Sequence
from fractions import Fraction
from types import MappingProxyType

from gyda.methods.budgets.model import KINDS, Election, Project, counted, exactly, natural
from gyda.methods.budgets.pabulib.papers import papers_of
from gyda.methods.budgets.pabulib.tables import Document, Row, tables_of
from gyda.methods.budgets.scores import scores, supporters
from gyda.methods.errors import BadInput

# Thousands parted by spaces, and a comma before one or two decimals: these mean only one thing.
_GAP = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_COMMA = re.compile(r"\d{1,30}(,\d{1,2})?")
Warnings = list[tuple[str, MappingProxyType[str, str]]]


def read(content: bytes | str) -> Election:
    """Read a `.pb` file (UTF-8): any ballot type, quoted fields, columns in any order.

    Raises `BadInput` with line and values: a file cut short, wrong columns, costs that are not
    above zero, ids that come twice or are unknown. What is odd but countable is a warning of
    the election: more ballots than `num_votes`, a project twice on one ballot; and also fewer
    ballots or projects than said, a voter who comes twice, marks for what is no project, if
    the votes that the file prints by its projects are those that its ballots give.

    >>> small = read("META\\nkey;value\\nbudget;9\\nPROJECTS\\nproject_id;cost\\n1;9\\n"
    ...              "VOTES\\nvoter_id;vote\\n7;1\\n")
    >>> small.budget, small.projects[0].id, small.voters
    (Fraction(9, 1), '1', 1)
    """
    return election_of(tables_of(content))


def election_of(document: Document) -> Election:
    """Make the election of a document that was taken apart before."""
    kind = _kind(document)
    warnings: Warnings = []
    projects = _projects(document, warnings)
    position = {one.id: k for k, one in enumerate(projects)}
    merged, warned, doubts = papers_of(document, position, kind)
    warnings += [(code, MappingProxyType(values)) for code, values in warned]
    doubts += _count_projects(document, len(projects), warnings)
    meta = MappingProxyType(dict(document.meta))
    budget = _budget(document, warnings)
    warnings += [_cleared(one) for one in doubts]
    found = Election(budget, projects, merged, kind, meta, tuple(warnings))
    if doubts and not borne_out(found):
        raise doubts[0]
    return found


def _cleared(doubt: BadInput) -> tuple[str, MappingProxyType[str, str]]:
    values = {name: str(value) for name, value in doubt.values.items()}
    return doubt.code, MappingProxyType(values)


def borne_out(election: Election) -> bool:
    """Tell whether the votes or scores that a file prints are those that its ballots give."""
    printed = 0
    for column, counted_here in (("votes", supporters(election)), ("score", scores(election))):
        told = [one.facts.get(column, "") for one in election.projects]
        if all(told):
            printed += 1
            if [exactly(one) for one in told] != counted_here:
                return False
    return printed > 0


def _kind(document: Document) -> str:
    kind = document.meta.get("vote_type", "approval").strip().lower() or "approval"
    if kind not in KINDS:
        line = document.meta_lines.get("vote_type")
        raise BadInput("unknown-ballots", line=line, kind=kind, known=", ".join(KINDS))
    if kind == "ordinal" and "points" in document.vote_columns:
        return "scoring"  # the city's own points for the places
    return kind


def _budget(document: Document, warnings: Warnings) -> Fraction:
    line = document.meta_lines.get("budget")
    if line is None:
        raise BadInput("no-budget")
    return _positive("budget", "budget", document.meta["budget"], line, warnings)


def _positive(what: str, project: str, text: str, line: int, warnings: Warnings) -> Fraction:
    number = exactly(text)
    if number is None and _COMMA.fullmatch(plain := _GAP.sub("", text.strip())):
        number = exactly(plain.replace(",", "."))
        if not any(code == "number-written-oddly" for code, _ in warnings):
            warnings.append(("number-written-oddly", MappingProxyType({"value": text})))
    if number is None:
        raise BadInput(f"{what}-not-a-number", line=line, project=project, value=text)
    if number <= 0:
        raise BadInput(f"{what}-not-positive", line=line, project=project, value=text)
    return number


def _projects(document: Document, warnings: Warnings) -> tuple[Project, ...]:
    columns = document.project_columns
    for needed in ("project_id", "cost"):
        if needed not in columns:
            line = document.projects[0][0] - 1 if document.projects else None
            raise BadInput("no-column", line=line, section="PROJECTS", column=needed)
    if not document.projects:
        raise BadInput("no-projects")
    seen: dict[str, int] = {}
    found = []
    for row in document.projects:
        project = _project(columns, row, warnings)
        if project.id in seen:
            raise BadInput("project-twice", line=row[0], project=project.id, first=seen[project.id])
        seen[project.id] = row[0]
        found.append(project)
    return tuple(sorted(found, key=lambda one: natural(one.id)))


def _project(names: Sequence[str], row: Row, warnings: Warnings) -> Project:
    line, cells = row
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        raise BadInput("wrong-columns", line=line, found=len(cells), expected=len(names))
    facts = dict(zip(names, (cell.strip() for cell in cells), strict=False))
    if "cost" not in facts or not facts.get("project_id"):
        raise BadInput("wrong-columns", line=line, found=len(cells), expected=len(names))
    cost = _positive("cost", facts["project_id"], facts["cost"], line, warnings)
    return Project(facts["project_id"], cost, facts.get("name", ""), MappingProxyType(facts))


def _count_projects(document: Document, found: int, warnings: Warnings) -> list[BadInput]:
    told = document.meta.get("num_projects", "")
    said = counted(told)
    if said is not None and said > found:
        line = document.meta_lines["num_projects"]
        return [BadInput("projects-missing", line=line, said=said, found=found)]
    if said is not None and said < found:
        values = MappingProxyType({"said": told, "found": str(found)})
        warnings.append(("more-projects-than-said", values))
    return []
