"""What the journal holds on a member. Nothing is erased but notices: entries hold no names."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.journal.models import Entry, Notice
from gyda.journal.queries import entries_for
from gyda.journal.records import entry_record, moment
from gyda.keys import personal_data


def _entries(member: Any) -> list[dict[str, Any]]:
    return [entry_record(entry) for entry in entries_for(member).iterator()]


def _notices(member: Any) -> list[dict[str, Any]]:
    rows = Notice.objects.filter(member=member).order_by("id")
    return [
        {"entry": str(row.entry_id), "read_at": moment(row.read_at) if row.read_at else None}
        for row in rows.iterator()
    ]


def _forget_notices(member: Any) -> None:
    Notice.objects.filter(member=member).delete()


personal_data.register(Entry, export=_entries, erase=personal_data.keep)
personal_data.register(Notice, export=_notices, erase=_forget_notices)
