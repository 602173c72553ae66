"""How far the hub reaches, cluster by cluster: small numbers held back, and what betrays them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import get_language

from gyda.methods.representativeness import suppressed
from gyda.people.models import Member
from gyda.people.models.folded import folded_name
from gyda.referral.models import CoverageArea

ELSEWHERE = ""  # members whose area the file does not have, or who gave none


@dataclass(frozen=True)
class Cluster:
    """One cluster, as it may be shown to anyone; None is held back."""

    name: str
    areas: int
    list_size: int
    members: int | None
    east: float | None
    north: float | None

    @property
    def per_thousand(self) -> float | None:
        """Members for each thousand on the lists."""
        if self.members is None or not self.list_size:
            return None
        return 1000 * self.members / self.list_size


@dataclass(frozen=True)
class Coverage:
    """All clusters, those of no cluster, and when the file was loaded."""

    clusters: Sequence[Cluster]
    elsewhere: int | None
    total: int | None
    loaded_at: datetime.datetime | None

    @property
    def list_size(self) -> int:
        return sum(cluster.list_size for cluster in self.clusters)

    @property
    def hides_some(self) -> bool:
        return None in [self.elsewhere, *(cluster.members for cluster in self.clusters)]


def coverage() -> Coverage:
    """Return the figures for everyone's eyes, in two queries."""
    areas = list(CoverageArea.objects.order_by("id"))
    groups = defaultdict(list)
    for area in areas:
        groups[area.cluster_cy, area.cluster_en].append(area)
    counts = _counts({area.area_folded: key for key, rows in groups.items() for area in rows})
    shown = suppressed({_key(key): counts.get(_key(key), 0) for key in [*groups, None]})
    clusters = [_cluster(rows, shown.groups[_key(key)]) for key, rows in groups.items()]
    clusters.sort(key=lambda cluster: folded_name(cluster.name))
    loaded = max((area.loaded_at for area in areas), default=None)
    return Coverage(clusters, shown.groups[ELSEWHERE], shown.total, loaded)


def _key(key: tuple[str, str] | None) -> str:
    return "\n".join(key) if key else ELSEWHERE


def _counts(cluster_of: dict[str, tuple[str, str]]) -> dict[str, int]:
    """Count active members by cluster, however their area is written."""
    counts: dict[str, int] = defaultdict(int)
    by_area = Member.objects.active().order_by().values("area").annotate(people=Count("id"))
    for row in by_area:
        counts[_key(cluster_of.get(folded_name(row["area"])))] += row["people"]
    return counts


def _cluster(areas: Sequence[CoverageArea], members: int | None) -> Cluster:
    size = sum(area.list_size for area in areas)
    name = areas[0].cluster_cy if get_language() == "cy" else areas[0].cluster_en
    placed = [area for area in areas if area.east is not None]
    east = _middle((area.east or 0, area.list_size) for area in placed)
    north = _middle((area.north or 0, area.list_size) for area in placed)
    return Cluster(name, len(areas), size, members, east, north)


def _middle(points: Iterable[tuple[float, int]]) -> float | None:
    """Return where most people are: the mean, by the size of the lists."""
    points = list(points)
    weight = sum(max(size, 1) for _where, size in points)
    return sum(where * max(size, 1) for where, size in points) / weight if weight else None
