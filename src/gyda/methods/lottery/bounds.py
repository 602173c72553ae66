"""How often each type may sit in all lots together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np

from gyda.methods.lottery.fair import Lottery
from gyda.methods.lottery.model import Counts, Floats

ROUND = 1e-6  # a chance this near to a whole number of lots counts as whole


@dataclass(frozen=True)
class Bounds:
    """How often the units of each type may sit in all lots, and their exact share (each T,)."""

    low: Floats
    high: Floats
    share: Floats

    @staticmethod
    def of(lottery: Lottery, lots: int) -> "Bounds":
        """Return floor and ceiling of lots·p, for all units of each type together."""
        share = np.array([float(chance) * lots for chance in lottery.of_type])
        members = lottery.model.members
        low, high = np.floor(share + ROUND), np.ceil(share - ROUND)
        return Bounds(low * members, high * members, share * members)

    def off(self, counts: Counts) -> float:
        """By how many seats the counts are out of bounds."""
        over = np.maximum(self.low - counts, 0) + np.maximum(counts - self.high, 0)
        return float(over.sum())
