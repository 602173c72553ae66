"""The map: a disc for each cluster, as large as its lists, as dark as the hub's reach."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gyda.referral.queries.coverage import Cluster

WIDTH, HEIGHT = 640, 480
MARGIN = 70
LARGEST, SMALLEST = 46, 9
SHADES = 4


@dataclass(frozen=True)
class Disc:
    """One cluster on the map; shade 0: the number is held back."""

    cluster: Cluster
    number: int
    x: int
    y: int
    radius: int
    shade: int

    @property
    def label(self) -> int:
        """Return where the number stands: above the disc, where nothing shades it."""
        return self.y - self.radius - 6


def discs(clusters: Sequence[Cluster]) -> list[Disc]:
    """Return where to draw what; none when the file says of fewer than two where they are."""
    placed = [one for one in clusters if one.east is not None and one.north is not None]
    if len(placed) < 2:
        return []
    numbers = {id(one): number for number, one in enumerate(clusters, start=1)}
    largest = max(one.list_size for one in placed) or 1
    highest = max((one.per_thousand or 0 for one in placed), default=0)
    at = _projected(placed)
    found = [
        Disc(one, numbers[id(one)], *at[id(one)], _radius(one, largest), _shade(one, highest))
        for one in placed
    ]
    return sorted(found, key=lambda disc: -disc.radius)  # the small ones on top


def _projected(placed: Sequence[Cluster]) -> dict[int, tuple[int, int]]:
    """Lay degrees out flat: a degree east is shorter than one north by the cosine of latitude."""
    squeeze = math.cos(math.radians(sum(one.north or 0 for one in placed) / len(placed)))
    points = {id(one): ((one.east or 0) * squeeze, -(one.north or 0)) for one in placed}
    left, top = (min(axis) for axis in zip(*points.values(), strict=True))
    right, bottom = (max(axis) for axis in zip(*points.values(), strict=True))
    room = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    scale = min(room[0] / ((right - left) or 1e-9), room[1] / ((bottom - top) or 1e-9))
    middle = ((left + right) / 2, (top + bottom) / 2)
    return {
        key: (
            round(WIDTH / 2 + (x - middle[0]) * scale),
            round(HEIGHT / 2 + (y - middle[1]) * scale),
        )
        for key, (x, y) in points.items()
    }


def _radius(cluster: Cluster, largest: int) -> int:
    return max(SMALLEST, round(LARGEST * math.sqrt(cluster.list_size / largest)))


def _shade(cluster: Cluster, highest: float) -> int:
    rate = cluster.per_thousand
    if rate is None:
        return 0
    return max(1, math.ceil(SHADES * rate / highest)) if highest else 1
