"""Reads and writes the table of who lives here, as CSV."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gyda.heard.models.about import CLOSED, GROUPS, Sex

NAMES = {
    "question": ("question", "cwestiwn"),
    "group": ("group", "grŵp", "grwp"),
    "people": ("people", "population", "pobl", "poblogaeth"),
}
HEADING = ("question", "group", "words", "people")
MAY_LACK = {Sex.OTHER.value}  # few censuses have it
MOST_FAULTS = 10


@dataclass(frozen=True)
class Read:
    """What was read; with faults, nothing of it counts."""

    population: dict[str, dict[str, int]]
    faults: list[str]


def template_rows(filled: Mapping[str, Mapping[str, int]]) -> Iterator[Sequence[object]]:
    """Yield a row for each group, in the reader's language beside the code, to be filled in."""
    for question in CLOSED:
        for group in GROUPS[question]:
            people = filled.get(question, {}).get(group.value, "")
            yield str(question), group.value, group.label, people


def read(text: str) -> Read:
    """Return the people of each group, or what is wrong, row by row.

    >>> read("question,group,people\\nCARING,YES,105\\nCARING,NO,895").population
    {'CARING': {'YES': 105, 'NO': 895}}
    """
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))
    except csv.Error:
        return Read({}, [_("This is no table of text: save it as CSV (UTF-8)")])
    columns = _columns(lines[0]) if lines else {}
    if len(columns) < len(NAMES):
        return Read({}, [_("The first row must name three columns: question, group, people")])
    found: dict[str, dict[str, int]] = {}
    faults = []
    for number, cells in enumerate(lines[1:], start=2):
        fault = _take(cells, columns, found)
        if fault:
            faults.append(_("Row %(number)s: %(fault)s") % {"number": number, "fault": fault})
    return Read(found, [*faults, *lacking(found)][:MOST_FAULTS])


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.partition("\n")[0].count)


def _columns(heading: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(heading):
        for name, spelt in NAMES.items():
            if cell.strip().lower().lstrip("\ufeff") in spelt:
                found.setdefault(name, place)
    return found


def _take(
    cells: Sequence[str], columns: dict[str, int], found: dict[str, dict[str, int]]
) -> str | None:
    """Put a row among what was found, or return what is wrong with it."""
    if not any(cell.strip() for cell in cells):
        return None
    if len(cells) <= max(columns.values()):
        return _("a cell is missing")
    question, group, people = (cells[columns[name]].strip() for name in NAMES)
    if question.upper() not in CLOSED:
        return _("there is no such question: %(name)s") % {"name": question[:40]}
    if group.upper() not in GROUPS[question.upper()].values:
        return _("there is no such group: %(name)s") % {"name": group[:40]}
    if not people:
        return None  # a row of the template that was left empty
    number = people.replace(",", "").replace(" ", "")
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        return _("the number of people is a whole number")
    if group.upper() in found.setdefault(question.upper(), {}):
        return _("this group stands there twice: %(name)s") % {"name": group[:40]}
    found[question.upper()][group.upper()] = int(number)
    return None


def lacking(population: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Say which groups are missing: a question has all of its groups, or none."""
    faults = []
    for question, groups in population.items():
        for group in GROUPS[question]:
            if group.value not in groups and group.value not in MAY_LACK:
                said = {"question": question, "group": group.value}
                faults.append(_("A group is missing: %(question)s, %(group)s") % said)
        if not sum(groups.values()):
            faults.append(_("Nobody lives here by this question: %(name)s") % {"name": question})
    return faults or ([] if population else [_("There is no row in this table")])
