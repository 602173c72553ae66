"""Every read of gifts and stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.need.gifts.models import Asset, AssetKind, Story
from gyda.people.areas import folded
from gyda.people.who import Who

MOST_PLACES = 60


@dataclass(frozen=True)
class PlaceRow:
    """How many gifts of each kind a place has."""

    name: str
    counts: list[int]

    @property
    def all(self) -> int:
        return sum(self.counts)


def gifts(
    who: Who | None, *, kind: str = "", place: str = "", initiative: UUID | None = None
) -> "QuerySet[Asset]":
    """Return the gifts this reader may know of, newest first."""
    rows = Asset.objects.shown_to(members=bool(who))
    rows = rows.filter(kind=kind) if kind in AssetKind.values else rows
    rows = rows.filter(place_folded=folded(place)) if place else rows
    rows = rows.filter(initiative=initiative) if initiative else rows
    return rows.select_related("by", "member").order_by("-id")


def by_place(who: Who | None) -> list[PlaceRow]:
    """Return the map of gifts as a table: places, those with most gifts first, by kind."""
    rows = Asset.objects.shown_to(members=bool(who)).exclude(place_folded="")
    found: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    grouped = rows.values("place_folded", "kind").annotate(n=Count("id"), name=Max("place"))
    for row in grouped.order_by("place_folded", "kind"):
        found.setdefault(row["place_folded"], {})[row["kind"]] = row["n"]
        names.setdefault(row["place_folded"], row["name"])
    table = [
        PlaceRow(names[place], [counts.get(kind, 0) for kind in AssetKind.values])
        for place, counts in found.items()
    ]
    return sorted(table, key=lambda row: (-row.all, row.name))[:MOST_PLACES]


def waiting_for(who: Who | None) -> list[Asset]:
    """Return the gifts about which this reader has not answered."""
    if not who or not who.reaches_everything:
        return []
    rows = Asset.objects.there().filter(member=who.subject, agreed_at__isnull=True)
    return list(rows.select_related("by").order_by("-id")[:20])


def asset_or_404(asset_id: UUID, who: Who | None) -> Asset:
    """Return a gift that this reader may know of: shown, written down by them, or about them."""
    rows = Asset.objects.there().select_related("by", "member", "initiative")
    if not who:
        return get_object_or_404(rows.shown_to(members=False), id=asset_id)
    found = get_object_or_404(rows, id=asset_id)
    own = who.subject.id in (found.by_id, found.member_id)
    if not (own or Asset.objects.shown().filter(id=found.id).exists()):
        raise Http404
    return found


def stories(who: Who | None, initiative: UUID | None = None) -> "QuerySet[Story]":
    """Return the stories that this reader may read, newest first."""
    rows = Story.objects.readable_by(who.subject if who else None)
    rows = rows.filter(initiative=initiative) if initiative else rows
    return rows.select_related("member").order_by("-id")


def story_or_404(story_id: UUID, who: Who | None) -> Story:
    rows = Story.objects.readable_by(who.subject if who else None)
    return get_object_or_404(rows.select_related("member", "initiative"), id=story_id)


def gone() -> int:
    """Return how many stories were taken back."""
    return Story.objects.filter(Q(withdrawn_at__isnull=False)).count()
