"""Every read of the journal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gyda.journal import sentences
from gyda.journal.models import Entry, Notice, Seal, SealedEntry

MANY = 100  # beyond that, it does not matter how many


def of_member(member: Any) -> tuple[Q, Q]:
    """Say what makes an entry a member's: they did it, or it was done for them."""
    return Q(actor=member), Q(principal=member)


def entries_for(member: Any) -> "QuerySet[Entry]":
    """Return what the member did and what was done for them, newest first; private too."""
    did, done_for = of_member(member)
    return Entry.objects.filter(did | done_for).order_by("-id")


def public_entries() -> "QuerySet[Entry]":
    """Return what the hub shows to anyone, newest first."""
    return Entry.objects.filter(public=True).order_by("-id")


def audited_entries(
    *, members: Sequence[UUID] = (), verb: str = "", day: datetime.date | None = None
) -> "QuerySet[Entry]":
    """Return the entries of the hub that a steward asks for, newest first.

    Not those which say that somebody voted or is in a pool: they are that person's own.
    """
    entries = Entry.objects.exclude(verb__in=sentences.kept_from_audit()).order_by("-id")
    if members:
        entries = entries.filter(Q(actor__in=members) | Q(principal__in=members))
    if verb:
        entries = entries.filter(verb=verb)
    if day:
        start, end = day_bounds(day)
        entries = entries.filter(id__gte=first_id_of(start), id__lt=first_id_of(end))
    return entries


def members_named(start: str) -> list[UUID]:
    """Return the members whose name begins so, MANY at most."""
    members = apps.get_model("people", "Member").objects.filter(name__istartswith=start)
    return list(members.values_list("id", flat=True)[:MANY])


def day_bounds(day: datetime.date) -> tuple[datetime.datetime, datetime.datetime]:
    """Return the moments at which the day begins and ends on the clock of the wall."""
    zone = timezone.get_default_timezone()
    midnights = (day, day + datetime.timedelta(days=1))
    start, end = (datetime.datetime.combine(one, datetime.time(), zone) for one in midnights)
    return start, end


def first_id_of(moment: datetime.datetime) -> UUID:
    """Return the lowest id that a row made at the moment can have: ids sort by time."""
    return UUID(int=max(0, int(moment.timestamp() * 1000)) << 80)


def notices_for(member: Any) -> "QuerySet[Notice]":
    """Return what others did that concerns the member, newest first."""
    return Notice.objects.filter(member=member).select_related("entry").order_by("-id")


def unread_notices(member: Any) -> int:
    """Return how many notices the member has not seen, counted up to MANY."""
    return Notice.objects.filter(member=member, read_at__isnull=True)[:MANY].count()


def unsealed_entries(since: datetime.datetime | None = None) -> "QuerySet[Entry]":
    """Return the entries that no seal holds, in the order in which they will be sealed."""
    held = SealedEntry.objects.filter(hub=OuterRef("hub"), entry=OuterRef("pk"))
    entries = Entry.objects.filter(~Exists(held)).order_by("id")
    return entries.filter(id__gte=first_id_of(since)) if since else entries


def last_seal() -> Seal | None:
    """Return the seal that holds all before it."""
    return Seal.objects.order_by("-number").first()
