"""The practitioners' two files, respondents and quotas, read with every fault at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gyda.methods.errors import BadInput
from gyda.methods.lottery.households import same_home
from gyda.methods.lottery.pool import Person, Pool, Quota
from gyda.methods.lottery.sheet import Row, Sheet, folded, named, read_sheet

HEADERS = {
    "category": ("category", "feature category", "categori"),
    "value": ("feature", "value", "name", "feature value", "gwerth"),
    "least": ("min", "minimum", "least", "lower", "lleiaf"),
    "most": ("max", "maximum", "most", "upper", "mwyaf"),
    "lowest": ("min flex", "minflex", "flex min"),
    "highest": ("max flex", "maxflex", "flex max"),
}
IDS = (
    *("id", "nationbuilder id", "person id", "respondent id", "participant id", "unique id"),
    *("uid", "user id", "ref", "reference", "rhif", "name"),
)
NUMBERS = ("least", "most", "lowest", "highest")


def read_quotas(text: str) -> tuple[Quota, ...]:
    """Return the quotas of a file with category, feature, min, max (min_flex, max_flex).

    Raises Faults (a BadInput) with every fault found.
    """
    words = {word for words in HEADERS.values() for word in words}
    sheet = read_sheet(text, words.__contains__)
    names = _columns(sheet)
    sheet.need(name for name in names.values() if name)
    quotas: dict[tuple[str, str], tuple[int, Quota]] = {}
    spelt: dict[str, str] = {}
    for row in sheet.rows:
        quota = _quota(sheet, row, names, spelt)
        name = quota and (quota.category, folded(quota.value))
        if quota and name in quotas:
            first = quotas[quota.category, folded(quota.value)][0]
            sheet.fault("quota-twice", row.line, value=quota.value, first=first)
        elif quota:
            quotas[quota.category, folded(quota.value)] = row.line, quota
    if not sheet.rows:
        sheet.fault("no-quotas", 1)
    sheet.raise_faults()
    return tuple(quota for _, quota in quotas.values())


def _columns(sheet: Sheet) -> dict[str, str]:
    """Return which column is which, whatever it is called in the field."""
    names = {key: sheet.column(*words) or "" for key, words in HEADERS.items()}
    feature, value = sheet.column("feature"), sheet.column("value", "feature value", "name")
    if not names["category"] and feature and value:
        names |= {"category": feature, "value": value}
    missing = [HEADERS[key][0] for key in ("category", "value", "least", "most") if not names[key]]
    if missing:
        raise BadInput("missing-columns", line=1, columns=", ".join(missing))
    return names


def _quota(sheet: Sheet, row: Row, names: Mapping[str, str], spelt: dict[str, str]) -> Quota | None:
    """Return a quota, its category spelt as where it first came up; None with a fault noted."""
    cells = {key: row.cells[name] if name else "" for key, name in names.items()}
    before = len(sheet.faults)
    for key in ("category", "value", "least", "most"):
        if not cells[key]:
            sheet.fault("blank-cell", row.line, column=names[key])
    numbers = {key: _whole(sheet, row, names[key], cells[key]) for key in NUMBERS}
    least, most = numbers["least"], numbers["most"]
    if least is not None and most is not None and least > most:
        sheet.fault("min-over-max", row.line, least=least, most=most)
    if len(sheet.faults) > before or least is None or most is None:
        return None
    category = spelt.setdefault(named(cells["category"]), cells["category"])
    return Quota(category, cells["value"], least, most, numbers["lowest"] or 0, numbers["highest"])


def _whole(sheet: Sheet, row: Row, column: str, said: str) -> int | None:
    """Return a whole number ≥ 0; spreadsheets write 3 as 3.0, too."""
    if not said:
        return None
    head, _, tail = said.partition(".")
    if not head.isascii() or not head.isdigit() or tail.strip("0") or len(head) > 9:
        sheet.fault("not-whole", row.line, column=column, said=said)
        return None
    return int(head)


def read_pool(
    text: str,
    quotas: Sequence[Quota],
    *,
    id_column: str | None = None,
    numbered: bool = False,
    household: str | Sequence[str] | None = None,
    together: Iterable[Iterable[str]] = (),
    apart: Iterable[Iterable[str]] = (),
) -> Pool:
    """Return the pool of a file with an id and one column per category of the quotas.

    `numbered`: people are named by the line they stand in. `household` names the column, or
    the columns of an address, that tells who lives together; blank cells stand for a home of
    one's own. Case, spaces and the kind of dash make no difference. Raises Faults.
    """
    categories = sorted({quota.category for quota in quotas})
    homes = [household] if isinstance(household, str) else list(household or ())
    wanted = {named(name) for name in (*categories, *homes, id_column or "", *IDS)}
    sheet = read_sheet(text, wanted.__contains__)
    places = _Places.of(sheet, categories, homes, None if numbered else (id_column or ""))
    values = {c: {folded(q.value): q.value for q in quotas if q.category == c} for c in categories}
    people = _people(sheet, places, values)
    if not sheet.rows:
        sheet.fault("no-people", 1)
    named_people = {person for group in (*together, *apart) for person in group}
    for person in sorted(named_people - {person.id for person in people}):
        sheet.fault("unknown-person", person=person)
    sheet.raise_faults()
    return Pool.of(people, one_per_household=bool(homes), together=together, apart=apart)


@dataclass(frozen=True)
class _Places:
    """Which column holds what; no `identity`: lines do."""

    identity: str | None
    categories: Mapping[str, str]
    homes: Sequence[str]

    @staticmethod
    def of(
        sheet: Sheet, categories: Sequence[str], homes: Sequence[str], identity: str | None
    ) -> "_Places":
        """Find the columns; raise BadInput with those that are missing."""
        found = {name: sheet.column(name) for name in (*categories, *homes)}
        missing = [name for name, column in found.items() if column is None]
        if missing:
            raise BadInput("missing-columns", line=1, columns=", ".join(missing))
        columns = {name: column for name, column in found.items() if column is not None}
        ids = None
        if identity is not None:
            ids = sheet.column(identity) if identity else sheet.column(*IDS)
            if ids is None:
                raise BadInput("no-ids", line=1, column=identity or "id")
        sheet.need([*columns.values(), *([ids] if ids else [])])
        homes = [columns[home] for home in homes]
        return _Places(ids, {c: columns[c] for c in categories}, homes)


def _people(sheet: Sheet, places: _Places, values: Mapping[str, Mapping[str, str]]) -> list[Person]:
    seen: dict[str, int] = {}
    people = []
    for row in sheet.rows:
        person = row.cells[places.identity] if places.identity else str(row.line)
        if not person:
            sheet.fault("blank-id", row.line)
        elif person in seen:
            sheet.fault("id-twice", row.line, person=person, first=seen[person])
        seen.setdefault(person, row.line)
        answers = _answers(sheet, row, places, values)
        home = same_home([row.cells[name] for name in places.homes])
        people.append(Person(person, answers, home))
    return people


def _answers(
    sheet: Sheet, row: Row, places: _Places, values: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """Return what a person said in each category, as the quotas spell it."""
    answers = {}
    for category, known in values.items():
        column = places.categories[category]
        said = row.cells[column]
        answers[category] = known.get(folded(said), said)
        if not said:
            sheet.fault("blank-cell", row.line, column=column)
        elif folded(said) not in known:
            sheet.fault("no-quota-for", row.line, value=said, category=category)
    return answers
