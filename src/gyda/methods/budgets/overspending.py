"""Equal shares with bounded overspending: close winners are not lost for want of a little money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from gyda.methods.budgets.equal_shares import bar_unsupported, step_of
from gyda.methods.budgets.limits import Limits, Permits, Reason
from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome, Setting
from gyda.methods.budgets.profile import Floats, Profile, profile_of
from gyda.methods.budgets.purses import NEAR, Items, Level, Purses, bounds
from gyda.methods.budgets.rounds import Round
from gyda.methods.budgets.ties import order

FINEST = 2**256
ROUGH = 10 * NEAR  # the bounds of full payment are wider than those of anything else


def bounded_overspending(
    election: Election,
    *,
    utility: str = "cost",
    ties: str = "id",
    seed: str = "",
    limits: Limits | None = None,
) -> Outcome:
    """Count by BOS equal shares (Papasotiropoulos et al., "Method of equal shares with bounded
    overspending", arXiv 2409.15005, section 5).

    A project is (a, r)-affordable, 0 < a <= 1, if its supporters can pay the part a of its
    cost at price r: a * cost = sum of min(purse, a * r * utility). Of those that fit into what
    is left of the whole budget the one with the lowest r / a wins, and each supporter pays
    r * utility or all they have; what is then missing is overspent by the community. Exact but
    for prices, which are rounded up to 2**-256 of the smallest unit: else their digits would
    double with every project that is overspent on.
    `Step.pooled` is what those gave who had less; in_full * paid + pooled may be below the cost.

    >>> from gyda.methods.budgets.model import election
    >>> one = election(100, {"a": 70, "b": 30}, [["a"]] * 6 + [["b"]] * 4)
    >>> bounded_overspending(one).selected  # a's six supporters hold only 60
    ('a', 'b')
    """
    profile, permits = profile_of(election, utility), Permits(election, limits or Limits())
    bar_unsupported(profile, permits)
    count = _Count(profile, order(election, ties, seed), permits)
    rounds = []
    while (offer := count.next_offer()) is not None:
        rounds.append(count.elect(offer))
    settings: dict[str, Setting] = {"utility": utility, "ties": ties, "seed": seed}
    return _outcome(election, profile, count, rounds, settings)


@dataclass(frozen=True)
class _Offer:
    """A project at its best: level r * value per point, r / a times a constant as rank."""

    project: int
    level: Fraction
    ratio: Fraction
    items: Items


class _Count:
    def __init__(self, profile: Profile, ranks: Sequence[int], permits: Permits) -> None:
        self.profile, self.ranks, self.permits = profile, ranks, permits
        self.purses = Purses(profile, profile.share())
        self.room = profile.budget

    def next_offer(self) -> _Offer | None:
        """Return the winner of the round: floats sort out, fractions decide."""
        rough = []
        for c in range(len(self.profile.cost)):
            if self.permits.may_win(c) and self.profile.cost[c] <= self.room:
                items = self.purses.items(c)
                if float(items.each.max(initial=0)) > 0:
                    rough.append((_ratios(self.profile, c, items).min(), c, items))
        least = min((one[0] for one in rough), default=np.inf) * (1 + ROUGH)
        offers = [self._offer(c, items) for ratio, c, items in rough if ratio <= least]
        return min(offers, key=lambda one: (one.ratio, self.ranks[one.project]), default=None)

    def _offer(self, c: int, items: Items) -> _Offer:
        ratios = _ratios(self.profile, c, items)
        near = np.flatnonzero(ratios <= ratios.min() * (1 + ROUGH))
        return min((self._at(c, items, int(j)) for j in near), key=lambda one: one.ratio)

    def _at(self, c: int, items: Items, j: int) -> _Offer:
        """Work out exactly the offer at which item j gives its all; past the last: full payment."""
        top, part = Fraction(0), Fraction(2)
        if j < len(items.kind):
            top = self.purses.left(int(items.kind[j])) / int(items.points[j])
            part = self._paid(items, top) / self.profile.cost[c]
        if part > 1:
            level = self.purses.level(c)
            assert level is not None
            top, part = Fraction(level.over, self.purses.per * level.under), Fraction(1)
        return _Offer(c, top / part, top / part**2 / self.profile.value[c], items)

    def _paid(self, items: Items, top: Fraction) -> Fraction:
        each = zip(items.kind.tolist(), items.points.tolist(), items.weight.tolist(), strict=True)
        given = (w * min(self.purses.left(kind), top * points) for kind, points, w in each)
        return sum(given, Fraction(0))

    def elect(self, offer: _Offer) -> Round:
        """Let the supporters pay the full price, or all they have."""
        items, purses, level = offer.items, self.purses, _rounded(offer.level)
        poor = items.each < float(level) * (1 - NEAR)
        for j in np.flatnonzero(~poor & (items.each < float(level) * (1 + NEAR))).tolist():
            poor[j] = purses.left(int(items.kind[j])) < level * int(items.points[j])
        pooled = Fraction(purses.pooled(items, poor), purses.per)
        due = level * purses.per
        in_full, gave_all = (int(items.weight[some].sum()) for some in (~poor, poor))
        purses.pay(Level(offer.project, due.numerator, due.denominator, items, poor))
        self.room -= self.profile.cost[offer.project]
        self.permits.elect(offer.project)
        return Round(offer.project, level, offer.ratio, in_full, gave_all, pooled)


def _rounded(level: Fraction) -> Fraction:
    return Fraction(-(-level.numerator * FINEST // level.denominator), FINEST)


def _ratios(profile: Profile, c: int, items: Items) -> Floats:
    """Return r / a (times the same for all) where each item gives its all, last: full payment."""
    ranked = np.argsort(items.each, kind="stable")
    each, units = items.each[ranked], (items.weight * items.points)[ranked].astype(float)
    paid = np.cumsum(units * each) + each * (units.sum() - np.cumsum(units))
    part = paid / profile.cost[c]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where((part > 0) & (part <= 1 + NEAR), each / part**2, np.inf)
    found = np.empty(len(each) + 1)
    found[ranked] = ratio
    found[-1] = _full(profile, c, items)
    return found / float(profile.value[c])


def _full(profile: Profile, c: int, items: Items) -> float:
    """Return the level at which supporters pay all of the cost, infinite if they cannot."""
    units = (items.weight * items.points).astype(float)
    low, high = bounds(items.each, units, float(profile.cost[c]), 0.0)
    return low if high < np.inf else np.inf


def _outcome(
    election: Election,
    profile: Profile,
    count: _Count,
    rounds: Sequence[Round],
    settings: dict[str, Setting],
) -> Outcome:
    steps = tuple(step_of(election, profile, one) for one in rounds)
    cost = sum((election.projects[one.project].cost for one in rounds), Fraction(0))
    room = Reason("does-not-fit", {"room": election.budget - cost})
    reasons = {
        one.id: count.permits.reasons.get(k, room) for k, one in enumerate(election.projects)
    }
    ids = tuple(one.project for one in steps)
    share = profile.money(profile.share())
    return Outcome(
        "bounded-overspending", settings, election.budget, ids, cost, reasons, steps, share, share
    )
