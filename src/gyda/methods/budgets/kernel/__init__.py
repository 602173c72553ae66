"""The compiled parts of counting, where there are any; without them numpy does the same."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gyda.methods.budgets.profile import LARGEST, Floats, Profile
from gyda.methods.budgets.rows import Rows


def _compiled() -> Any:
    try:
        return import_module("gyda.methods.budgets.kernel._compiled")
    except ImportError:  # no compiler when this was set up
        return None


compiled: Any = _compiled()  # tests take it away
LANES = 8  # endowments that are counted side by side
Lane = tuple[tuple[int, ...], bool, bool]  # winners, whether that is sure, whether it overspent


class Papers(NamedTuple):
    """Merged ballots: how often each row was cast, lines read, ballots with a project twice."""

    rows: Rows
    times: list[int]
    lines: int
    repeated: int


def papers(votes: str, ids: Sequence[str], columns: int, voter: int, vote: int) -> Papers | None:
    """Read plain lines of a VOTES table: fields parted by `;`, ids by `,`, no quotes.

    `ids` in order of position; `columns`: fields of each line, `voter` and `vote`: which of
    them hold these. None: something is out of the ordinary, or nothing is compiled. O(text).
    """
    if compiled is None or '"' in votes or any("\n" in one or "," in one for one in ids):
        return None
    listed = "".join(f"{one}\n" for one in ids)
    found = compiled.ballots(votes.encode(), listed.encode(), len(ids), columns, voter, vote)
    if found is None:
        return None
    start, chosen, times, lines, repeated = found
    rows = Rows(np.frombuffer(start, np.int64), np.frombuffer(chosen, np.int32))
    return Papers(rows, np.frombuffer(times, np.int64).tolist(), lines, repeated)


def paid(
    supporters: tuple[NDArray[np.int64], NDArray[np.int32], Floats | bytes, Floats],
    purses: Floats,
    levels: Floats,
) -> Floats:
    """Sum what each project's supporters pay at its level per point, nobody more than a purse.

    supporters: where each project's begin (one more than there are projects), the ballots, the
    points of each (b"": 1) and the weight of every ballot. purses: shape (ballots,).
    """
    sums: Floats = np.frombuffer(compiled.paid(*supporters, purses, levels), float)
    return sums


def can_scan(profile: Profile) -> bool:
    """Tell whether there is a kernel, and all numbers are whole and exact as floats."""
    largest = max(profile.budget, sum(profile.cost))
    return compiled is not None and largest < LARGEST and profile.electorate < LARGEST


class Lanes:
    """An election as the kernel wants it: arrays end to end."""

    def __init__(
        self,
        profile: Profile,
        first: Floats,
        ranks: Sequence[int],
        next_twin: dict[int, int],
        ceiling: int,
    ) -> None:
        """first: a lower bound of each project's price, infinite where it does not stand."""
        lengths = [len(each) for each in profile.voters]
        start = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        points = np.concatenate(profile.points).astype(float) if profile.points else b""
        twins = [next_twin.get(c, -1) for c in range(len(profile.cost))]
        self.arrays = (
            start,
            np.concatenate(profile.voters).astype(np.int32, copy=False),
            points,
            np.ascontiguousarray(profile.weight),
            np.array(profile.cost, float),
            np.array(profile.value, float),
            np.ascontiguousarray(first),
            np.array(ranks, np.int32),
            np.array(twins, np.int32),
        )
        self.numbers = (profile.value is profile.cost, float(ceiling), float(profile.electorate))

    def count(self, endowments: Sequence[float]) -> list[Lane]:
        """Count up to `LANES` rising endowments, to the first that passes the ceiling."""
        found = compiled.scan(*self.arrays, np.array(endowments, float), *self.numbers)
        return [
            (tuple(np.frombuffer(won, np.int32).tolist()), bool(sure), bool(over))
            for won, sure, over in found
        ]
