"""Does a statement mean the same in both languages? Agree rates within the same part of the map."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from math import inf, log, nan

import numpy as np
from numpy.typing import NDArray
from scipy.special import erfc

from gyda.methods.opinion.votes import Floats, Ints, Votes
from gyda.methods.shares import benjamini_hochberg

ETS = -2.35  # turns the log odds ratio into the testing service's delta
SLIGHT, LARGE = 1.0, 1.5  # |delta| below which a difference is none, and from which it is large
FEWEST = 10  # opinions in each language below which nothing is said


@dataclass(frozen=True)
class Item:
    """One statement: ``odds``, the common odds ratio of agreeing in the first language to others.

    ``delta`` = −2.35 ln odds on the scale of the Educational Testing Service; ``q``: the p value,
    corrected over all statements (Benjamini & Hochberg); NaN where too few answered. ``flagged``:
    q at most 0.05 and |delta| at least 1.5: look at the translation.
    """

    statement: str
    opinions: tuple[int, int]
    odds: float
    delta: float
    q: float
    flagged: bool


def items(
    votes: Votes, first: NDArray[np.bool_], region: Ints, *, false_alarms: float = 0.05
) -> list[Item]:
    """Test every statement for differential functioning, by Mantel and Haenszel.

    ``first`` (v,): the vote was cast in the first language; ``region`` (n,): part of the map,
    −1 = none (``regions``). Within a region people hold like opinions, so the share that agrees
    should not depend on the language; a common odds ratio away from 1 over all regions points to
    the translation. Passes are left out. Source: Holland & Thayer 1988, equations 4 to 6. The same
    test tells where verified and unverified accounts differ: give their standing as ``first``.
    """
    tables = _tables(votes, first, region)
    opinions = tables.sum(axis=(1, 3)).astype(int)  # (m, 2 languages)
    told = (opinions >= FEWEST).all(axis=1)
    tested = [
        _mantel_haenszel(table) if on else (nan, nan)
        for table, on in zip(tables, told, strict=True)
    ]
    qs = benjamini_hochberg([p for _, p in tested])
    return [
        _item(votes.statements[j], opinions[j], tested[j][0], float(qs[j]), false_alarms)
        for j in range(votes.m)
    ]


def regions(place: Floats, parts: int = 3) -> Ints:
    """Cut the map (n, axes) into parts of equal numbers along each axis; NaN = no place, −1.

    >>> regions(np.array([[0.0], [1.0], [2.0], [3.0], [np.nan]]), parts=2).tolist()
    [0, 0, 1, 1, -1]
    """
    here = ~np.isnan(place).any(axis=1)
    label = np.zeros(len(place), np.int32)
    for axis in place.T:
        inner = np.quantile(axis[here], np.arange(1, parts) / parts) if here.any() else []
        label = label * parts + np.searchsorted(inner, axis, side="left").astype(np.int32)
    return np.where(here, label, np.int32(-1)).astype(np.int32)


def _tables(votes: Votes, first: NDArray[np.bool_], region: Ints) -> Floats:
    """Return counts (m, regions, 2 languages, 2 answers): first language and agree come first."""
    where = region[votes.person]
    on = (votes.answer != 0) & (where >= 0)
    many = int(region.max(initial=-1)) + 1
    cell = (votes.statement[on].astype(np.int64) * many + where[on]) * 2 + ~first[on]
    cell = cell * 2 + (votes.answer[on] < 0)
    return (
        np.bincount(cell, minlength=votes.m * many * 4).reshape(votes.m, many, 2, 2).astype(float)
    )


def _mantel_haenszel(table: Floats) -> tuple[float, float]:
    """Return the common odds ratio of (regions, 2, 2) and the two-sided p value of its being 1."""
    whole = table.sum(axis=(1, 2))
    table, whole = table[whole > 1], whole[whole > 1]
    (a, b), (c, d) = table[:, 0].T, table[:, 1].T
    expected = (a + b) * (a + c) / whole
    spread = (a + b) * (c + d) * (a + c) * (b + d) / (whole**2 * (whole - 1))
    if not spread.sum():
        return 1.0, 1.0
    across = (b * c / whole).sum()
    odds = float((a * d / whole).sum() / across) if across else inf
    chi = max(abs((a - expected).sum()) - 0.5, 0.0) ** 2 / spread.sum()
    return odds, float(erfc(np.sqrt(chi / 2)))


def _item(statement: str, opinions: Ints, odds: float, q: float, alarms: float) -> Item:
    delta = ETS * log(odds) if 0 < odds < inf else (-inf if odds == inf else inf)
    delta = nan if np.isnan(odds) else delta
    flagged = bool(q <= alarms and abs(delta) >= LARGE)
    return Item(statement, (int(opinions[0]), int(opinions[1])), odds, delta, q, flagged)
