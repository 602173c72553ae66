"""People whose opinions are known: a model fitted to a real conversation, as ground truth."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from gyda.methods.opinion.live import Evidence, gather

OPINION = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "opinion"
Floats = NDArray[np.float64]
AT_ONCE = (
    4  # open sessions: 400 turns then have 1.3 times the voters of closed ones, as in real logs
)


@dataclass(frozen=True)
class Truth:
    """What n people would answer to m statements: the chances of agree and of pass (n, m).

    ``order``: who votes at each turn. ``factor`` (m, 1+k), ``place`` (n, 1+k), ``noise``: the model
    behind it. ``camp`` (n,): which side of the first axis.
    """

    name: str
    agree: Floats
    passes: Floats
    order: NDArray[np.int64]
    factor: Floats
    place: Floats
    noise: float

    @property
    def camp(self) -> NDArray[np.int64]:
        """Return the side of the first axis on which each person stands."""
        return (self.place[:, 1] > 0).astype(np.int64)


def table_of(name: str) -> tuple[list[str], list[int], Floats]:
    """Read people, live statements and the answers (n, m; NaN = none) of an export."""
    folder = OPINION / name
    with (folder / "comments.csv").open(newline="", encoding="utf-8-sig") as file:
        out = {int(row["comment-id"]) for row in csv.DictReader(file) if row["moderated"] == "-1"}
    with (folder / "participants-votes.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    ids = sorted(int(name) for name in rows[0] if name.isdigit() and int(name) not in out)
    answers = [[float(row[str(i)] or "nan") for i in ids] for row in rows]
    return [row["participant"] for row in rows], ids, np.array(answers)


def fitted(answers: Floats, *, axes: int = 2, sweeps: int = 40) -> tuple[Floats, Floats, float]:
    """Fit v = c + b + u·w + noise; return statements (m, 1+k), people (n, 1+k), noise."""
    n, m = answers.shape
    rows, columns = np.nonzero(~np.isnan(answers) & (answers != 0))
    table = sp.csr_array((answers[rows, columns], (rows, columns)), shape=(n, m))
    noise, bias, level, spread = 0.5, 0.1, 1.0, 0.3
    u, s, vt = sp.linalg.svds(table, k=axes, random_state=1)
    size = 1 + axes
    mean = np.hstack([np.zeros((m, 1)), vt.T * np.sqrt(m) * 0.3])
    cov = np.zeros((m, size, size))
    people_prior = np.array([1 / bias] + [1.0] * axes)
    for _ in range(sweeps):
        people = gather(table, Evidence.of(mean, cov, noise), people_prior).posterior()
        prior = np.array([1 / level] + [1 / spread] * axes)
        mean, cov = gather(table.T.tocsr(), Evidence.of(*people, noise), prior).posterior()
        fit = mean[columns, 0] + people[0][rows, 0]
        fit += (mean[columns, 1:] * people[0][rows, 1:]).sum(1)
        noise = float(np.mean((answers[rows, columns] - fit) ** 2)) * 1.1
        spread = float(np.mean(mean[:, 1:] ** 2) + cov[:, [1, 2], [1, 2]].mean())
        people_prior[0] = 1 / float(np.mean(people[0][:, 0] ** 2) + people[1][:, 0, 0].mean())
    return mean, people[0], noise


def truth_of(name: str, *, votes: int, seed: int, most: int | None = None) -> Truth:
    """Make ground truth of an export (of ``most`` statements by lot); people take turns as then."""
    chance = np.random.Generator(np.random.PCG64(seed))
    answers = table_of(name)[2]
    if most is not None:
        answers = answers[:, np.sort(chance.permutation(answers.shape[1])[:most])]
    factor, place, noise = fitted(answers)
    told = ~np.isnan(answers)
    seen = np.nan_to_num(answers)
    expected = factor[:, 0] + place[:, :1] + place[:, 1:] @ factor[:, 1:].T
    passes = ((told & (seen == 0)).sum(0) + 1.0) / (told.sum(0) + 2)
    order = _turns(np.ceil(told.sum(1) * votes / told.sum()).astype(np.int64), chance)
    agree = _platt(expected, seen)
    return Truth(name, agree, np.tile(passes, (len(agree), 1)), order, factor, place, noise)


def _platt(expected: Floats, seen: Floats) -> Floats:
    """Turn fitted opinions into chances of agreeing: a logistic line through the real answers."""
    x, y = expected[seen != 0], seen[seen != 0] > 0
    slope, level = 1.0, 0.0
    for _ in range(25):  # Newton
        chance = 1 / (1 + np.exp(-slope * x - level))
        spread = chance * (1 - chance)
        design = np.stack([x, np.ones_like(x)])
        step = np.linalg.solve((design * spread) @ design.T, design @ (y - chance))
        slope, level = slope + step[0], level + step[1]
    return np.asarray(1 / (1 + np.exp(-slope * expected - level)))


def _turns(
    lengths: NDArray[np.int64], chance: np.random.Generator, at_once: int = AT_ONCE
) -> NDArray[np.int64]:
    """Return who votes at each turn: sessions as long as real ones, some open at the same time."""
    people = chance.permutation(np.flatnonzero(lengths))
    waiting, here, turns = list(people[::-1]), [], []
    left = lengths.copy()
    while waiting or here:
        while waiting and len(here) < at_once:
            here.append(waiting.pop())
        who = int(chance.integers(len(here)))
        turns.append(here[who])
        left[here[who]] -= 1
        if not left[here[who]]:
            here.pop(who)
    return np.array(turns)
