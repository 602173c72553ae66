"""Reserves that keep the balance when people drop out, and the draw of who replaces them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gyda.methods.lottery.model import Floats
from gyda.methods.lottery.pool import Person, Pool, Quota

Leaving = Mapping[tuple[str, str], float]
SAMPLES = 400


@dataclass(frozen=True)
class Vacancy:
    """What is left to draw once some have gone: hand it to `fair_lottery`."""

    pool: Pool
    quotas: tuple[Quota, ...]
    seats: int


def vacancy(
    pool: Pool, quotas: Sequence[Quota], seats: int, *, stay: Collection[str], left: Collection[str]
) -> Vacancy:
    """Return the draw for the empty seats: those who stay are fixed, quotas count them already.

    Nobody who left can be drawn again, nor anyone who may not sit with somebody who stays:
    their household, and people kept apart from them. Sets that sit together and of which
    somebody left are drawn no more.
    """
    kept = [person for person in pool.people if person.id in stay]
    open_seats = seats - len(kept)
    barred = set(stay) | set(left) | _shut_out(pool, kept)
    barred |= {p for group in pool.together if group & barred for p in group}
    rest = [person for person in pool.people if person.id not in barred]
    ids = {person.id for person in rest}
    remaining = replace(
        pool,
        people=tuple(rest),
        together=tuple(group for group in pool.together if group <= ids),
        apart=tuple(group & ids for group in pool.apart if len(group & ids) > 1),
    )
    return Vacancy(remaining, tuple(_left_over(quota, kept) for quota in quotas), open_seats)


def _shut_out(pool: Pool, kept: Sequence[Person]) -> set[str]:
    ids = {person.id for person in kept}
    homes = {p.household for p in kept if p.household is not None and pool.one_per_household}
    same = {person.id for person in pool.people if person.household in homes and homes}
    return same | {p for group in pool.apart if group & ids for p in group}


def _left_over(quota: Quota, kept: Sequence[Person]) -> Quota:
    held = sum(person.values.get(quota.category) == quota.value for person in kept)
    highest = None if quota.highest is None else max(0, quota.highest - held)
    least, most = max(0, quota.least - held), max(0, quota.most - held)
    return replace(
        quota, least=least, most=most, lowest=max(0, quota.lowest - held), highest=highest
    )


@dataclass(frozen=True)
class Reserves:
    """Who stands by, in the order of their use to the panel, and the seats by which quotas are
    expected to be missed with them and without anybody standing by.
    """

    people: tuple[str, ...]
    expected: float
    without: float


def reserves(
    pool: Pool,
    quotas: Sequence[Quota],
    panel: Collection[str],
    number: int,
    *,
    leaving: Leaving,
    usual: float = 0.1,
    seed: int = 0,
) -> Reserves:
    """Return `number` reserves with the least expected loss over sampled drop-outs.

    `leaving` gives the chance that somebody of a group drops out (the largest of a person's
    groups counts), `usual` everyone else's. Empirical risk minimisation after Assos, Baharav,
    Flanigan, Procaccia 2025 (Alternates), greedily: the next reserve is who mends most seats
    in the samples. Loss: Σ seats by which the quotas are missed once the reserves have come.
    """
    shut = _shut_out(pool, [person for person in pool.people if person.id in panel])
    seated = [person for person in pool.people if person.id in panel]
    able = [p for p in pool.people if p.id not in panel and p.id not in shut]
    risk = np.array([risk_of(person, leaving, usual) for person in seated])
    random = np.random.Generator(np.random.PCG64(seed))
    gone = random.random((SAMPLES, len(seated))) < risk
    counts = ~gone @ _answers(seated, quotas)
    chosen = _greedy(able, _answers(able, quotas), _Samples(quotas, counts, gone.sum(1)), number)
    ids = tuple(person.id for person in chosen)
    everyone = {person.id: person for person in pool.people}
    without = loss([], quotas, counts, gone.sum(1))
    return Reserves(ids, loss([everyone[i] for i in ids], quotas, counts, gone.sum(1)), without)


def risk_of(person: Person, leaving: Leaving, usual: float = 0.1) -> float:
    """Return the chance that a person drops out."""
    known = [leaving[answer] for answer in person.values.items() if answer in leaving]
    return max(known, default=usual)


def _answers(people: Sequence[Person], quotas: Sequence[Quota]) -> Floats:
    """Return (people, quotas): one where a person counts for a quota."""
    rows = [[float(p.values.get(q.category) == q.value) for q in quotas] for p in people]
    return np.array(rows).reshape(len(people), len(quotas))


@dataclass
class _Samples:
    """Sampled panels: counts (S, quotas) and how many seats are empty (S,)."""

    quotas: Sequence[Quota]
    counts: Floats
    empty: Floats

    def missed(self, counts: Floats) -> Floats:
        """Seats by which each sample misses its quotas."""
        least = np.array([quota.least for quota in self.quotas])
        most = np.array([quota.most for quota in self.quotas])
        short: Floats = np.maximum(least - counts, 0) + np.maximum(counts - most, 0)
        return np.asarray(short.sum(1))

    def gains(self, answers: Floats) -> Floats:
        """Return (S, people): the seats that each person would mend in each sample."""
        least = np.array([quota.least for quota in self.quotas])
        most = np.array([quota.most for quota in self.quotas])
        value = (self.counts < least).astype(float) - (self.counts >= most)
        gains: Floats = np.where(self.empty[:, None] > 0, value @ answers.T, 0.0)
        return gains

    def seat(self, who: Floats, where: Floats) -> None:
        """Seat a person in some of the samples."""
        self.counts = self.counts + where[:, None] * who
        self.empty = self.empty - where


def _greedy(
    able: Sequence[Person], answers: Floats, samples: _Samples, number: int
) -> list[Person]:
    chosen: list[Person] = []
    taken = np.zeros(len(able), bool)
    while len(chosen) < min(number, len(able)):
        gains = samples.gains(answers)
        use = np.maximum(gains, 0).sum(0)
        use[taken] = -1
        best = int(use.argmax())
        taken[best] = True
        chosen.append(able[best])
        samples.seat(answers[best], (gains[:, best] > 0).astype(float))
    return chosen


def loss(standing_by: Sequence[Person], quotas: Sequence[Quota], counts: Floats, empty: Floats) -> float:  # fmt: skip  # noqa: E501
    """Return the mean seats by which quotas are missed when reserves fill what they mend best.

    counts (S, quotas), empty (S,): the panels after drop-out. In each sample the reserve who
    mends most comes first, until none mends anything.
    """
    samples = _Samples(quotas, counts.astype(float), empty.astype(float))
    answers = _answers(standing_by, quotas)
    free = np.ones((len(counts), len(standing_by)), bool)
    rows = np.arange(len(counts))
    for _ in standing_by:
        gains = np.where(free, samples.gains(answers), 0.0)
        best = gains.argmax(1)
        where = gains[rows, best] > 0
        free[rows[where], best[where]] = False
        samples.counts = samples.counts + where[:, None] * answers[best]
        samples.empty = samples.empty - where
    return float(samples.missed(samples.counts).mean())
