"""Shares of agreement as if everyone had been asked: inverse-probability estimates from the log."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.routing.exposure import Shown
from gyda.methods.shares import Z90, benjamini_hochberg, difference, fisher

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Estimate:
    """A share of agreement with its 90 % interval; ``votes``: how many equal votes it is worth."""

    share: float
    low: float
    high: float
    votes: float


def weights(log: Sequence[Shown], steps: Mapping[int, int]) -> Floats:
    """Return the inverse-probability weight of each line of the log; 0 for linked ones.

    ``steps``: how many statements were routed to each person in all. Along a person's path,
    shown/reach has expectation 1 at each step at which a statement could be shown (a martingale:
    the chance that earlier steps left it open is in ``reach``), so the mean over those steps counts
    each person once, whatever her group, her answers or her stamina made the routing do. This is
    Horvitz & Thompson 1952, formula (4), with steps as draws. It takes for granted that nobody
    stops because of the one statement that is estimated. (Statements about the process are open
    at each third step only: their weights are right up to a factor, which ``hajek`` does not mind.)
    """
    return np.array(
        [0.0 if s.linked else 1 / (s.reach * (steps[s.person] - s.opened)) for s in log]
    )


def horvitz_thompson(log: Sequence[Shown], values: Floats, weight: Floats, people: int) -> float:
    """Return Σ w·value / people: unbiased for the mean of ``values`` over all ``people``.

    ``values`` (len(log),) belong to the lines of one statement's log; ``people``: how many could
    have been shown it at some step.
    """
    return float(weight @ values / people)


def hajek(answers: NDArray[np.int8], weight: Floats, z: float = Z90) -> Estimate:
    """Return the share of agree among agree and disagree, of everyone who could be asked.

    ``answers`` (v,) in {−1, 0, 1} and ``weight`` (v,) of one statement's lines. A ratio of two
    Horvitz-Thompson sums (Hájek 1971): its bias vanishes as 1/v, and its interval comes from
    linearisation (Särndal, Swensson & Wretman 1992, section 5.7).

    >>> hajek(np.array([1, -1, 1]), np.array([1.0, 3.0, 1.0]), z=0).share
    0.4
    """
    told = (answers != 0) & (weight > 0)
    agree, w = (answers[told] > 0).astype(float), weight[told]
    if not len(w):
        return Estimate(0.5, 0.0, 1.0, 0.0)
    worth = w.sum() ** 2 / (w @ w)
    share = float(w @ agree / w.sum())
    # One imagined answer each way keeps the interval open when all agree.
    softened = (share * worth + 1) / (worth + 2)
    spread = np.sum((w * (agree - softened)) ** 2) / w.sum() ** 2
    half = z * sqrt(max(spread, softened * (1 - softened) / (worth + 2)))
    return Estimate(share, max(0.0, share - half), min(1.0, share + half), float(worth))


@dataclass(frozen=True)
class ByLink:
    """How votes that came by a link differ from routed ones, for one statement.

    ``gap``: share of agreement by link less routed, with its 90 % interval; ``q``: the p value,
    corrected over all statements (Benjamini & Hochberg). NaN when one side has no votes.
    """

    statement: int
    gap: float
    low: float
    high: float
    q: float


def by_link(log: Sequence[Shown], answers: NDArray[np.int8]) -> list[ByLink]:
    """Compare the votes by direct link with the routed ones, statement by statement.

    People who follow a link chose themselves: their votes are marked and never enter ``hajek``.
    """
    counts: dict[int, NDArray[np.int64]] = {}
    for shown, answer in zip(log, answers.tolist(), strict=True):
        if answer:
            table = counts.setdefault(shown.statement, np.zeros((2, 2), dtype=np.int64))
            table[int(shown.linked), int(answer > 0)] += 1
    both = [(one, table) for one, table in sorted(counts.items()) if table.sum(1).all()]
    qs = benjamini_hochberg([fisher(table) for _, table in both])
    return [ByLink(one, *_gap(table), q=float(q)) for (one, table), q in zip(both, qs, strict=True)]


def _gap(table: NDArray[np.int64]) -> tuple[float, float, float]:
    of = table.sum(1)
    return difference((table[1, 1], table[0, 1]), (of[1], of[0]))
