"""Rules beside tiny ones written anew from the papers' definitions, in fractions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods import budgets
from gyda.methods.budgets import Ballot, Election, Limits
from gyda.methods.budgets.changes import Changes
from gyda.methods.budgets.completion import exact_run
from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.profile import profile_of
from gyda.methods.budgets.tests.test_properties import IDS, UTILITIES, elections
from gyda.methods.budgets.ties import order

FINEST = 2**256


@st.composite
def whole_elections(draw: Any) -> Election:
    """Small elections in whole numbers, so that our units are units of money."""
    ids = IDS[: draw(st.integers(1, 6))]
    costs = {one: draw(st.sampled_from([1, 2, 3, 5, 7, 10, 12])) for one in ids}
    papers = [
        Ballot(
            chosen := tuple(draw(st.lists(st.sampled_from(ids), unique=True))),
            tuple(Fraction(draw(st.integers(1, 3))) for _ in chosen),
            Fraction(draw(st.sampled_from([1, 1, 2]))),
        )
        for _ in range(draw(st.integers(1, 8)))
    ]
    return budgets.election(draw(st.integers(1, 40)), costs, papers, "cumulative")


def voters_of(one: Election) -> list[tuple[dict[int, Fraction], Fraction]]:
    """Return each merged ballot as {project: points}, with its weight."""
    assert one.ballots.points is not None
    rows = zip(one.ballots.rows, one.ballots.points, one.ballots.weights, strict=True)
    return [
        (dict(zip(row, map(Fraction, given), strict=True)), Fraction(weight))
        for row, given, weight in rows
    ]


def phragmen_plainly(one: Election) -> list[str]:
    """Los, Christoff, Grossi (IJCAI 2022): the least load wins and is shared alike."""
    voters, room, won = voters_of(one), one.budget, []
    loads = [Fraction(0)] * len(voters)
    while True:
        best = None
        for k, project in enumerate(one.projects):
            stand = [i for i, (chosen, _) in enumerate(voters) if k in chosen]
            if project.id in won or project.cost > one.budget or not stand:
                continue
            weight = sum(voters[i][1] for i in stand)
            load = (project.cost + sum(voters[i][1] * loads[i] for i in stand)) / weight
            best = min(best or (load, k, stand), (load, k, stand))
        if best is None or one.projects[best[1]].cost > room:
            return won
        won.append(one.projects[best[1]].id)
        room -= one.projects[best[1]].cost
        for i in best[2]:
            loads[i] = best[0]


def overspending_plainly(one: Election, utility: str) -> list[str]:
    """Papasotiropoulos et al. (arXiv 2409.15005): the least rho / alpha of what still fits."""
    voters, room, won = voters_of(one), one.budget, []
    purses = [one.budget / sum(weight for _, weight in voters)] * len(voters)
    while True:
        offers = []
        for k, project in enumerate(one.projects):
            if project.id not in won and project.cost <= room:
                value = project.cost if utility in ("cost", "points-cost") else Fraction(1)
                payers = [
                    (purses[i], chosen[k] if utility.startswith("points") else Fraction(1), weight)
                    for i, (chosen, weight) in enumerate(voters)
                    if k in chosen
                ]
                offers += [(*offer, k) for offer in _offers(payers, project.cost, value)]
        if not offers:
            return won
        _, price, k = min(offers, key=lambda offer: (offer[0], offer[2]))
        won.append(one.projects[k].id)
        room -= one.projects[k].cost
        price = Fraction(-(-price.numerator * FINEST // price.denominator), FINEST)
        for i, (chosen, _) in enumerate(voters):
            if k in chosen:
                points = chosen[k] if utility.startswith("points") else Fraction(1)
                purses[i] -= min(purses[i], price * points)


def _offers(payers: Any, cost: Fraction, value: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Return (rho / alpha, rho times value) wherever the least can lie, and check that it can't
    lie between: alpha * rho * value = top, and alpha = what is paid at top / cost."""

    def paid(top: Fraction) -> Fraction:
        return sum((w * min(purse, top * p) for purse, p, w in payers), Fraction(0))

    tops = sorted({purse / p for purse, p, _ in payers if purse > 0})
    ends = [top for top in tops if paid(top) <= cost]
    if tops and paid(tops[-1]) >= cost:  # somewhere up to there they pay all of it
        low, high = max(ends, default=Fraction(0)), min(t for t in tops if paid(t) >= cost)
        full = low if paid(low) == cost or low == high else None
        slope = None if full is not None else (paid(high) - paid(low)) / (high - low)
        ends.append(full if slope is None else low + (cost - paid(low)) / slope)
    found = [(top * cost**2 / paid(top) ** 2 / value, top * cost / paid(top)) for top in ends]
    for low, high in pairwise([Fraction(0), *sorted(ends)]):
        between = (low + high) / 2
        if between > 0:
            assert between * cost**2 / paid(between) ** 2 / value >= min(found)[0]
    return found


@settings(max_examples=80, deadline=None)
@given(whole_elections())
def test_phragmen_is_what_its_definition_says(one: Any) -> None:
    assert list(budgets.phragmen(one).selected) == phragmen_plainly(one)


@settings(max_examples=80, deadline=None)
@given(whole_elections(), UTILITIES)
def test_bounded_overspending_is_what_its_definition_says(one: Any, utility: Any) -> None:
    outcome = budgets.bounded_overspending(one, utility=utility)
    assert list(outcome.selected) == overspending_plainly(one, utility)


@settings(max_examples=30, deadline=None)
@given(elections(), UTILITIES, st.sampled_from([Fraction(1, 7), Fraction(1, 2), Fraction(3)]))
def test_change_points_are_those_that_counting_every_step_finds(
    one: Any, utility: Any, step: Any
) -> None:
    profile, ranks, permits = profile_of(one, utility), order(one), Permits(one, Limits())
    size = step * profile.scale
    plain = []
    for k in range(41):
        endowment = profile.share() + k * size
        won = tuple(each.project for each in exact_run(profile, endowment, ranks, permits)[1])
        if not plain or plain[-1][1] != won:
            plain.append((endowment, won))
    changes = Changes(profile, ranks, permits, size).after(profile.share())
    assert [next(changes) for _ in plain] == plain


@settings(max_examples=15, deadline=None)
@given(elections())
def test_add1_by_change_point_has_the_winners_of_add1_in_so_small_steps(one: Any) -> None:
    small = budgets.Completion("unit", size=Fraction(1, 10))
    changes = budgets.Completion("change", size=Fraction(1, 10))
    stepped = budgets.equal_shares(one, completion=small)
    found = budgets.equal_shares(one, completion=changes)
    assert (found.selected, found.cost) == (stepped.selected, stepped.cost)
    assert found.endowment <= stepped.endowment
    assert found.runs <= stepped.runs
