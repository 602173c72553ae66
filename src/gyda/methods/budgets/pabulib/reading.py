"""From the tables of a `.pb` file to an election: every number exact, every fault with its line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from fractions import Fraction
from types import MappingProxyType

from gyda.methods.budgets.model import KINDS, Election, Project, counted, exactly, natural
from gyda.methods.budgets.pabulib.papers import papers_of
from gyda.methods.budgets.pabulib.tables import Document, Row, tables_of
from gyda.methods.errors import BadInput

Warnings = list[tuple[str, MappingProxyType[str, str]]]


def read(content: bytes | str) -> Election:
    """Read a `.pb` file (UTF-8): any ballot type, quoted fields, columns in any order.

    Raises `BadInput` with line and values: a file cut short, wrong columns, costs that are not
    above zero, ids that come twice or are unknown. What is odd but countable is a warning of
    the election: more ballots than `num_votes`, a project twice on one ballot.

    >>> small = read("META\\nkey;value\\nbudget;9\\nPROJECTS\\nproject_id;cost\\n1;9\\n"
    ...              "VOTES\\nvoter_id;vote\\n7;1\\n")
    >>> small.budget, small.projects[0].id, small.voters
    (Fraction(9, 1), '1', 1)
    """
    return election_of(tables_of(content))


def election_of(document: Document) -> Election:
    """Make the election of a document that was taken apart before."""
    kind = _kind(document)
    projects = _projects(document)
    position = {one.id: k for k, one in enumerate(projects)}
    merged, warned = papers_of(document, position, kind)
    warnings = [(code, MappingProxyType(values)) for code, values in warned]
    _count_projects(document, len(projects), warnings)
    meta = MappingProxyType(dict(document.meta))
    return Election(_budget(document), projects, merged, kind, meta, tuple(warnings))


def _kind(document: Document) -> str:
    kind = document.meta.get("vote_type", "approval").strip().lower() or "approval"
    if kind not in KINDS:
        line = document.meta_lines.get("vote_type")
        raise BadInput("unknown-ballots", line=line, kind=kind, known=", ".join(KINDS))
    return kind


def _budget(document: Document) -> Fraction:
    line = document.meta_lines.get("budget")
    if line is None:
        raise BadInput("no-budget")
    return _positive("budget", "budget", document.meta["budget"], line)


def _positive(what: str, project: str, text: str, line: int) -> Fraction:
    number = exactly(text)
    if number is None:
        raise BadInput(f"{what}-not-a-number", line=line, project=project, value=text)
    if number <= 0:
        raise BadInput(f"{what}-not-positive", line=line, project=project, value=text)
    return number


def _projects(document: Document) -> tuple[Project, ...]:
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
        project = _project(columns, row)
        if project.id in seen:
            raise BadInput("project-twice", line=row[0], project=project.id, first=seen[project.id])
        seen[project.id] = row[0]
        found.append(project)
    return tuple(sorted(found, key=lambda one: natural(one.id)))


def _project(names: Sequence[str], row: Row) -> Project:
    line, cells = row
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        raise BadInput("wrong-columns", line=line, found=len(cells), expected=len(names))
    facts = dict(zip(names, (cell.strip() for cell in cells), strict=False))
    if "cost" not in facts or not facts.get("project_id"):
        raise BadInput("wrong-columns", line=line, found=len(cells), expected=len(names))
    cost = _positive("cost", facts["project_id"], facts["cost"], line)
    return Project(facts["project_id"], cost, facts.get("name", ""), MappingProxyType(facts))


def _count_projects(document: Document, found: int, warnings: Warnings) -> None:
    told = document.meta.get("num_projects", "")
    said = counted(told)
    if said is not None and said > found:
        line = document.meta_lines["num_projects"]
        raise BadInput("projects-missing", line=line, said=said, found=found)
    if said is not None and said < found:
        values = MappingProxyType({"said": told, "found": str(found)})
        warnings.append(("more-projects-than-said", values))
