"""People whose opinions are known: a model fitted to a real conversation, as ground truth."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.model import Fit, expected, fit
from gyda.methods.opinion.votes import Votes

OPINION = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "opinion"
Floats = NDArray[np.float64]
AT_ONCE = 8.0  # open sessions on average, so that fewest-first comes out as in opinion.md (4.5)


@dataclass(frozen=True)
class Truth:
    """What n people would answer to m statements: the chances of agree and of pass (n, m).

    ``order``: who votes at each turn. ``fit``: the model behind it.
    """

    name: str
    agree: Floats
    passes: Floats
    order: NDArray[np.int64]
    fit: Fit

    @property
    def place(self) -> Floats:
        """Return where people really stand (n, k)."""
        return self.fit.people_mean[:, 1:]

    @property
    def camp(self) -> NDArray[np.int64]:
        """Return the side of the first axis on which each person stands."""
        return (self.place[:, 0] > 0).astype(np.int64)


def table_of(name: str) -> Floats:
    """Read the answers to live statements (n, m; NaN = none) of an export."""
    folder = OPINION / name
    with (folder / "comments.csv").open(newline="", encoding="utf-8-sig") as file:
        out = {int(row["comment-id"]) for row in csv.DictReader(file) if row["moderated"] == "-1"}
    with (folder / "participants-votes.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    ids = sorted(int(name) for name in rows[0] if name.isdigit() and int(name) not in out)
    answers = [[float(row[str(i)] or "nan") for i in ids] for row in rows]
    return np.array(answers)


def truth_of(
    name: str, *, votes: int, seed: int, most: int | None = None, at_once: float = AT_ONCE
) -> Truth:
    """Make ground truth of an export (of ``most`` statements by lot); people take turns as then."""
    chance = np.random.Generator(np.random.PCG64(seed))
    answers = table_of(name)
    if most is not None:
        answers = answers[:, np.sort(chance.permutation(answers.shape[1])[:most])]
    answers = answers[~np.isnan(answers).all(1)]
    told, seen = ~np.isnan(answers), np.nan_to_num(answers)
    people, statements = np.nonzero(told)
    model = fit(Votes.of(people, statements, seen[told]))
    n, m = answers.shape
    rows = np.repeat(np.arange(n, dtype=np.int32), m)
    columns = np.tile(np.arange(m, dtype=np.int32), n)
    agree = _platt(expected(model, rows, columns)[0].reshape(n, m), seen)
    passes = ((told & (seen == 0)).sum(0) + 1.0) / (told.sum(0) + 2)
    lengths = np.ceil(told.sum(1) * votes / told.sum()).astype(np.int64)
    order = _turns(lengths, chance, at_once)[:votes]
    return Truth(name, agree, np.tile(passes, (n, 1)), order, model)


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
    lengths: NDArray[np.int64], chance: np.random.Generator, at_once: float
) -> NDArray[np.int64]:
    """Return who votes at each turn: people come by chance (Poisson), for sessions as long as real.

    A vote takes everyone as long on average, and so long that ``at_once`` sessions are open on
    average; how many are open at a time varies as it does when people come independently.
    """
    people = np.flatnonzero(lengths)
    who = np.repeat(people, lengths[people])
    took = np.cumsum(chance.exponential(at_once / len(who), len(who)))
    first = np.cumsum(lengths[people]) - lengths[people]
    into = took - np.repeat(took[first], lengths[people])
    at = np.repeat(chance.random(len(people)), lengths[people]) + into
    return np.asarray(who[np.argsort(at, kind="stable")], np.int64)
