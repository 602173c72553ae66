"""Chains of exchanges, one person in one lot at a time, that move a seat from type to type."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import deque
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from gyda.methods.lottery.bounds import Bounds
from gyda.methods.lottery.model import Counts, Model

Single = npt.NDArray[np.float32]
Where = npt.NDArray[np.intp]
Way = dict[int, tuple[int, int]]  # type → the type before it, and the lot of the exchange
LOTS_SEEN = 128  # lots in which an exchange towards a type is looked for
PATIENCE = 12  # types looked at for a better end once there is one


@dataclass
class Exchanges:
    """Lots (M, T) with what their rows still allow: an exchange must leave every lot valid.

    `full` and `bare` (M, R): one where a row of a lot can take no more, or give no more away.
    """

    model: Model
    panels: Counts
    full: Single = field(init=False)
    bare: Single = field(init=False)

    def __post_init__(self) -> None:
        """Look at every lot."""
        self._columns = np.ascontiguousarray(self.model.rows.T)
        self._reach = np.maximum(self.model.rows.max(1, initial=0), 1)
        self.full = np.zeros((len(self.panels), len(self._reach)), np.float32)
        self.bare = self.full.copy()
        self._look(np.arange(len(self.panels)))

    def put(self, lots: Where, panels: Counts) -> None:
        """Replace some lots by the rows of `panels`."""
        self.panels[lots] = panels
        self._look(lots)

    def swap(self, lot: int, out: int, into: int) -> None:
        """Exchange one unit in one lot."""
        self.panels[lot, out] -= 1
        self.panels[lot, into] += 1
        self._look(np.array([lot]))

    def _look(self, lots: Where) -> None:
        counts = self.panels[lots] @ self._columns
        self.full[lots] = self.model.upper - counts < self._reach
        self.bare[lots] = counts - self.model.lower < self._reach

    def around(self, kind: int, used: list[int], *, ahead: bool) -> dict[int, int]:
        """Return the types that can follow `kind` (or come before it), each with a lot for it."""
        own = self.panels[:, kind]
        able = own > self.model.least[kind] if ahead else own < self.model.most[kind]
        able[used] = False
        lots = np.flatnonzero(able)
        lots = lots[:: max(1, len(lots) // LOTS_SEEN)]
        more, less = self._columns > self._columns[kind], self._columns < self._columns[kind]
        if not ahead:
            more, less = less, more
        broken = self.full[lots] @ more.T.astype(np.float32)
        broken += self.bare[lots] @ less.T.astype(np.float32)
        if not len(lots):
            return {}
        held = self.panels[lots]
        room = held < self.model.most if ahead else held > self.model.least
        fits = (broken == 0) & room
        fits[:, kind] = False
        found = np.flatnonzero(fits.any(0))
        return dict(zip(found.tolist(), lots[fits[:, found].argmax(0)].tolist(), strict=True))


def mend(lots: Exchanges, bounds: Bounds) -> Single:
    """Move seats along the shortest chains until no type that is out of bounds has one left.

    Returns (T,) which types such seats cannot leave: −1 where there is one too many among them
    all, +1 where there is one too few.
    """
    counts = lots.panels.sum(0)
    closed = np.zeros(len(counts), np.float32)
    for ahead in (True, False):
        out = counts > bounds.high if ahead else counts < bounds.low
        for kind in np.flatnonzero(out).tolist():
            while counts[kind] > bounds.high[kind] if ahead else counts[kind] < bounds.low[kind]:
                chain, seen = _chain(lots, bounds, counts, kind, ahead=ahead)
                if not chain:
                    closed[seen] = -1 if ahead else 1
                    break
                for giver, taker, lot in chain:
                    lots.swap(lot, giver, taker)
                    counts[giver] -= 1
                    counts[taker] += 1
    return closed


def _chain(
    lots: Exchanges, bounds: Bounds, counts: Counts, kind: int, *, ahead: bool
) -> tuple[list[tuple[int, int, int]], list[int]]:
    """Return exchanges (from, to, lot) that take a seat off `kind`, or with not `ahead` bring one.

    Breadth first; the best end is a type that is out of bounds the other way, the next best
    one that has room within its bounds.
    """
    best = counts < bounds.low if ahead else counts > bounds.high
    good = counts < bounds.high if ahead else counts > bounds.low
    way: Way = {kind: (kind, -1)}
    queue, end, left = deque([kind]), -1, len(counts)
    while queue and left > 0:
        here = queue.popleft()
        used = [lot for _, _, lot in _walked(way, here, ahead=ahead)]
        left -= 1
        for kin, lot in lots.around(here, used, ahead=ahead).items():
            if kin in way:
                continue
            way[kin] = here, lot
            if best[kin]:
                return _walked(way, kin, ahead=ahead), []
            if good[kin] and end < 0:
                end, left = kin, PATIENCE
            queue.append(kin)
    return (_walked(way, end, ahead=ahead), []) if end >= 0 else ([], list(way))


def _walked(way: Way, end: int, *, ahead: bool) -> list[tuple[int, int, int]]:
    """Return the exchanges (from, to, lot) that lead to `end`."""
    found = []
    while way[end][1] >= 0:
        before, lot = way[end]
        found.append((before, end, lot) if ahead else (end, before, lot))
        end = before
    return found
