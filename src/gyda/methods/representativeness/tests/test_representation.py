"""Known answers of representativeness: a panel in Gwynedd, and the formulas' own borders."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.representativeness import (
    by_quintile,
    clopper_pearson,
    dissimilarity_by_lot,
    dissimilarity_interval,
    representation,
    wilson,
)
from gyda.methods.tests.shared import shared

GWYNEDD = dict(zip("12345", (0.0427, 0.2958, 0.3444, 0.2400, 0.0772), strict=True))
GOOD, POOR = (dict(zip("12345", n, strict=True)) for n in ([1, 4, 6, 4, 1], [0, 2, 5, 6, 3]))
SHARES = [Fraction(str(p)) for p in GWYNEDD.values()]


def test_a_panel_like_the_county_is_close_to_it() -> None:
    found = representation(GOOD, GWYNEDD)
    assert float(found.dissimilarity) == pytest.approx(0.0605, abs=1e-4)
    assert found.theil == pytest.approx(0.0108, abs=1e-4)
    assert found.dissimilarity < found.by_lot


def test_a_panel_unlike_the_county_is_far_from_it() -> None:
    found = representation(POOR, GWYNEDD)
    assert float(found.dissimilarity) == pytest.approx(0.2453, abs=1e-4)
    ratios = [round(float(group.ratio or 0), 2) for group in found.groups]
    assert ratios == [0, 0.42, 0.91, 1.56, 2.43]
    assert found.dissimilarity > found.by_lot


def test_the_countys_shares_come_out_of_the_areas_of_wales() -> None:
    with shared("wales/wales_lsoa_2021.csv").open(encoding="utf-8-sig") as file:
        areas = [row for row in csv.DictReader(file) if row["ltla24_code"] == "W06000002"]
    people = dict.fromkeys("12345", 0)
    for row in areas:
        people[row["wimd2025_quintile"]] += int(row["pop_census2021"])
    found = representation(GOOD, people)
    shares = [round(float(group.population), 4) for group in found.groups]
    assert shares == list(GWYNEDD.values())


def test_people_are_counted_by_the_fifth_of_their_area() -> None:
    fifths = {"a": 1, "b": 5}
    assert by_quintile(["a", "a", "b", None, "x"], fifths) == (
        {"1": 2, "2": 0, "3": 0, "4": 0, "5": 1},
        2,
    )


@pytest.mark.parametrize(
    ("method", "low", "high"),
    [(wilson, 0.0552, 0.1744), (clopper_pearson, 0.0490, 0.1762)],  # as R's prop.test, binom.test
)
def test_intervals_of_ten_in_a_hundred_are_as_published(
    method: Callable[[int, int], tuple[float, float]], low: float, high: float
) -> None:
    assert method(10, 100) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 400), st.data())
def test_an_interval_holds_its_share(people: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, people))
    for method in (wilson, clopper_pearson):
        low, high = method(count, people)
        assert 0 <= low <= count / people + 1e-12
        assert count / people - 1e-12 <= high <= 1


def test_what_chance_gives_is_the_mean_over_all_panels() -> None:
    """Three people, three groups: all 27 panels, each with its chance."""
    p = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]
    mean = Fraction(0)
    for panel in [(a, b, c) for a in range(3) for b in range(3) for c in range(3)]:
        shares = [Fraction(panel.count(group), 3) for group in range(3)]
        distance = sum(abs(s - q) for s, q in zip(shares, p, strict=True)) / 2
        mean += p[panel[0]] * p[panel[1]] * p[panel[2]] * distance
    assert dissimilarity_by_lot(3, p) == pytest.approx(float(mean), rel=1e-12)


def test_the_interval_narrows_with_people_and_repeats_with_its_seed() -> None:
    counts = list(POOR.values())
    few = dissimilarity_interval(counts, SHARES, seed=7)
    many = dissimilarity_interval([100 * n for n in counts], SHARES, seed=7)
    assert few == dissimilarity_interval(counts, SHARES, seed=7)
    assert many[1] - many[0] < (few[1] - few[0]) / 4
    assert many[0] < 0.2453 < many[1]


def test_order_and_scale_of_the_population_change_nothing() -> None:
    turned = dict(reversed(GWYNEDD.items()))
    scaled = {name: 1000 * p for name, p in GWYNEDD.items()}
    for other in (turned, scaled):
        found, again = representation(POOR, GWYNEDD), representation(POOR, other)
        assert found.dissimilarity == again.dissimilarity
        assert found.theil == pytest.approx(again.theil)


@pytest.mark.parametrize(
    ("taking_part", "population", "code"),
    [
        ({}, {"a": 1}, "nobody-took-part"),
        ({"a": -1}, {"a": 1}, "count-not-whole"),
        ({"b": 1}, {"a": 1}, "group-not-in-population"),
        ({"b": 1}, {"a": 1, "b": 0}, "group-not-in-population"),
        ({"a": 1}, {"a": float("nan")}, "population-not-positive"),
        ({"a": 1}, {"a": float("inf")}, "population-not-positive"),
        ({"a": 0}, {"a": 0}, "population-not-positive"),
    ],
)
def test_what_cannot_be_compared_is_named(
    taking_part: dict[str, int], population: dict[str, float], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        representation(taking_part, population)
    assert refused.value.code == code
