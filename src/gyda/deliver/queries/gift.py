"""Gifts of hours, as their pages need them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.deliver.models.gift import Gift, Kind
from gyda.deliver.rules.gift import may_see
from gyda.methods.search import fold
from gyda.people.models import Member
from gyda.people.queries import blocked_ids
from gyda.people.who import Who

MOST_NEIGHBOURS = 20


def own(who: Who) -> QuerySet[Gift]:
    """Return what the reader, or their principal, gave and received."""
    ends = Q(giver=who.subject) | Q(receiver=who.subject)
    return Gift.objects.filter(ends).select_related("giver", "receiver")


def from_pot() -> QuerySet[Gift]:
    """Return what the connectors gave from the pot."""
    return Gift.objects.filter(kind=Kind.GRANT).select_related("receiver", "entered_by")


def gift_or_404(who: Who, gift_id: UUID) -> Gift:
    """Return a gift that the reader may see."""
    rows = Gift.objects.select_related("giver", "receiver", "entered_by")
    gift: Gift = get_object_or_404(rows, id=gift_id)
    if not may_see(who, gift):
        raise Http404
    return gift


def neighbours(who: Who, text: str) -> list[Member]:
    """Return members whose name begins like the text, for choosing one."""
    start = fold(text).strip()
    if not start:
        return []
    found = Member.objects.active().named(start).exclude(id__in=[who.subject.id, who.actor.id])
    found = found.exclude(id__in=blocked_ids(who.subject))
    return list(found.order_by("name_folded", "id")[:MOST_NEIGHBOURS])


def neighbour_or_404(who: Who, member_id: UUID) -> Member:
    """Return an active member whom no block keeps apart from the reader."""
    apart = {who.subject.id, who.actor.id, *blocked_ids(who.subject)}
    others = Member.objects.active().exclude(id__in=apart)
    return get_object_or_404(others, id=member_id)


def receiver_or_404(who: Who, member_id: UUID) -> Member:
    """Return whom the pot may help: any active member other than the connector who gives."""
    return get_object_or_404(Member.objects.active().exclude(id=who.actor.id), id=member_id)
