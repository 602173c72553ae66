"""The rule of thumb that ours is compared with: whoever leaves gives way to whoever is closest."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gyda.methods.lottery import (
    Person,
    Pool,
    Quota,
    fair_lottery,
    loosened,
    reserves,
    rounded,
    vacancy,
)
from gyda.methods.lottery.model import Floats
from gyda.methods.lottery.reserves import Scenes, answers_of, risk_of

Gone = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Compared:
    """Seats that are wrong (empty, or breaking a quota), mean over drop-outs that none knew."""

    nobody: float
    closest: float
    ours: float


def compare_reserves(pool: Pool, quotas: Sequence[Quota], seats: int, number: int) -> Compared:
    """Draw a panel and let `number` stand by, by both rules, for the same groups' chances.

    The rule of thumb knows them, too: the closest to those most likely to leave stand by.
    """
    panel = rounded(fair_lottery(pool, quotas, seats), 10).lots[0]
    leaving = some_chances(quotas)
    seated = [person for person in pool.people if person.id in panel]
    rest = [person for person in pool.people if person.id not in panel]
    likely = sorted(seated, key=lambda person: (-risk_of(person, leaving), person.id))
    thumb = _closest([likely[i % len(likely)] for i in range(number)], rest)
    ours = reserves(pool, quotas, panel, number, leaving=leaving).people
    scenes = Scenes.of(seated, quotas, leaving, seed=99)
    by_id = {person.id: person for person in rest}
    filled = scenes.filled(answers_of([by_id[i] for i in ours], quotas))
    return Compared(
        float(scenes.missed(scenes.counts).mean()),
        float(np.mean([_one(seated, gone, thumb, scenes) for gone in _gone(seated, leaving)])),
        float(scenes.missed(filled).mean()),
    )


def compare_replacements(
    pool: Pool, quotas: Sequence[Quota], seats: int, times: int = 10
) -> Compared:
    """Draw a panel, let some drop out, and fill their seats from the whole pool by both rules."""
    panel = rounded(fair_lottery(pool, quotas, seats), 10).lots[0]
    leaving = some_chances(quotas)
    seated = [person for person in pool.people if person.id in panel]
    rest = [person for person in pool.people if person.id not in panel]
    scenes = Scenes.of(seated, quotas, leaving, seed=99)
    rows = []
    for gone in _gone(seated, leaving)[:times]:
        left = {p.id for p, out in zip(seated, gone, strict=True) if out}
        empty = vacancy(pool, quotas, seats, stay=set(panel) - left, left=left)
        kept_quotas, _ = loosened(empty.pool, empty.quotas, empty.seats)
        again = fair_lottery(empty.pool, kept_quotas, empty.seats)
        new = set(rounded(again, 1).lots[0])
        kept = [p for p in seated if p.id not in left]
        filled = answers_of([*kept, *(p for p in rest if p.id in new)], quotas).sum(0)
        bare = answers_of(kept, quotas).sum(0)
        rows.append([_wrong(scenes, bare), _one(seated, gone, rest, scenes), _wrong(scenes, filled)])  # fmt: skip  # noqa: E501
    return Compared(*np.mean(rows, axis=0).tolist())


def some_chances(quotas: Sequence[Quota]) -> dict[tuple[str, str], float]:
    """Return a chance of leaving for each group, from 2 to 30 %, the same at each call."""
    random = np.random.Generator(np.random.PCG64(7))
    chances = 0.02 + 0.28 * random.random(len(quotas)) ** 2
    return dict(zip((quota.name for quota in quotas), chances.tolist(), strict=True))


def _gone(seated: Sequence[Person], leaving: dict[tuple[str, str], float]) -> Gone:
    """Return (S, seated) who drops out: the same draws as in Scenes.of(seed=99)."""
    risk = np.array([risk_of(person, leaving) for person in seated])
    return np.random.Generator(np.random.PCG64(99)).random((400, len(seated))) < risk


def _one(seated: Sequence[Person], gone: Gone, able: Sequence[Person], scenes: Scenes) -> float:
    """Return what is wrong once each who left was replaced by the closest of the able."""
    left = [p for p, out in zip(seated, gone, strict=True) if out]
    kept = [p for p, out in zip(seated, gone, strict=True) if not out]
    return _wrong(scenes, answers_of([*kept, *_closest(left, able)], scenes.quotas).sum(0))


def _wrong(scenes: Scenes, counts: Floats) -> float:
    return float(scenes.missed(counts[None])[0])


def _closest(people: Sequence[Person], able: Sequence[Person]) -> list[Person]:
    """Return for each person the one of the able, not yet taken, who shares most answers."""
    free = list(able)
    found = []
    for person in people:
        if not free:
            break
        best = max(range(len(free)), key=lambda i: len(person.values.items() & free[i].values.items()))  # fmt: skip  # noqa: E501
        found.append(free.pop(best))
    return found
