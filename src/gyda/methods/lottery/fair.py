"""The fairest lottery over the panels that meet the quotas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np

from gyda.methods.errors import NotFeasible
from gyda.methods.lottery import relaxation
from gyda.methods.lottery.decompose import FEWEST, SEEDS, Cut, Mixture, decompose
from gyda.methods.lottery.faults import NoPanel
from gyda.methods.lottery.herding import herd, on_face
from gyda.methods.lottery.model import Counts, Floats, Model, model_of
from gyda.methods.lottery.pool import Pool, Quota
from gyda.methods.lottery.pricing import best_panel, cover
from gyda.methods.lottery.relaxation import Level, Outer

WHOLE = 10**15  # weights are whole numbers of this part
Progress = Callable[[str, float], None]
METHODS: dict[str, Callable[[Model, Sequence[Cut]], Outer]] = {
    "leximin": relaxation.leximin,
    "maximin": relaxation.maximin,
    "nash": relaxation.nash,
    "goldilocks": relaxation.goldilocks,
}


@dataclass(frozen=True)
class Lottery:
    """A lottery over kinds of panels: how many of each type sit, and with what weight.

    panels (N, T) counts by type; weights: N whole numbers that sum to `WHOLE`. Within a type
    everyone has the same chance. `levels` and `cuts` prove that it is as fair as can be.
    """

    pool: Pool
    model: Model
    method: str
    panels: Counts
    weights: tuple[int, ...]
    levels: tuple[Level, ...]
    cuts: tuple[Cut, ...]
    unselectable: tuple[str, ...]

    @cached_property
    def of_type(self) -> tuple[Fraction, ...]:
        """The exact chance of the members of each type."""
        sums = np.array(self.weights, np.int64) @ self.panels  # exact: below 2^63 up to 9,000 seats
        members = self.model.members.astype(int).tolist()
        return tuple(Fraction(s, WHOLE * m) for s, m in zip(sums.tolist(), members, strict=True))

    @cached_property
    def chances(self) -> dict[str, Fraction]:
        """Each person's exact chance, by id."""
        people = self.pool.people
        pairs = [
            (people[i].id, chance)
            for kind, chance in zip(self.model.types, self.of_type, strict=True)
            for unit in kind.units
            for i in unit
        ]
        return dict(sorted(pairs))

    @property
    def minimum(self) -> Fraction:
        """The lowest chance of anyone whom some panel can hold."""
        out = set(self.unselectable)
        return min((p for person, p in self.chances.items() if person not in out))


def fair_lottery(
    pool: Pool,
    quotas: Sequence[Quota],
    seats: int,
    *,
    method: str = "leximin",
    seed: int = 0,
    seconds: float = 600,
    on_step: Progress = lambda stage, share: None,
) -> Lottery:
    """Return the fairest lottery over panels of `seats` people that meet the quotas.

    `method`: `leximin` raises the lowest chance, then the next lowest, and so on; `maximin` only
    the lowest; `nash` the product; `goldilocks` weighs lowest against highest. `seed` steers
    the search for panels, never who is drawn; `seconds` limits each call of the solver.
    Raises NotFeasible when no panel meets the quotas, TooLong when the solver's limit is met;
    `on_step` hears a stage and what is still missing, and may raise to stop.
    """
    model = model_of(pool, quotas, seats)
    on_step("panels", 1.0)
    model, known, out = _without_unselectable(model, seed, seconds)
    cuts: list[Cut] = []
    while True:
        on_step("chances", float(len(cuts)))
        outer = METHODS[method](model, cuts)
        if cuts or method != "leximin":
            more = herd(model, on_face(model, outer.target), FEWEST + model.width, seed + len(cuts))
            known = np.unique(np.concatenate([known, more]), axis=0)
        found = decompose(
            model,
            outer.target,
            known,
            seed=seed,
            on_step=lambda missed: on_step("lottery", missed),
            seconds=seconds,
        )
        if isinstance(found, Mixture):
            break
        cuts.append(found)
    panels, weights = whole_weights(found.panels, found.weights)
    ids = tuple(
        sorted(pool.people[i].id for t in out for unit in model.types[t].units for i in unit)
    )
    return Lottery(pool, model, method, panels, weights, outer.levels, tuple(cuts), ids)


def _without_unselectable(
    model: Model, seed: int, seconds: float
) -> tuple[Model, Counts, list[int]]:
    """Close the types that no panel holds; return panels that hold all the others, too."""
    try:
        likely = relaxation.leximin(model, ()).target
        known = herd(model, on_face(model, likely), int(SEEDS * model.width) + FEWEST, seed)
        if not len(known):
            known = best_panel(model, np.zeros(model.width), seconds)[0][None]
        known, out = cover(model, known, seed, seconds)
    except NoPanel:
        raise NotFeasible("no-panel", seats=model.seats) from None
    most = model.most.copy()
    most[out] = 0
    return replace(model, most=most), known, out.tolist()


def whole_weights(panels: Counts, weights: Floats) -> tuple[Counts, tuple[int, ...]]:
    """Return the panels that have weight, with weights as whole numbers that sum to WHOLE."""
    whole = [max(0, round(float(w) * WHOLE)) for w in weights]
    whole[whole.index(max(whole))] += WHOLE - sum(whole)
    kept = [j for j, w in enumerate(whole) if w > 0]
    return panels[kept], tuple(whole[j] for j in kept)
