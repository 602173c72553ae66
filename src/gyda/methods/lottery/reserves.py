"""Who stands by, so that the panel keeps its balance whoever drops out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from gyda.methods.lottery.model import Floats
from gyda.methods.lottery.pool import Person, Pool, Quota
from gyda.methods.lottery.vacancy import shut_out

Leaving = Mapping[tuple[str, str], float]
SAMPLES = 400
PASSES = 2


@dataclass(frozen=True)
class Reserves:
    """Who stands by, in the order of their use to the panel, and how many seats (empty ones,
    and those by which quotas are missed) are expected to be wrong with them and with nobody.
    """

    people: tuple[str, ...]
    expected: float
    without: float


@dataclass(frozen=True)
class Scenes:
    """Sampled drop-outs: who is left, and what the panel needs.

    counts (S, quotas + 1): who is left, by quota and in all. least, most (quotas + 1,): the
    quotas, and the seats as the last of them.
    """

    quotas: Sequence[Quota]
    counts: Floats
    least: Floats
    most: Floats

    @staticmethod
    def of(
        seated: Sequence[Person],
        quotas: Sequence[Quota],
        leaving: Leaving,
        *,
        usual: float = 0.1,
        seed: int = 0,
        samples: int = SAMPLES,
    ) -> "Scenes":
        """Sample who drops out, each person alone, with the chance of their groups."""
        risk = np.array([risk_of(person, leaving, usual) for person in seated])
        random = np.random.Generator(np.random.PCG64(seed))
        stays = random.random((samples, len(seated))) >= risk
        seats = float(len(seated))
        least = np.array([*(quota.least for quota in quotas), seats])
        most = np.array([*(quota.most for quota in quotas), seats])
        return Scenes(quotas, stays @ answers_of(seated, quotas), least, most)

    def missed(self, counts: Floats) -> Floats:
        """Return (S,) the seats that are empty or break a quota."""
        short = np.maximum(self.least - counts, 0) + np.maximum(counts - self.most, 0)
        return np.asarray(short.sum(1))

    def gains(self, counts: Floats, answers: Floats) -> Floats:
        """Return (S, people): the seats that each person would mend."""
        value = (counts < self.least).astype(float) - (counts >= self.most)
        return np.asarray(value @ answers.T)

    def filled(self, answers: Floats) -> Floats:
        """Return the counts once reserves (N, quotas + 1) came: who mends most comes first."""
        counts = self.counts.copy()
        free = np.ones((len(counts), len(answers)), bool)
        rows = np.arange(len(counts))
        for _ in answers:
            gains = np.where(free, self.gains(counts, answers), 0.0)
            best = gains.argmax(1)
            comes = gains[rows, best] > 0
            if not comes.any():
                break
            free[rows[comes], best[comes]] = False
            counts += comes[:, None] * answers[best]
        return counts


def reserves(
    pool: Pool,
    quotas: Sequence[Quota],
    panel: Collection[str],
    number: int,
    *,
    leaving: Leaving,
    usual: float = 0.1,
    seed: int = 0,
    barred: Collection[str] = (),
) -> Reserves:
    """Return `number` reserves with the least expected loss over sampled drop-outs.

    `barred` are asked no more, nor is who only comes together with others. `leaving` gives the
    chance that somebody of a group drops out (the largest of a person's
    groups counts), `usual` everyone else's. Empirical risk minimisation after Assos, Baharav,
    Flanigan and Procaccia 2025 (Alternates): greedily, the next reserve is who mends most seats
    in the samples; then each is exchanged when another would leave less. Loss: seats that are
    empty, and by which quotas are missed, once the reserves have come.
    """
    seated = [person for person in pool.people if person.id in panel]
    shut = shut_out(pool, seated) | set(barred) | {p for group in pool.together for p in group}
    able = [p for p in pool.people if p.id not in panel and p.id not in shut]
    scenes = Scenes.of(seated, quotas, leaving, usual=usual, seed=seed)
    choice = _Choice(scenes, answers_of(able, quotas))
    choice.grow(min(number, len(able)))
    choice.improve()
    people = tuple(able[i].id for i in choice.chosen)
    return Reserves(people, choice.loss(), float(scenes.missed(scenes.counts).mean()))


def risk_of(person: Person, leaving: Leaving, usual: float = 0.1) -> float:
    """Return the chance that a person drops out."""
    known = [leaving[answer] for answer in person.values.items() if answer in leaving]
    return max(known, default=usual)


def answers_of(people: Sequence[Person], quotas: Sequence[Quota]) -> Floats:
    """Return (people, quotas + 1): one where a person counts for a quota, and one for the seat."""
    rows = [[*(float(p.values.get(q.category) == q.value) for q in quotas), 1.0] for p in people]
    return np.array(rows).reshape(len(people), len(quotas) + 1)


@dataclass
class _Choice:
    """Reserves being chosen, by position among the able."""

    scenes: Scenes
    answers: Floats
    chosen: list[int] = field(default_factory=list)

    def grow(self, number: int) -> None:
        """Add reserves until there are `number`."""
        while len(self.chosen) < number:
            self.chosen.append(self._next())

    def improve(self) -> None:
        """Exchange reserves one by one while that leaves less."""
        for _ in range(PASSES):
            before = list(self.chosen)
            for place in range(len(self.chosen)):
                kept, loss = list(self.chosen), self.loss()
                del self.chosen[place]
                self.chosen.insert(place, self._next())
                if self.loss() >= loss:
                    self.chosen = kept
            if self.chosen == before:
                break

    def loss(self) -> float:
        """Return the seats that are expected to be wrong."""
        return float(self.scenes.missed(self.scenes.filled(self.answers[self.chosen])).mean())

    def _next(self) -> int:
        """Return who mends most of what the chosen leave."""
        counts = self.scenes.filled(self.answers[self.chosen])
        use = np.maximum(self.scenes.gains(counts, self.answers), 0).sum(0)
        use[self.chosen] = -1
        return int(use.argmax())
