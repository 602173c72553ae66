"""Equal lots to be drawn by hand: every chance rounded down or up to a whole number of lots."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from gyda.methods.lottery.bounds import ROUND, Bounds
from gyda.methods.lottery.dealing import dealt
from gyda.methods.lottery.fair import WHOLE, Lottery
from gyda.methods.lottery.mending import mended
from gyda.methods.lottery.model import Counts

TURNS = 4


@dataclass(frozen=True)
class Rounded:
    """`lots`: who sits in each of M equally likely lots, by id. `missed`: how many people are
    further from their exact chance than a whole lot; 0 unless the search gave up.
    """

    lots: tuple[tuple[str, ...], ...]
    missed: int

    def chances(self) -> dict[str, Fraction]:
        """Return each drawn person's chance: a number of lots out of all."""
        counts = Counter(person for lot in self.lots for person in lot)
        return {person: Fraction(n, len(self.lots)) for person, n in sorted(counts.items())}


def rounded(
    lottery: Lottery,
    lots: int = 1000,
    seed: int = 0,
    on_step: Callable[[float], None] = lambda off: None,
) -> Rounded:
    """Return `lots` valid panels in which everyone sits floor(lots·p) or ceil(lots·p) times.

    Panels are picked so that the counts keep up with the chances (herding), then mended type by
    type until none is off (`mended`); within a type seats go round, so that its people differ
    by one at most. Flanigan, Kehne and Procaccia 2021 show that rounding to within a few lots
    is always possible. `on_step` hears how many seats are still amiss, and may raise to stop.
    """
    panels = _mended(lottery, _picked(lottery, lots), Bounds.of(lottery, lots), seed, on_step)
    people = tuple(dealt(lottery, panels))
    return Rounded(people, _missed(lottery, people))


def _mended(
    lottery: Lottery,
    picked: Counts,
    bounds: Bounds,
    seed: int,
    on_step: Callable[[float], None],
) -> Counts:
    """Mend; where that got stuck begin again with other luck, and keep what is least off."""
    found, least = picked, np.inf
    for turn in range(TURNS):
        panels = mended(lottery.model, picked, bounds, seed + turn, on_step)
        off = bounds.off(panels.sum(0))
        if off < least:
            found, least = panels, off
        if not off:
            break
    return found


def _missed(lottery: Lottery, lots: Sequence[tuple[str, ...]]) -> int:
    """Count how many people sit less often than floor(lots·p), or more often than ceil."""
    times = Counter(person for lot in lots for person in lot)
    shares = {person: float(chance) * len(lots) for person, chance in lottery.chances.items()}
    return sum(
        not math.floor(share + ROUND) <= times[person] <= math.ceil(share - ROUND)
        for person, share in shares.items()
    )


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
