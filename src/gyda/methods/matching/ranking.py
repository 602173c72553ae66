"""Who fits: for each ask the best helpers that pass all gates, or for each helper the best asks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from gyda.methods.matching import score
from gyda.methods.matching.columns import Columns, Floats, Ints, columns
from gyda.methods.matching.gates import shut, travelled
from gyda.methods.matching.model import Community
from gyda.methods.matching.pairs import near_pairs
from gyda.methods.matching.reasons import Match, match
from gyda.methods.matching.titles import alike


@dataclass(frozen=True)
class Fits:
    """n pairs that pass, at most one offer of a helper for an ask, by ask and then best first."""

    columns: Columns
    ask: Ints
    offer: Ints
    points: Ints  # without the helper's turn
    alike: Floats

    @property
    def helper(self) -> Ints:
        found: Ints = self.columns.offers.person[self.offer]
        return found

    def matches(self, rows: Ints) -> list[Match]:
        """Return the chosen ones, with their reasons."""
        totals = self.points + score.turn(self.columns)[self.helper]
        picked = (part[rows].tolist() for part in (self.ask, self.offer, totals, self.alike))
        return [match(self.columns, *one) for one in zip(*picked, strict=True)]


def fits(community: Community, *, width: int = 30, seed: str = "") -> Fits:
    """Return the best `width` helpers of each ask; who comes first among equals is by lot.

    The lot is drawn from the seed and the ids, so that it is the same for any order of rows.
    Titles are compared for the best three times `width` only: they count least and cost most.
    """
    told = columns(community)
    drawn = score.Lots.of(told, seed)
    found = [_passing(told, drawn, ask, offer, 3 * width) for ask, offer in near_pairs(told)]
    nobody = np.zeros(0, dtype=np.int64)
    ask, offer, points = (np.concatenate(part) for part in zip((nobody,) * 3, *found, strict=True))
    likeness = alike(told, ask, offer)
    points = points + score.likeness_points(told, likeness)
    kept = _best(told, drawn, ask, offer, points, width)
    return Fits(told, ask[kept], offer[kept], points[kept], likeness[kept])


def _passing(
    told: Columns, drawn: score.Lots, ask: Ints, offer: Ints, width: int
) -> tuple[Ints, Ints, Ints]:
    """Return the best pairs of a block that pass all gates, and their points."""
    may = shut(told, ask, offer) == 0
    ask, offer = _no_farther_than_need_be(told, ask[may], offer[may])
    points = score.points(told, ask, offer)
    kept = _best(told, drawn, ask, offer, points, width)
    return ask[kept], offer[kept], points[kept]


def _no_farther_than_need_be(told: Columns, ask: Ints, offer: Ints) -> tuple[Ints, Ints]:
    """Keep who is near; where fewer than a few are, those few who are nearest."""
    far = travelled(told, ask, offer)
    order = np.lexsort((offer, far, ask))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = _place(ask[order])
    kept = (far <= told.rules.near) | (rank < told.rules.few)
    return ask[kept], offer[kept]


def _best(
    told: Columns, drawn: score.Lots, ask: Ints, offer: Ints, points: Ints, width: int
) -> Ints:
    """Return the rows of each ask's best helpers, each with their best offer."""
    helper = told.offers.person[offer]
    total = points + score.turn(told)[helper]
    order = np.lexsort((offer, -total, helper, ask))
    kept = order[_first_of_each(ask[order], helper[order])]
    lot = drawn.of_pairs(ask[kept], helper[kept])
    kept = kept[np.lexsort((lot, -total[kept], ask[kept]))]
    best: Ints = kept[_place(ask[kept]) < width]
    return best


def _first_of_each(one: Ints, other: Ints) -> Ints:
    first = np.ones(len(one), dtype=np.bool_)
    first[1:] = (np.diff(one) != 0) | (np.diff(other) != 0)
    return np.flatnonzero(first)


def _place(groups: Ints) -> Ints:
    """Return each row's place within its group, of sorted groups."""
    rows = np.arange(len(groups))
    starts = np.ones(len(rows), dtype=np.bool_)
    starts[1:] = np.diff(groups) != 0
    place: Ints = rows - np.maximum.accumulate(np.where(starts, rows, 0))
    return place


def helpers_for(community: Community, *, most: int = 5, seed: str = "") -> dict[str, list[Match]]:
    """Return for each ask the people to ask, best first; none for an ask that nobody fits."""
    found: dict[str, list[Match]] = defaultdict(list)
    whole = fits(community, width=most, seed=seed)
    for one in whole.matches(np.arange(len(whole.ask))):
        found[one.ask].append(one)
    return dict(found)


def asks_for(community: Community, helper: str, *, most: int = 5, seed: str = "") -> list[Match]:
    """Return the asks that fit what one person offers, best first."""
    theirs = [offer for offer in community.offers if offer.person == helper]
    whole = fits(replace(community, offers=theirs), seed=seed)
    found = whole.matches(np.arange(len(whole.ask)))
    return sorted(found, key=lambda one: (-one.score, one.ask))[:most]
