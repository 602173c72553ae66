"""The practitioners' two files, respondents and quotas, read with every fault at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gyda.methods.errors import BadInput
from gyda.methods.lottery.households import same_home
from gyda.methods.lottery.pool import Person, Pool, Quota

HEADERS = {
    "category": ("category", "feature category", "categori"),
    "value": ("feature", "value", "name", "gwerth"),
    "least": ("min", "minimum", "least", "lleiaf"),
    "most": ("max", "maximum", "most", "mwyaf"),
    "lowest": ("min_flex", "min flex"),
    "highest": ("max_flex", "max flex"),
}
IDS = ("id", "nationbuilder_id", "person_id", "respondent_id", "unique_id", "name")


class Faults(BadInput):
    """Every fault of a file at once; `faults` lists them, this one is the first."""

    def __init__(self, faults: Sequence[BadInput]) -> None:
        """Take on the first fault and keep all."""
        first = faults[0]
        super().__init__(first.code, line=first.line)
        self.values = first.values
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Row:
    """A row of a file: where it is, and its cells by folded header."""

    line: int
    cells: Mapping[str, str]


def _rows(text: str) -> tuple[list[str], list[Row]]:
    """Return the headers, stripped, and the rows that are not blank."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    rows: list[Row] = []
    headers: list[str] = []
    try:
        headers = [cell.strip() for cell in next(reader, [])]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = dict(zip(headers, (cell.strip() for cell in cells), strict=False))
                rows.append(Row(reader.line_num, row))
    except csv.Error as error:
        raise BadInput("not-csv", line=reader.line_num, reason=str(error)) from None
    return headers, rows


def read_quotas(text: str) -> tuple[Quota, ...]:
    """Return the quotas of a file with category, feature, min, max (min_flex, max_flex).

    Raises Faults (a BadInput) with every fault found.
    """
    headers, rows = _rows(text)
    names = _columns(headers)
    faults: list[BadInput] = []
    quotas: list[Quota] = []
    for row in rows:
        found = [_quota(row, names, faults)]
        quotas += [quota for quota in found if quota]
    seen: dict[tuple[str, str], int] = {}
    for row, quota in zip(rows, quotas, strict=False):
        if quota.name in seen:
            faults.append(BadInput("quota-twice", line=row.line, value=quota.value, first=seen[quota.name]))  # fmt: skip  # noqa: E501
        seen.setdefault(quota.name, row.line)
    if not rows:
        faults.append(BadInput("no-quotas", line=1))
    if faults:
        raise Faults(faults)
    return tuple(quotas)


def _columns(headers: Sequence[str]) -> dict[str, str]:
    """Return which column is which, whatever it is called in the field."""
    folded = {header.casefold(): header for header in headers}
    names = {
        key: next((folded[word] for word in words if word in folded), "")
        for key, words in HEADERS.items()
    }
    if not names["category"] and "feature" in folded and "value" in folded:
        names |= {"category": folded["feature"], "value": folded["value"]}
    missing = [HEADERS[key][0] for key in ("category", "value", "least", "most") if not names[key]]
    if missing:
        raise BadInput("missing-columns", line=1, columns=", ".join(missing))
    return names


def _quota(row: Row, names: Mapping[str, str], faults: list[BadInput]) -> Quota | None:
    cells = {key: row.cells.get(name, "") if name else "" for key, name in names.items()}
    blank = [key for key in ("category", "value") if not cells[key]]
    if blank:
        faults.append(BadInput("blank-cell", line=row.line, column=names[blank[0]]))
    numbers: dict[str, int | None] = {}
    for key in ("least", "most", "lowest", "highest"):
        try:
            numbers[key] = _whole(cells[key]) if cells[key] else None
        except ValueError:
            faults.append(BadInput("not-whole", line=row.line, column=names[key], said=cells[key]))
            return None
    least, most = numbers["least"], numbers["most"]
    if least is None or most is None:
        column = names["least"] if least is None else names["most"]
        faults.append(BadInput("blank-cell", line=row.line, column=column))
        return None
    if least > most:
        faults.append(BadInput("min-over-max", line=row.line, least=least, most=most))
        return None
    lowest = 0 if numbers["lowest"] is None else numbers["lowest"]
    return Quota(cells["category"], cells["value"], least, most, lowest, numbers["highest"])


def _whole(said: str) -> int:
    """Return a whole number ≥ 0; spreadsheets write 3 as 3.0, too."""
    head, _, tail = said.partition(".")
    if not head.isascii() or not head.isdigit() or tail.strip("0") or len(head) > 9:
        raise ValueError(said)
    return int(head)


def read_pool(
    text: str,
    quotas: Sequence[Quota],
    *,
    id_column: str | None = None,
    household: str | Sequence[str] | None = None,
    together: Iterable[Iterable[str]] = (),
    apart: Iterable[Iterable[str]] = (),
) -> Pool:
    """Return the pool of a file with an id and one column per category of the quotas.

    `household` names the column, or the columns of an address, that tells who lives together;
    blank cells stand for a home of one's own. Raises Faults with every fault found.
    """
    headers, rows = _rows(text)
    identity = _id_column(headers, id_column)
    categories = sorted({quota.category for quota in quotas})
    homes = [household] if isinstance(household, str) else list(household or ())
    missing = [name for name in (*categories, *homes) if name not in headers]
    if missing:
        raise BadInput("missing-columns", line=1, columns=", ".join(missing))
    values = {c: {quota.value for quota in quotas if quota.category == c} for c in categories}
    faults = [*_faults(rows, identity, values)]
    if not rows:
        faults.append(BadInput("no-people", line=1))
    ids = {row.cells.get(identity) for row in rows}
    named = {person for group in (*together, *apart) for person in group}
    faults += [BadInput("unknown-person", person=person) for person in sorted(named - ids)]  # noqa: E501
    if faults:
        raise Faults(faults)
    people = [
        Person(
            row.cells[identity],
            {c: row.cells[c] for c in categories},
            same_home([row.cells.get(name, "") for name in homes]),
        )
        for row in rows
    ]
    return Pool.of(people, one_per_household=bool(homes), together=together, apart=apart)


def _id_column(headers: Sequence[str], wanted: str | None) -> str:
    folded = {header.casefold(): header for header in headers}
    names = [wanted.casefold()] if wanted else IDS
    for name in names:
        if name in folded:
            return folded[name]
    raise BadInput("missing-columns", line=1, columns=wanted or "id")


def _faults(
    rows: Sequence[Row], identity: str, values: Mapping[str, set[str]]
) -> Iterator[BadInput]:
    seen: dict[str, int] = {}
    for row in rows:
        person = row.cells.get(identity, "")
        if not person:
            yield BadInput("blank-id", line=row.line)
        elif person in seen:
            yield BadInput("id-twice", line=row.line, person=person, first=seen[person])
        seen.setdefault(person, row.line)
        for category, known in values.items():
            said = row.cells.get(category, "")
            if not said:
                yield BadInput("blank-cell", line=row.line, column=category)
            elif said not in known:
                yield BadInput("no-quota-for", line=row.line, value=said, category=category)
