"""Every read of the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import Q, QuerySet

from gyda.journal.models import Entry
from gyda.keys.models import HubModel


def entries_for(member: HubModel) -> "QuerySet[Entry]":
    """Return what the member did and what was done for them, newest first; private too."""
    return Entry.objects.filter(Q(actor=member) | Q(principal=member)).order_by("-id")


def public_entries() -> "QuerySet[Entry]":
    """Return what the hub shows to anyone, newest first."""
    return Entry.objects.filter(public=True).order_by("-id")
