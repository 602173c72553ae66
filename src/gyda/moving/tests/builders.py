"""Tables for the tests of moving."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Sequence
from typing import Any

from gyda.keys.context import in_hub
from gyda.moving.actions.check import Upload, check
from gyda.moving.actions.run import carry_on
from gyda.moving.actions.start import start
from gyda.moving.models import Move
from gyda.moving.sheets.columns import COLUMNS, FILES
from gyda.moving.writing.hub import lines_of_table
from gyda.people.models import Hub
from gyda.people.who import GydaItself

MEMBERS = ("number", "name", "email", "joined")
TRANSFERS = ("id", "date", "from", "to", "hours", "words")


def a_table(heads: Sequence[str], *rows: Sequence[Any], delimiter: str = ",") -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(heads)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def some_members(count: int = 3) -> bytes:
    rows = [(n, f"Aelod {n}", f"aelod{n}@example.org", "31/03/2019") for n in range(1, count + 1)]
    return a_table(MEMBERS, *rows)


def checked(hub: Hub, *tables: bytes) -> Move:
    uploads = [Upload(f"{n}.csv", data) for n, data in enumerate(tables)]
    return check(who=GydaItself(hub.id), uploads=uploads)


def moved(hub: Hub, *tables: bytes, keeps_good: bool = False, arrival: str = "ACTIVE") -> Move:
    """Check, start, and carry out to the end."""
    with in_hub(hub.id):
        move = checked(hub, *tables)
        move = start(who=GydaItself(hub.id), move=move, keeps_good=keeps_good, arrival=arrival)
        assert carry_on(move)
    return move


def exported(hub: Hub) -> dict[str, str]:
    with in_hub(hub.id):
        return {FILES[kind]: "".join(lines_of_table(kind)) for kind in COLUMNS}


def faults_of(move: Move, *, notes: bool = False) -> list[tuple[int, str, str]]:
    rows = move.faults.filter(is_note=notes).order_by("file", "line", "id")
    return list(rows.values_list("line", "column", "code"))
