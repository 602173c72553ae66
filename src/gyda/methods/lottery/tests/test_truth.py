"""Chances against all panels, lots against quotas, proofs against tampering."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import copy
import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from gyda.methods import lottery
from gyda.methods.errors import BadInput, NotFeasible
from gyda.methods.lottery import rounding
from gyda.methods.lottery.tests.brute import a_small_pool, valid, worst_error
from gyda.methods.tests.shared import shared

BEST = {"like_mass_24": 0.230769, "like_sf_a_35": 0.046729, "opendlp_monitoring_30": 0.296703}


def read(name: str, *, homes: bool = False) -> tuple[lottery.Pool, tuple[lottery.Quota, ...], int]:
    folder = shared(f"lottery/{name}")
    quotas = lottery.read_quotas((folder / "categories.csv").read_text())
    text = (folder / "respondents.csv").read_text()
    pool = lottery.read_pool(text, quotas, household="household" if homes else None)
    return pool, quotas, json.loads((folder / "meta.json").read_text())["k"]


def by_id(pool: lottery.Pool, ids: tuple[str, ...]) -> list[lottery.Person]:
    people = {person.id: person for person in pool.people}
    return [people[i] for i in ids]


def beyond_rounding(found: lottery.Lottery, lots: tuple[tuple[str, ...], ...]) -> int:
    """Count people who sit below floor(lots·p), or above the ceiling, in the lots themselves."""
    times = Counter(person for lot in lots for person in lot)
    shares = {person: float(chance) * len(lots) for person, chance in found.chances.items()}
    return sum(
        times[person] < math.floor(share + 1e-6) or times[person] > math.ceil(share - 1e-6)
        for person, share in shares.items()
    )


@pytest.mark.parametrize("number", range(12))
def test_everyone_is_in_as_many_equal_lots_as_their_chance_rounded_down_or_up(number: int) -> None:
    pool, quotas, seats = a_small_pool(number)
    try:
        found = lottery.fair_lottery(pool, quotas, seats)
    except NotFeasible:
        return
    for lots in (7, 100, 1000):
        equal = lottery.rounded(found, lots)
        assert len(equal.lots) == lots
        assert all(valid(pool, quotas, by_id(pool, lot)) for lot in set(equal.lots))
        assert beyond_rounding(found, equal.lots) == equal.missed == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", ["like_hd_30", "like_sf_c_44", "tight_hd_30"])
def test_pools_that_are_hard_to_round_are_rounded_for_everyone(name: str) -> None:
    pool, quotas, seats = read(name)
    found = lottery.fair_lottery(pool, quotas, seats)
    equal = lottery.rounded(found)
    assert all(valid(pool, quotas, by_id(pool, lot)) for lot in set(equal.lots))
    assert beyond_rounding(found, equal.lots) == equal.missed == 0


@pytest.mark.slow
def test_where_mending_gets_stuck_it_is_begun_again_with_other_luck(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Numbered by their answers, with homes, these 239 people got stuck with the first seed."""
    pool, quotas, seats = read("like_hd_30", homes=True)
    people = sorted(pool.people, key=lambda one: (sorted(one.values.items()), one.id))
    numbered = [
        lottery.Person(f"{n:06}", one.values, one.household) for n, one in enumerate(people, 1)
    ]
    found = lottery.fair_lottery(lottery.Pool.of(numbered, one_per_household=True), quotas, seats)
    assert lottery.rounded(found).missed == 0
    mended, seeds = rounding.mended, list[int]()

    def stuck(model: Any, panels: Any, bounds: Any, seed: int, on_step: Any) -> Any:
        seeds.append(seed)
        return panels if seed == 7 else mended(model, panels, bounds, seed, on_step)

    monkeypatch.setattr(rounding, "mended", stuck)
    heard: list[float] = []
    assert lottery.rounded(found, seed=7, on_step=heard.append).missed == 0
    assert len(seeds) > 1
    assert heard


