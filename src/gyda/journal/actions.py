"""The one way to write to the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, Protocol
from uuid import UUID

from django.utils import timezone

from gyda.journal.models import Entry
from gyda.keys.models import HubModel


class By(Protocol):
    """Who acts: see gyda.people.who.Who."""

    @property
    def hub_id(self) -> UUID: ...
    @property
    def actor_id(self) -> UUID | None: ...
    @property
    def principal_id(self) -> UUID | None: ...


def record(*, by: By, verb: str, about: HubModel, public: bool = False, **data: Any) -> Entry:
    """Add one entry, in the transaction of the action that it records, and return it.

    data: ids (as str), whole numbers, codes and ISO dates only; no names, no free text.
    """
    return Entry.objects.create(
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
