"""The compiled kernel and numpy give the same, and neither is sure where it should not be."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods import budgets
from gyda.methods.budgets import Limits, kernel
from gyda.methods.budgets.completion import exact_run
from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.profile import profile_of
from gyda.methods.budgets.scan import Scan, lanes_of, scanned
from gyda.methods.budgets.tests.shared import folder, shared_election
from gyda.methods.budgets.tests.test_pabulib import PIECES, PLAIN
from gyda.methods.budgets.tests.test_properties import UTILITIES, elections
from gyda.methods.budgets.ties import order
from gyda.methods.errors import BadInput

needed = pytest.mark.skipif(
    kernel.compiled is None and os.environ.get("CI") != "true", reason="there is no C compiler"
)


@contextmanager
def by_numpy() -> Iterator[None]:
    """Do without the kernel for a while, as where there is no compiler."""
    had, kernel.compiled = kernel.compiled, None
    try:
        yield
    finally:
        kernel.compiled = had


def test_the_kernel_is_there_wherever_the_project_is_built() -> None:
    assert kernel.compiled is not None or os.environ.get("CI") != "true"


@needed
@settings(max_examples=120, deadline=None)
@given(elections(), UTILITIES, st.integers(1, 8))
def test_the_kernel_is_right_wherever_it_is_sure(one: Any, utility: Any, count: Any) -> None:
    profile, ranks, permits = profile_of(one, utility), order(one), Permits(one, Limits())
    shares = [profile.share() * Fraction(7 + k, 7) for k in range(count)]
    lanes = lanes_of(profile, ranks, permits, 10**9)
    assert lanes is not None
    found = scanned(lanes, profile, shares)
    assert len(found) == count
    for share, result in zip(shares, found, strict=True):
        _, rounds = exact_run(profile, share, ranks, permits)
        if result.sure:
            assert result.selected == tuple(each.project for each in rounds)
            assert result.cost == sum(profile.cost[c] for c in result.selected)


@needed
@pytest.mark.parametrize("name", ["Poland_Wieliczka_2023_Green_Budget", "Poland_Swiecie_2023"])
def test_the_kernel_is_sure_of_the_same_as_numpy_up_to_the_first_overspending(name: str) -> None:
    one = shared_election(name)
    profile, ranks, permits = profile_of(one), order(one), Permits(one, Limits())
    lanes = lanes_of(profile, ranks, permits, profile.budget)
    assert lanes is not None
    shares = [profile.share() + 24 * k * profile.scale for k in range(8)]
    mine = scanned(lanes, profile, shares)
    assert mine == Scan(profile, ranks, permits, shares, profile.budget).results()
    assert [each.sure for each in mine] == [True] * len(mine)
    assert mine[-1].overspent or len(mine) == 8


def test_without_a_compiler_wieliczka_is_counted_the_same() -> None:
    one = shared_election("Poland_Wieliczka_2023_Green_Budget")
    with by_numpy():
        plain = budgets.equal_shares(one)
    assert plain == budgets.equal_shares(one)


@needed
@settings(max_examples=40, deadline=None)
@given(elections(), UTILITIES)
def test_projects_are_explained_alike_with_and_without_the_kernel(one: Any, utility: Any) -> None:
    outcome = budgets.equal_shares(one, utility=utility)
    with by_numpy():
        plain = budgets.explain(one, outcome)
    assert budgets.explain(one, outcome) == plain


@needed
@pytest.mark.parametrize("path", sorted(folder().glob("*.pb")), ids=lambda path: path.stem)
def test_ballots_are_merged_alike_with_and_without_the_kernel(path: Any) -> None:
    if path.stat().st_size < 1_000_000:
        one = budgets.read(path.read_bytes())
        with by_numpy():
            assert budgets.read(path.read_bytes()) == one


def outcome_of(text: str) -> Any:
    try:
        return budgets.read(text)
    except BadInput as fault:
        return fault.code, fault.line, fault.values


@needed
@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 60), st.integers(0, 20))
def test_odd_votes_are_read_or_refused_alike(noise: Any, start: Any, length: Any) -> None:
    votes = PLAIN.index("VOTES")
    text = PLAIN[: votes + start] + noise + PLAIN[votes + start + length :]
    with by_numpy():
        plain = outcome_of(text)
    assert outcome_of(text) == plain


@needed
def test_a_ballot_of_many_marks_is_sorted_and_each_counts_once() -> None:
    ids = [str(k) for k in range(90)]
    head = "META\nbudget;9\nPROJECTS\nproject_id;cost\n" + "".join(f"{k};1\n" for k in ids)
    marks = ",".join(reversed(ids))
    one = budgets.read(f"{head}VOTES\nvoter_id;vote\na;{marks},7\nb;{marks}\nc; 3 , 2\n")
    assert one.ballots.rows == (tuple(range(90)), (2, 3))
    assert one.ballots.weights == (2, 1)
    assert [code for code, _ in one.warnings] == ["project-twice-on-ballot"]
