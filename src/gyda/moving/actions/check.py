"""The dry run: tables are looked through and kept, and nothing is brought in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.moving.errors import BegunAlready, CannotRead, NoTables, StewardsOnly
from gyda.moving.models import Fault, File, Move, State
from gyda.moving.plan import Plan, make_plan
from gyda.moving.sheets.columns import Kind
from gyda.moving.sheets.faults import Unreadable, words_of
from gyda.moving.sheets.reading import Found, read_file, sheet_of
from gyda.moving.sheets.rows import Row, Sheet
from gyda.people.who import GydaItself, Who

AT_ONCE = 1_000
MOST_BYTES = 11_000_000  # a little less than the site takes in at all

By = Who | GydaItself


@dataclass(frozen=True)
class Upload:
    """A file as it came."""

    name: str
    data: bytes


@transaction.atomic
def check(*, who: By, uploads: Sequence[Upload], now: datetime.datetime | None = None) -> Move:
    """Look through the tables, and keep them with what is to be mended in each."""
    if isinstance(who, Who) and not (who.actor.is_steward and not who.is_acting):
        raise StewardsOnly
    now = now or timezone.now()
    found = _read(uploads)
    on = timezone.localdate(now)
    plan = make_plan([one.sheet for _, one in found], on)
    move = Move.objects.create(by_id=who.actor_id, on=on, made_at=now, counts=_counts(plan))
    for upload, one in found:
        _keep(move, upload, one)
    move.save()
    record(by=who, verb="moving.checked", about=move, rows=move.rows, files=digests_of(move))
    return move


def digests_of(move: Move) -> list[str]:
    """Return what tells the files of a move from all others."""
    return list(move.files.order_by("id").values_list("digest", flat=True))


def _read(uploads: Sequence[Upload]) -> list[tuple[Upload, Found]]:
    if not uploads:
        raise NoTables
    if len({one.data for one in uploads}) < len(uploads):
        raise CannotRead(name=uploads[-1].name, line=1, words=words_of("twice", {}))
    found = []
    for upload in uploads:
        try:
            found.append((upload, read_file(upload.data)))
        except Unreadable as error:
            fault = error.fault
            words = words_of(fault.code, fault.values)
            raise CannotRead(name=upload.name, line=fault.line, words=words) from error
    order = list(Kind)
    return sorted(found, key=lambda one: order.index(one[1].sheet.kind))


def _keep(move: Move, upload: Upload, found: Found) -> None:
    rows = found.sheet.rows
    broken = sum(not row.is_good for row in rows)
    file = File.objects.create(
        move=move,
        kind=found.sheet.kind,
        make=found.sheet.make,
        name=upload.name[:120],
        digest=hashlib.sha256(upload.data).hexdigest(),
        text=found.text,
        rows=len(rows),
        broken=broken,
    )
    faults = [*found.notes, *(fault for row in rows for fault in row.faults)]
    Fault.objects.bulk_create(
        [
            Fault(
                hub_id=move.hub_id,
                move=move,
                file=file,
                line=fault.line,
                column=fault.column[:60],
                code=fault.code,
                values=fault.values,
                is_note=fault.is_note,
            )
            for fault in sorted(faults, key=lambda one: one.line)
        ],
        batch_size=AT_ONCE,
    )
    move.rows += len(rows)
    move.broken += broken


def _counts(plan: Plan) -> dict[str, int]:
    return {
        "organisations": len(plan.organisations.new),
        "members": len(plan.people.newcomers),
        "cards": sum(not (one.row["email"] or one.row["phone"]) for one in plan.people.newcomers),
        "listings": len(plan.listings.new),
        "transfers": sum(not one.is_stored for one in plan.transfers),
        "minutes": sum(one.row["hours"] for one in plan.transfers if not one.is_stored),
        "balances": len(plan.targets),
    }


def sheets_of(move: Move) -> list[Sheet]:
    """Read the tables of a move again."""
    return [sheet_of(file.text)[1] for file in move.files.order_by("id")]


def broken_rows(sheets: Sequence[Sheet]) -> list[Row]:
    """Return the rows that are to be mended."""
    return [row for sheet in sheets for row in sheet.rows if not row.is_good]


@transaction.atomic
def drop(*, who: Who, move: Move, now: datetime.datetime | None = None) -> None:
    """Forget the tables; nothing was brought in."""
    if not who.actor.is_steward:
        raise StewardsOnly
    checked = Move.objects.filter(id=move.id, state=State.CHECKED)
    if not checked.update(state=State.DROPPED, ended_at=now or timezone.now()):
        raise BegunAlready
    move.files.update(text="")
    record(by=who, verb="moving.dropped", about=move)