@pytest.mark.slow
def test_chances_are_leximin_over_all_panels_of_small_pools() -> None:
    errors = [error for error in map(worst_error, range(70)) if error is not None]
    assert len(errors) > 45
    assert max(errors) < 1e-6


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "homes"), [("like_mass_24", True), ("opendlp_monitoring_30", False)]
)
def test_real_pools_have_the_best_known_lowest_chance_and_valid_lots(
    name: str, homes: bool
) -> None:
    pool, quotas, seats = read(name, homes=homes)
    found = lottery.fair_lottery(pool, quotas, seats)
    assert float(found.minimum) == pytest.approx(BEST[name], abs=1e-6)
    lots, equal = lottery.lots_of(found), lottery.rounded(found)
    assert all(valid(pool, quotas, by_id(pool, lot.people)) for lot in lots)
    assert all(valid(pool, quotas, by_id(pool, lot)) for lot in equal.lots)
    assert beyond_rounding(found, equal.lots) == equal.missed == 0
    proof = json.loads(json.dumps(lottery.proof_of(found, lots)))
    verdict = lottery.check(proof)
    assert verdict.fine
    assert verdict.minimum == pytest.approx(BEST[name], abs=1e-6)


def a_proof() -> dict[str, Any]:
    pool, quotas, seats = a_small_pool(3)
    found = lottery.fair_lottery(pool, quotas, seats)
    return lottery.proof_of(found, lottery.lots_of(found), lottery.rounded(found, 100))


def test_a_proof_that_was_changed_is_found_out() -> None:
    proof = a_proof()
    assert lottery.check(proof).fine
    for damage in (_move_weight, _swap_person, _claim_more):
        wrong = copy.deepcopy(proof)
        damage(wrong)
        assert not lottery.check(wrong).fine


def _numbers(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where the numbers of a proof are."""
    if isinstance(part, dict | list):
        pairs = part.items() if isinstance(part, dict) else enumerate(part)
        for key, inner in pairs:
            yield from _numbers(inner, (*path, key))
    elif isinstance(part, int | float):
        yield path


def test_one_number_changed_anywhere_in_a_proof_is_found_and_its_part_named() -> None:
    proof = json.loads(json.dumps(a_proof()))
    for path in list(_numbers(proof)):
        wrong = copy.deepcopy(proof)
        inner = wrong
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] += 1
        assert path[0] in _harmed(wrong)


def _harmed(proof: dict[str, Any]) -> list[str]:
    """Return the parts that the check names."""
    try:
        verdict = lottery.check(proof)
    except BadInput as error:
        return [str(error.values["reason"])]
    return [wrong.part for wrong in verdict.wrong if not verdict.fine]


def _move_weight(proof: dict[str, Any]) -> None:
    proof["lots"][0][0] += 1


def _swap_person(proof: dict[str, Any]) -> None:
    people = proof["lots"][0][1]
    people[0] = people[1]


def _claim_more(proof: dict[str, Any]) -> None:
    proof["chances"][0] += 5


def test_everyone_of_a_type_has_the_same_chance_to_one_part() -> None:
    pool, quotas, seats = a_small_pool(5)
    found = lottery.fair_lottery(pool, quotas, seats)
    sums = dict.fromkeys(found.chances, 0)
    for lot in lottery.lots_of(found):
        for person in lot.people:
            sums[person] += lot.weight
    assert sum(lot.weight for lot in lottery.lots_of(found)) == lottery.WHOLE
    assert all(abs(sums[p] - c * lottery.WHOLE) <= 1 for p, c in found.chances.items())


@pytest.mark.parametrize("method", ["maximin", "nash", "goldilocks"])
def test_other_methods_give_valid_lotteries_no_lower_than_they_promise(method: str) -> None:
    pool, quotas, seats = read("like_mass_24")
    found = lottery.fair_lottery(pool, quotas, seats, method=method)
    chances = [float(c) for c in found.chances.values()]
    assert sum(chances) == pytest.approx(seats)
    lexi = [float(c) for c in lottery.fair_lottery(pool, quotas, seats).chances.values()]
    if method == "maximin":
        assert min(chances) == pytest.approx(min(lexi), abs=1e-7)
    if method == "nash":
        assert sum(map(math.log, chances)) >= sum(map(math.log, lexi)) - 1e-6
    if method == "goldilocks":
        assert max(chances) <= max(lexi) + 1e-6


def test_the_order_of_the_rows_changes_nothing() -> None:
    pool, quotas, seats = a_small_pool(7)
    turned = lottery.Pool.of(
        reversed(pool.people),
        one_per_household=pool.one_per_household,
        together=pool.together,
        apart=pool.apart,
    )
    one = lottery.fair_lottery(pool, quotas, seats)
    other = lottery.fair_lottery(turned, list(reversed(quotas)), seats)
    assert lottery.lots_of(one) == lottery.lots_of(other)
