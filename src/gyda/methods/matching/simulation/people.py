"""How people answer: whether it is possible at all, and how likely a yes is then."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gyda.methods.matching.columns import Columns, Floats, Ints
from gyda.methods.matching.gates import Way, common, metres, shut, ways
from gyda.methods.matching.simulation.world import World

MONTH = 4  # weeks


@dataclass
class Memory:
    """What each member has done and been asked, week by week."""

    members: int
    weeks: int
    given: Any = field(init=False)  # minutes, weeks by members
    received: Any = field(init=False)
    approached: Any = field(init=False)  # times

    def __post_init__(self) -> None:
        shape = (self.weeks, self.members)
        self.given, self.received, self.approached = (np.zeros(shape, np.int64) for _ in range(3))

    def lately(self, what: Any, now: int, weeks: int) -> Ints:
        """Return the sums of the weeks before this one."""
        found: Ints = what[max(0, now - weeks) : now].sum(axis=0)
        return found


def chances(made: World, truth: Columns, ask: Ints, offer: Ints, kept: Memory, now: int) -> Floats:
    """Return the chance of a yes of each pair: nothing where a true gate is shut.

    Willingness of the helper, times a share for the way to go, one for the times, one for how
    often they were approached this week before, one for the hours they gave of late.
    """
    told, helper = made.told, truth.offers.person[offer]
    far = np.where(ways(truth, ask, offer) == Way.REMOTE, 0.0, metres(truth, ask, offer))
    many = np.minimum(np.bitwise_count(common(truth, ask, offer)).astype(np.int64), 4)
    easy = told.inconvenient + (1 - told.inconvenient) * np.maximum(many - 1, 0) / 3
    hours = kept.lately(kept.given, now, MONTH)[helper]
    fresh = 1.0 / (1.0 + hours / told.tired_by_hours)
    tired = told.tired_by_asking ** _nth(helper)
    possible = shut(truth, ask, offer) == 0
    chance = made.willing[helper] * np.exp(-far / told.decay) * easy * fresh * tired
    return np.where(possible, chance, 0.0)


def _nth(helper: Ints) -> Ints:
    """Return how often each row's helper stands in the rows before it."""
    order = np.argsort(helper, kind="stable")
    starts = np.ones(len(order), dtype=np.bool_)
    starts[1:] = np.diff(helper[order]) != 0
    rows = np.arange(len(order))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = rows - np.maximum.accumulate(np.where(starts, rows, 0))
    return place
