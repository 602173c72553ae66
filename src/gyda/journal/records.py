"""An entry and a seal in the form that is hashed and published (docs/open-data.md)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from gyda.journal.models import Entry, Seal


def moment(at: datetime.datetime) -> str:
    """Return a moment in UTC, always with microseconds."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _id(value: UUID | None) -> str | None:
    return str(value) if value else None


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return what the leaf of an entry is made of."""
    return {
        "id": str(entry.id),
        "at": moment(entry.at),
        "actor": _id(entry.actor_id),
        "principal": _id(entry.principal_id),
        "verb": entry.verb,
        "about_type": entry.about_type,
        "about": str(entry.about_id),
        "data": entry.data,
        "public": entry.public,
        "salt": entry.salt,
    }


def seal_record(seal: Seal) -> dict[str, Any]:
    """Return what a seal's own hash is made of, and that hash."""
    return {
        "hub": str(seal.hub_id),
        "number": seal.number,
        "count": seal.count,
        "root": seal.root,
        "previous": seal.previous,
        "sealed_at": moment(seal.sealed_at),
        "hash": seal.own_hash,
    }
