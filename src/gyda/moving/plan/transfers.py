"""Past transfers to come: on their own days, with both ends."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gyda.ledger.models import Transfer
from gyda.moving.models import BroughtTransfer
from gyda.moving.plan.ends import End, find_end
from gyda.moving.plan.keys import among, chunks, key_of
from gyda.moving.plan.organisations import Organisations
from gyda.moving.plan.people import People
from gyda.moving.sheets.rows import Row

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class PastTransfer:
    """One transfer to be entered; `key` is its id on the ledger."""

    key: UUID
    row: Row
    payer: End
    receiver: End
    undoes: UUID | None
    is_stored: bool


def plan_transfers(
    rows: Sequence[Row], people: People, organisations: Organisations, on: datetime.date
) -> list[PastTransfer]:
    """Look through the table of past transfers; return them in the order of their days."""
    _same_ids(rows)
    ends = [(row, _ends(row, people, organisations, on)) for row in rows]
    good = [(row, both) for row, both in ends if both and row.is_good]
    keyed = list(zip(good, _keys(good), strict=True))
    stored = _stored([key for _, key in keyed])
    undone = _Undone(
        {row["id"]: (key, row, both) for (row, both), key in keyed if row["id"]},
        [row["undoes"] for row, _ in good],
    )
    found = []
    for (row, (payer, receiver)), key in keyed:
        undoes = undone.find(row, payer, receiver) if row["undoes"] else None
        if key in stored:
            row.remark("", "brought-before")
        if row.is_good:
            found.append(PastTransfer(key, row, payer, receiver, undoes, key in stored))
    return sorted(found, key=lambda one: (one.row["date"], one.row.line))


def _same_ids(rows: Sequence[Row]) -> None:
    first: dict[str, Row] = {}
    for row in rows:
        if row["id"] and first.setdefault(row["id"], row) is not row:
            row.blame("id", "id-twice", other=first[row["id"]].line)


def _ends(
    row: Row, people: People, organisations: Organisations, on: datetime.date
) -> tuple[End, End] | None:
    if row["hours"] is not None and row["hours"] <= 0:
        row.blame("hours", "not-positive", text=str(row["hours"]))
    if row["date"] and row["date"].date() > on + DAY:
        row.blame("date", "date-ahead", text=f"{row['date']:%d/%m/%Y}")
    ends = [
        find_end(row[column], row, column, people, organisations) if row[column] else None
        for column in ("from", "to")
    ]
    payer, receiver = ends
    if not (payer and receiver):
        return None
    if (payer.code, payer.id) == (receiver.code, receiver.id):
        if payer.id:
            row.blame("to", "same-account")
        else:
            row.remark("", "nobody-here")
        return None
    return payer, receiver


Good = tuple[Row, tuple[End, End]]


def _keys(good: Sequence[Good]) -> list[UUID]:
    """Return each row's key: its old id and what it says; of equal rows, the how manieth it is."""
    seen: dict[str, int] = defaultdict(int)
    keys = []
    for row, (payer, receiver) in good:
        at = row["date"]
        said = (row["id"], at.isoformat(), row["hours"], *_name(payer), *_name(receiver))
        text = "|".join(str(part) for part in (*said, row["words"]))
        seen[text] += 1
        keys.append(key_of("transfer", f"{text}|{seen[text]}", at))
    return keys


def _name(end: End) -> tuple[str, str]:
    return str(end.id or end.code), end.text


def _stored(keys: Sequence[UUID]) -> set[UUID]:
    stored: set[UUID] = set()
    for chunk in chunks(keys):
        stored |= set(Transfer.objects.filter(id__in=chunk).values_list("id", flat=True))
    return stored


class _Undone:
    """Finds what a transfer undoes, in the table or among what was brought before."""

    def __init__(
        self, here: dict[str, tuple[UUID, Row, tuple[End, End]]], wanted: Sequence[str]
    ) -> None:
        self.here = here
        self.before: dict[str, UUID] = {}
        for ids in among([old for old in wanted if old not in here]):
            brought = BroughtTransfer.objects.filter(old_id__in=ids)
            self.before |= dict(brought.values_list("old_id", "transfer_id"))

    def find(self, row: Row, payer: End, receiver: End) -> UUID | None:
        found = self.here.get(row["undoes"])
        if found:
            key, other, ends = found
            if (other["hours"], *ends) != (row["hours"], receiver, payer):
                row.blame("undoes", "undoes-differently", other=other.line)
            return key
        if row["undoes"] not in self.before:
            row.blame("undoes", "no-such-transfer", text=row["undoes"])
        return self.before.get(row["undoes"])
