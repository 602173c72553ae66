"""Sealing: all entries that no seal holds yet go into the next one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.journal.models import Entry, Seal, SealedEntry
from gyda.journal.queries import last_seal, unsealed_entries
from gyda.journal.records import entry_record, seal_record
from gyda.keys.context import in_hub
from gyda.methods import seal as method

MOST = 10_000  # entries in one seal: keeps the lock short and the memory small


def seal(
    *,
    hub_id: UUID,
    now: datetime.datetime | None = None,
    since: datetime.datetime | None = None,
    most: int = MOST,
) -> list[Seal]:
    """Seal all that is unsealed (and was written since a moment); return the new seals."""
    made: list[Seal] = []
    with in_hub(hub_id):
        while unsealed_entries(since).exists():
            try:
                made.extend(_seal_next(hub_id, now or timezone.now(), since, most))
            except IntegrityError:
                continue  # another sealer was first and took the number: look again
    return made


@transaction.atomic
def _seal_next(
    hub_id: UUID, now: datetime.datetime, since: datetime.datetime | None, most: int
) -> list[Seal]:
    # The last seal is read before the entries. So a seal that comes in between takes our number,
    # and the unique number undoes this one: no entry is sealed twice.
    before = last_seal()
    entries = list(unsealed_entries(since)[:most])
    if not entries:
        return []
    leaves = [method.leaf_of(entry_record(entry)) for entry in entries]
    seal = _next_seal(hub_id, before, leaves, now)
    seal.save(force_insert=True)
    SealedEntry.objects.bulk_create(_places(seal, entries, leaves), batch_size=2_000)
    return [seal]


def _next_seal(
    hub_id: UUID, before: Seal | None, leaves: Sequence[str], now: datetime.datetime
) -> Seal:
    seal = Seal(
        hub_id=hub_id,
        number=before.number + 1 if before else 1,
        count=len(leaves),
        root=method.root_of(leaves),
        previous=before.own_hash if before else "",
        sealed_at=now,
    )
    seal.own_hash = method.hash_of_seal(seal_record(seal))
    return seal


def _places(seal: Seal, entries: Sequence[Entry], leaves: Sequence[str]) -> list[SealedEntry]:
    return [
        SealedEntry(hub_id=seal.hub_id, entry=entry, seal=seal, position=place, leaf=leaf)
        for place, (entry, leaf) in enumerate(zip(entries, leaves, strict=True))
    ]
