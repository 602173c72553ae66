"""Equal lots to be drawn by hand: every chance rounded down or up to a whole number of lots."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from gyda.methods.lottery.colouring import equitable
from gyda.methods.lottery.fair import WHOLE, Lottery
from gyda.methods.lottery.model import Counts, Floats, Model, Type
from gyda.methods.lottery.search import STEPS, Search, Single
from gyda.methods.lottery.units import Unit

LANES = 48
TRIES = 600
ROUND = 1e-6  # a chance this near to a whole number of lots counts as whole


@dataclass(frozen=True)
class Bounds:
    """How often the units of each type may sit in all lots, and their exact share (each T,)."""

    low: Floats
    high: Floats
    share: Floats

    def off(self, counts: Counts) -> float:
        """By how many seats the counts are out of bounds."""
        over = np.maximum(self.low - counts, 0) + np.maximum(counts - self.high, 0)
        return float(over.sum())

    def cost(self, counts: Counts) -> float:
        """The same, and a little for being far from the exact share."""
        return self.off(counts) + 0.01 * float(((counts - self.share) ** 2).sum())


@dataclass(frozen=True)
class Rounded:
    """`lots`: who sits in each of M equally likely lots, by id. `missed`: how many people are
    further from their exact chance than a whole lot; 0 unless the search gave up.
    """

    lots: tuple[tuple[str, ...], ...]
    missed: int

    def chances(self) -> dict[str, Fraction]:
        """Return each drawn person's chance: a number of lots out of all."""
        counts: dict[str, int] = defaultdict(int)
        for lot in self.lots:
            for person in lot:
                counts[person] += 1
        return {person: Fraction(n, len(self.lots)) for person, n in sorted(counts.items())}


def rounded(lottery: Lottery, lots: int = 1000, seed: int = 0) -> Rounded:
    """Return `lots` valid panels in which everyone sits floor(lots·p) or ceil(lots·p) times.

    Panels are picked so that the counts keep up with the chances (herding), then mended person
    by person until none is off (Flanigan, Kehne, Procaccia 2021 show that rounding to within a
    few lots is always possible, and find that in practice one is enough).
    """
    share = np.array([float(chance) * lots for chance in lottery.of_type])
    low = np.floor(share + ROUND) * lottery.model.members
    high = np.ceil(share - ROUND) * lottery.model.members
    picked = _picked(lottery, lots)
    mended, off = _mended(
        lottery.model, picked, Bounds(low, high, share * lottery.model.members), seed
    )
    people = _seated(lottery, mended)
    return Rounded(people, off)


def _picked(lottery: Lottery, lots: int) -> Counts:
    """Pick the panel that is most needed, again and again, beginning with the whole copies."""
    weights = np.array([w / WHOLE for w in lottery.weights]) * lots
    panels = lottery.panels.astype(np.float32)
    whole = np.floor(weights + ROUND).astype(np.int64)
    short = ((weights - whole) @ panels).astype(np.float32)
    fresh = np.zeros(len(panels), np.float32)
    picked = np.repeat(np.arange(len(panels)), whole).tolist()[:lots]
    steady = short / max(1, lots - len(picked))
    behind = np.zeros_like(short)
    norms = 0.5 * (panels * panels).sum(1)
    for _ in range(lots - len(picked)):
        behind += steady
        j = int((panels @ behind - norms - fresh).argmax())
        fresh[j] += 1
        behind -= panels[j]
        picked.append(j)
    return lottery.panels[sorted(picked)]


def _mended(model: Model, panels: Counts, bounds: Bounds, seed: int) -> tuple[Counts, int]:
    """Change lots until each type sits within its bounds in all."""
    search = Search(model, seed)
    panels, counts = panels.copy(), panels.sum(0)
    for turn in range(TRIES):
        if bounds.off(counts) == 0:
            break
        lanes = search.random.permutation(len(panels))[:LANES]
        found, worth = _proposals(search, panels[lanes], counts, bounds)
        for lane, panel in zip(lanes[np.isfinite(worth)], found[np.isfinite(worth)], strict=True):
            after = counts - panels[lane] + panel
            level = turn % 2 and bounds.off(after) <= bounds.off(counts)
            if level or bounds.cost(after) < bounds.cost(counts):
                counts, panels[lane] = after, panel
    return panels, int(bounds.off(counts))


def _proposals(
    search: Search, panels: Counts, counts: Counts, bounds: Bounds
) -> tuple[Counts, Single]:
    """Let lanes climb by what adding or dropping one unit of each type would mend now."""
    need = 0.2 * np.tanh(bounds.share - counts)
    add = (counts < bounds.low) * 1.0 - (counts >= bounds.high) + need
    drop = (counts > bounds.high) * 1.0 - (counts <= bounds.low) - need
    weights = np.where(panels > 0, -drop, add).astype(np.float32)
    spread = np.linspace(0.05, 0.5, len(weights), dtype=np.float32)[:, None]
    noise = search.random.random(weights.shape, dtype=np.float32) * spread
    found, worth = search.climb(panels.astype(np.float32), weights + noise, STEPS // 2)
    return found.astype(np.int64), worth


def _seated(lottery: Lottery, panels: Counts) -> tuple[tuple[str, ...], ...]:
    """Give the seats of each type to its people in turn."""
    seats: list[list[Unit]] = [[] for _ in panels]
    shared = defaultdict(list)
    for t, kind in enumerate(lottery.model.types):
        if kind.shared is not None and len(kind.households) > 1:
            shared[kind.shared].append((kind, panels[:, t].tolist()))
        else:
            turn = 0
            for lot, count in enumerate(panels[:, t].tolist()):
                seats[lot] += [kind.units[(turn + i) % len(kind.units)] for i in range(count)]
                turn += count
    for kinds in shared.values():
        for lot, unit in _households(kinds):
            seats[lot].append(unit)
    ids = lottery.pool.people
    return tuple(tuple(sorted(ids[i].id for unit in lot for i in unit)) for lot in seats)


def _households(kinds: list[tuple[Type, list[int]]]) -> list[tuple[int, Unit]]:
    """Seat types that share households: one colour per household, fairly spread."""
    edges = [
        (lot, k) for k, (_, counts) in enumerate(kinds) for lot, n in enumerate(counts)
        for _ in range(n)
    ]  # fmt: skip
    homes = len(kinds[0][0].households)
    turns: dict[tuple[int, int], int] = defaultdict(int)
    seated = []
    for (lot, k), home in zip(edges, equitable(edges, homes), strict=True):
        household = kinds[k][0].households[home]
        seated.append((lot, household[turns[k, home] % len(household)]))
        turns[k, home] += 1
    return seated
