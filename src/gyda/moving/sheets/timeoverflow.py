"""The reports that TimeOverflow exports, read as they come (docs/moving.md lists their columns).

Heads are in the language of whoever exported, so tables are told by their shape as much as by
their words. Of its two kinds of account, a person's is written "Name (number)" and the bank's by
its bare name; people who left are written as a phrase without a number. What is of the bank or of
someone unnamed stands on the account of what was brought from elsewhere.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Callable, Sequence

from gyda.moving.sheets.columns import COLUMNS, Kind
from gyda.moving.sheets.references import OPENING
from gyda.moving.sheets.rows import Row, Sheet, read_cell
from gyda.moving.sheets.table import Line, Table

MAKE = "TIMEOVERFLOW"
NUMBERED = re.compile(r".*\((\d+)\)", re.DOTALL)
STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d( UTC| [+-]\d{4})?")
OFFERS = ("offer", "oferta", "offre", "oferta de", "eskaintza", "oferta/servizo")
ASKS = ("inquiry", "demanda", "petición", "demande", "eskaera", "pedido", "procura")
COMPLETE = ("from", "from id", "to", "to id", "post", "post id")
NOTHING = {"", "—", "&mdash;", "-"}


def read_timeoverflow(table: Table) -> Sheet | None:
    """Read a report of TimeOverflow, or return nothing when it is none."""
    for fits, kind, texts_of in REPORTS:
        if fits(table):
            return _sheet(table, kind, texts_of)
    return None


Texts = dict[str, str]


def _sheet(table: Table, kind: Kind, texts_of: Callable[[Table], list[tuple[int, Texts]]]) -> Sheet:
    rows = []
    for number, texts in texts_of(table):
        row = Row(number, {column.name: column.default for column in COLUMNS[kind]}, make=MAKE)
        for column in COLUMNS[kind]:
            read_cell(row, column, texts)
        if kind == Kind.MEMBERS:
            row.values["balance"] = _balance(row, texts)
        rows.append(row)
    return Sheet(kind, MAKE, rows, [])


def _is_members(table: Table) -> bool:
    """N, name, e-mail, two phones, created, last sign-in, locale, balance in seconds."""
    return table.heads[:1] == ["N"] and len(table.heads) == 9


def _members(table: Table) -> list[tuple[int, Texts]]:
    found = []
    for line in table.lines:
        cells = _padded(line, 9)
        texts = {"number": cells[0], "name": cells[1], "email": cells[2]}
        # Without its country a number cannot sign anyone in: it may be of any country.
        phones = [cell for cell in cells[3:5] if cell]
        texts["phone"] = next((one for one in phones if one.startswith("+")), "")
        texts["contact"] = next((one for one in phones if one != texts["phone"]), "")
        language = "en" if cells[7].startswith("en") else "cy"
        found.append(
            (line.number, texts | {"joined": cells[5], "language": language, "balance": cells[8]})
        )
    return found


def _balance(row: Row, texts: Texts) -> int | None:
    text = texts.get("balance", "")
    if text in NOTHING:
        return None
    try:
        return round(int(text) / 60)
    except ValueError:
        row.blame("balance", "not-hours", text=text[:40])
        return None


def _is_posts(table: Table) -> bool:
    """An empty head, Offer or Inquiry, tags, the person, created."""
    heads = [head.casefold() for head in table.heads]
    return len(heads) == 5 and not heads[0] and heads[1] in (*OFFERS, *ASKS)


def _posts(table: Table) -> list[tuple[int, Texts]]:
    kind = "offer" if table.heads[1].casefold() in OFFERS else "ask"
    found, category = [], ""
    for line in table.lines:
        number, title, tags, person, created = _padded(line, 5)
        if not (number or person):  # a row of its own names the category of those below
            category = "" if title in NOTHING else title
            continue
        texts = {"id": number, "title": title[:100], "words": tags, "created": created}
        texts |= {"kind": kind, "member": _person(person), "category": category[:60]}
        found.append((line.number, texts))
    return found


def _is_transfers(table: Table) -> bool:
    """Date, from, to, post, quantity: five columns, the first a moment with its time zone."""
    stamps = [line.cells[:1] for line in table.lines[:20]]
    are_stamps = bool(stamps) and all(cell and STAMP.fullmatch(cell[0]) for cell in stamps)
    return len(table.heads) == 5 and bool(table.heads[0]) and are_stamps


def _transfers(table: Table) -> list[tuple[int, Texts]]:
    return [(line.number, _transfer(_padded(line, 5))) for line in table.lines]


def _transfer(cells: Sequence[str]) -> Texts:
    date, payer, receiver, post, hours = cells
    ends = {"from": _end(payer), "to": _end(receiver)}
    return ends | {"date": date, "words": post, "hours": hours, "kind": "EXCHANGE"}


def _is_complete(table: Table) -> bool:
    """Date, from, from ID, to, to ID, post, post ID, comments, quantity."""
    heads = tuple(head.casefold() for head in table.heads)
    return len(heads) == 9 and heads[1:7] == COMPLETE


def _complete(table: Table) -> list[tuple[int, Texts]]:
    found = []
    for line in table.lines:
        date, payer, _, receiver, _, post, _, comments, hours = _padded(line, 9)
        words = "\n".join(text for text in (post, comments) if text)
        found.append((line.number, _transfer((date, payer, receiver, words, hours))))
    return found


def _padded(line: Line, most: int) -> list[str]:
    return [*line.cells, *[""] * most][:most]


def _person(text: str) -> str:
    found = NUMBERED.fullmatch(text)
    return found[1] if found else text


def _end(text: str) -> str:
    found = NUMBERED.fullmatch(text)
    return found[1] if found else f"({OPENING})" if text else ""


REPORTS = (
    (_is_complete, Kind.TRANSFERS, _complete),
    (_is_members, Kind.MEMBERS, _members),
    (_is_posts, Kind.LISTINGS, _posts),
    (_is_transfers, Kind.TRANSFERS, _transfers),
)
