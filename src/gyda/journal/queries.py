"""Every read of the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gyda.journal.models import Entry, Seal, SealedEntry
from gyda.keys.models import HubModel


def entries_for(member: HubModel) -> "QuerySet[Entry]":
    """Return what the member did and what was done for them, newest first; private too."""
    return Entry.objects.filter(Q(actor=member) | Q(principal=member)).order_by("-id")


def public_entries() -> "QuerySet[Entry]":
    """Return what the hub shows to anyone, newest first."""
    return Entry.objects.filter(public=True).order_by("-id")


def first_id_of(moment: datetime.datetime) -> UUID:
    """Return the lowest id that a row made at the moment can have: ids sort by time."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)


def unsealed_entries(since: datetime.datetime | None = None) -> "QuerySet[Entry]":
    """Return the entries that no seal holds, in the order in which they will be sealed."""
    held = SealedEntry.objects.filter(hub=OuterRef("hub"), entry=OuterRef("pk"))
    entries = Entry.objects.filter(~Exists(held)).order_by("id")
    return entries.filter(id__gte=first_id_of(since)) if since else entries


def last_seal() -> Seal | None:
    """Return the seal that holds all before it."""
    return Seal.objects.order_by("-number").first()
