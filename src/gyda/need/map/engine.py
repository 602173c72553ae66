"""What the site itself must know of a map between two of them: not for anyone's eyes.

With it a page works out one person's own place from their votes, without numpy and without a wait.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gyda.methods.opinion.map import OpinionMap

Plain = dict[str, Any]
ENOUGH, SURE = 7, 0.6  # as in methods.opinion.places and groups


def as_engine(found: "OpinionMap") -> Plain:
    """Return what is believed of each statement: E[w], E[w w'], E[c], E[c w], and the scales."""
    fit = found.fit
    mean, second = fit.statement_mean, fit.statements.second_moment()
    return {
        "noise": fit.noise,
        "prior": fit.person_prior.tolist(),
        "scale": [1 / math.sqrt(one) for one in fit.statement_prior[1:].tolist()],
        "centres": found.groups.centres.tolist(),
        "names": list(found.groups.names),
        "enough": max(1, min(ENOUGH, int((found.votes.asked > 0).sum()))),
        "statements": {
            statement: [
                *_short(mean[j].tolist()),
                *_short(second[j, 0, 1:].tolist()),
                *_short([second[j, 1, 1], second[j, 1, 2], second[j, 2, 2]]),
            ]
            for j, statement in enumerate(found.votes.statements)
        },
    }


def _short(values: list[float]) -> list[float]:
    return [float(f"{value:.5g}") for value in values]


@dataclass(frozen=True)
class Here:
    """Where one person stands: `group` is None between groups, or where there are none."""

    at: tuple[float, float]
    group: str | None
    nearest: str | None


def here(engine: Plain, answers: Mapping[str, int]) -> Here | None:
    """Return the place of somebody with these answers; None before there are enough of them.

    The same sums as methods.opinion.live, for one person: precision = prior + sum E[f f']/noise.
    """
    said = {s: v for s, v in answers.items() if v and s in engine.get("statements", {})}
    if len(said) < engine.get("enough", 1):
        return None
    mean, cov = _posterior(engine, said)
    sx, sy = engine["scale"][:2]
    at = mean[1] * sx, mean[2] * sy
    spread = (
        (cov[1][1] * sx * sx, cov[1][2] * sx * sy),
        (cov[1][2] * sx * sy, cov[2][2] * sy * sy),
    )
    nearest, sure = _nearest(engine, at, spread)
    name = None if nearest is None else engine["names"][nearest]
    return Here(at, name if sure >= SURE else None, name)


def _posterior(engine: Plain, said: Mapping[str, int]) -> tuple[list[float], list[list[float]]]:
    prior, noise = engine["prior"], engine["noise"]
    p = [[prior[i] if i == j else 0.0 for j in range(3)] for i in range(3)]
    right = [0.0, 0.0, 0.0]
    for statement, vote in said.items():
        c, w1, w2, cw1, cw2, w11, w12, w22 = engine["statements"][statement]
        moments = ((1.0, w1, w2), (w1, w11, w12), (w2, w12, w22))
        slope, offset = (1.0, w1, w2), (c, cw1, cw2)
        for i in range(3):
            right[i] += (vote * slope[i] - offset[i]) / noise
            for j in range(3):
                p[i][j] += moments[i][j] / noise
    cov = _inverse(p)
    return [sum(cov[i][j] * right[j] for j in range(3)) for i in range(3)], cov


def _inverse(a: list[list[float]]) -> list[list[float]]:
    """Return the inverse of a symmetric 3 x 3 matrix, by its cofactors."""

    def cofactor(i: int, j: int) -> float:
        r, s = [n for n in range(3) if n != i], [n for n in range(3) if n != j]
        minor = a[r[0]][s[0]] * a[r[1]][s[1]] - a[r[0]][s[1]] * a[r[1]][s[0]]
        return minor if (i + j) % 2 == 0 else -minor

    whole = sum(a[0][j] * cofactor(0, j) for j in range(3))
    return [[cofactor(j, i) / whole for j in range(3)] for i in range(3)]


def _nearest(
    engine: Plain, at: tuple[float, float], cov: tuple[tuple[float, float], tuple[float, float]]
) -> tuple[int | None, float]:
    """Return the nearest group and the chance that it is theirs (as methods.opinion.places)."""
    centres = [one[:2] for one in engine["centres"]]
    if not centres:
        return None, 0.0
    own = min(range(len(centres)), key=lambda g: math.dist(at, centres[g]))
    lowest = 1.0
    for other, centre in enumerate(centres):
        if other == own:
            continue
        way = [centres[own][i] - centre[i] for i in range(2)]
        middle = [(centres[own][i] + centre[i]) / 2 for i in range(2)]
        margin = sum((at[i] - middle[i]) * way[i] for i in range(2))
        variance = sum(cov[i][j] * way[i] * way[j] for i in range(2) for j in range(2))
        z = margin / max(math.sqrt(max(variance, 0.0)), 1e-12)
        lowest = min(lowest, (1 + math.erf(z / math.sqrt(2))) / 2)
    return own, lowest
