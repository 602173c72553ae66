"""Lists beside the two files: who sits or has left, and how likely groups are to leave."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Sequence

from gyda.methods.errors import BadInput
from gyda.methods.lottery.pool import Quota
from gyda.methods.lottery.reading import HEADERS, IDS
from gyda.methods.lottery.sheet import Sheet, folded, named, read_sheet

CHANCE = ("chance", "leaving", "dropout", "drop out", "probability", "siawns")


def read_ids(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids of a list: one a line, or the column of ids of a sheet.

    Raises Faults for ids that are not `known`, or come twice.

    >>> read_ids("id,why\\np2,ill\\np1,moved", ["p1", "p2"])
    ('p2', 'p1')
    """
    sheet = read_sheet(text, lambda header: header in IDS)
    headed = sheet.column(*IDS)
    if headed is None:
        sheet = read_sheet("id\n" + text.removeprefix("\ufeff"), lambda header: header in IDS)
    column, shift = headed or "id", int(headed is None)
    seen: dict[str, int] = {}
    for row in sheet.rows:
        person, line = row.cells[column], row.line - shift
        if person in seen:
            sheet.fault("id-twice", line, person=person, first=seen[person])
        elif person not in known:
            sheet.fault("not-in-list", line, person=person)
        seen.setdefault(person, line)
    if not sheet.rows:
        sheet.fault("no-people", 1)
    sheet.raise_faults()
    return tuple(seen)


def read_leaving(text: str, quotas: Sequence[Quota]) -> dict[tuple[str, str], float]:
    """Return how likely each group is to drop out, from category, feature and chance (0 to 1).

    Raises Faults for groups without a quota, and for what is no chance.
    """
    words = {*HEADERS["category"], *HEADERS["value"], *CHANCE}
    sheet = read_sheet(text, words.__contains__)
    category, value = sheet.column(*HEADERS["category"]), sheet.column(*HEADERS["value"])
    chance = sheet.column(*CHANCE)
    if category is None or value is None or chance is None:
        raise BadInput("missing-columns", line=1, columns="category, feature, chance")
    names = {(named(q.category), folded(q.value)): q.name for q in quotas}
    found: dict[tuple[str, str], float] = {}
    for row in sheet.rows:
        group = names.get((named(row.cells[category]), folded(row.cells[value])))
        if group is None:
            sheet.fault("no-quota-for", row.line, category=row.cells[category], value=row.cells[value])  # fmt: skip  # noqa: E501
        else:
            found[group] = _chance(sheet, row.line, row.cells[chance])
    sheet.raise_faults()
    return found


def _chance(sheet: Sheet, line: int, said: str) -> float:
    """Return a chance; 12 % is 0.12."""
    try:
        number = float(said.removesuffix("%")) / (100 if said.endswith("%") else 1)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        sheet.fault("no-chance", line, said=said)
    return number
