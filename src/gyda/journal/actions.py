"""The one way to write to the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.journal.models import Entry, Notice
from gyda.journal.sealing import seal
from gyda.keys.models import HubModel
from gyda.methods.seal import canonical

__all__ = ["By", "mark_read", "record", "seal"]


class By(Protocol):
    """Who acts: see gyda.people.who.Who."""

    @property
    def hub_id(self) -> UUID: ...
    @property
    def actor_id(self) -> UUID | None: ...
    @property
    def principal_id(self) -> UUID | None: ...


def record(
    *,
    by: By,
    verb: str,
    about: HubModel,
    public: bool = False,
    concerns: Iterable[HubModel | UUID] = (),
    **data: Any,
) -> Entry:
    """Add one entry, in the transaction of the action that it records, and return it.

    data: ids (as str), whole numbers, codes and ISO dates only; no names, no free text.
    concerns: the members who get a notice; a principal gets one in any case.
    """
    canonical(data)  # what cannot be sealed must not be recorded
    entry = Entry.objects.create(
        hub_id=by.hub_id,
        at=timezone.now(),
        actor_id=by.actor_id,
        principal_id=by.principal_id,
        verb=verb,
        about_type=about._meta.label_lower,
        about_id=about.pk,
        data=data,
        public=public,
    )
    _tell(entry, [one if isinstance(one, UUID) else one.pk for one in concerns])
    return entry


def _tell(entry: Entry, members: list[UUID]) -> None:
    concerned = {*members, entry.principal_id} - {entry.actor_id}
    Notice.objects.bulk_create(
        Notice(hub_id=entry.hub_id, member_id=member, entry=entry) for member in concerned if member
    )


@transaction.atomic
def mark_read(*, member_id: UUID, now: datetime.datetime | None = None) -> int:
    """Remember that the member has seen all their notices; return how many were new."""
    unread = Notice.objects.filter(member_id=member_id, read_at__isnull=True)
    return unread.update(read_at=now or timezone.now())
