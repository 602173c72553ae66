"""A hub's open data: the sealed journal, and the book that can be recomputed from its transfers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hmac
import secrets
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from gyda.journal.models import Seal, SealedEntry
from gyda.journal.records import entry_record, moment, seal_record
from gyda.keys import open_data
from gyda.keys.context import in_hub
from gyda.ledger.models import Account, Kind, Transfer
from gyda.ledger.queries import with_totals
from gyda.people.models import Hub
from gyda.site.export_writer import linked, shuffled, writer
from gyda.site.snapshot import snapshot
from gyda.terminal import export_files as files

FEWEST = 5  # with fewer members' accounts than that, a book without names still tells on people
CHUNK = 2_000

Records = Iterator[dict[str, Any]]
Name = Callable[[UUID | None], str | None]


def export(
    hub: Hub, path: Path, *, whole: bool = False, step: Callable[[], None] = lambda: None
) -> dict[str, Any]:
    """Write the open data of a hub to a folder or a .zip; return the manifest.

    whole: with private entries, true ids and times. That is for the hub's own safe, not for all.
    """
    with in_hub(hub.id), snapshot(), writer(path, step) as write:
        said = {name: write.lines(name, records) for name, records in _parts(whole)}
        manifest = _manifest(hub, said, whole)
        write.manifest(manifest)
    return manifest


def _manifest(hub: Any, said: dict[str, Any], whole: bool) -> dict[str, Any]:
    latest = Seal.objects.order_by("-number").values_list("own_hash", flat=True).first()
    return {
        "format": files.FORMAT,
        "hub": {
            "id": str(hub.id),
            "slug": hub.slug,
            "name_cy": hub.name_cy,
            "name_en": hub.name_en,
        },
        "made_at": moment(timezone.now()),
        "whole": whole,
        "latest_seal": latest or "",
        "files": said,
    }


def _parts(whole: bool) -> Iterator[tuple[str, Records]]:
    yield files.SEALS, (seal_record(seal) for seal in Seal.objects.order_by("number"))
    yield files.ENTRIES, _entries(whole)
    if whole or _members_accounts() >= FEWEST:
        name = _true_name if whole else _new_names()
        yield files.ACCOUNTS, linked(_accounts(name))
        yield files.TRANSFERS, linked(_transfers(name) if whole else shuffled(_bare(name)))
    yield from _of_the_rooms()


def _of_the_rooms() -> Iterator[tuple[str, Records]]:
    """Give what each room publishes, where it has anything."""
    for name, records in open_data.files().items():
        lines = records()
        if (first := next(lines, None)) is not None:
            yield f"{name}.jsonl", chain([first], lines)


def _members_accounts() -> int:
    return Account.objects.filter(kind=Kind.MEMBER)[:FEWEST].count()


def _entries(whole: bool) -> Records:
    held = SealedEntry.objects.select_related("entry").order_by("seal__number", "position")
    numbers = dict(Seal.objects.values_list("id", "number"))
    for one in held.iterator(CHUNK):
        line = {"seal": numbers[one.seal_id], "position": one.position, "leaf": one.leaf}
        if whole or one.entry.public:
            line["entry"] = entry_record(one.entry)
        yield line


def _true_name(key: UUID | None) -> str | None:
    return str(key) if key else None


def _new_names() -> Name:
    """Name ids by a key that is thrown away: no two exports, and no entry, can be joined."""
    secret = secrets.token_bytes(32)

    def name(key: UUID | None) -> str | None:
        return hmac.digest(secret, key.bytes, "sha256").hex()[:32] if key else None

    return name


def _accounts(name: Name) -> Records:
    fields = ("id", "unit", "kind", "total", "total_held", "total_due", "floor")
    keys = ("unit", "kind", "balance", "held", "due", "floor")
    rows = with_totals(Account.objects.all()).values_list(*fields)
    accounts = [{"id": name(key)} | dict(zip(keys, rest, strict=True)) for key, *rest in rows]
    return iter(sorted(accounts, key=lambda account: str(account["id"])))


def _bare(name: Name) -> Records:
    """Give each transfer without its time."""
    for row in Transfer.objects.iterator(CHUNK):
        yield _transfer(row, name)


def _transfers(name: Name) -> Records:
    for row in Transfer.objects.order_by("at", "id").iterator(CHUNK):
        yield _transfer(row, name) | {"at": moment(row.at)}


def _transfer(row: Transfer, name: Name) -> dict[str, Any]:
    return {
        "id": name(row.id),
        "unit": row.unit,
        "kind": row.kind,
        "phase": row.phase,
        "debit": name(row.debit_id),
        "credit": name(row.credit_id),
        "amount": row.amount,
        "resolves": name(row.resolves_id),
        "reverses": name(row.reverses_id),
    }
