"""What is hidden stays hidden: shown by solving for it from all that is published."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from gyda.methods.opinion.publish.cells import ALL, LEAST, at
from gyda.methods.opinion.publish.rows import check_rows, coarse, pseudonym
from gyda.methods.opinion.publish.snapshots import Snapshot, snapshot
from gyda.methods.opinion.publish.tables import Table, merged, table
from gyda.methods.opinion.votes import Votes

counts = st.one_of(st.integers(0, 14), st.integers(0, 120))
rows = st.lists(st.lists(counts, min_size=4, max_size=4), min_size=1, max_size=4)
Array = np.ndarray


def shaped(cells: list[list[int]]) -> tuple[tuple[str, ...], Array, Array]:
    """Return names, tallies (g + 1, 1, 3) and sizes of rows of agree, disagree, pass, unseen."""
    whole = np.array(cells)
    tallies = whole[:, None, [1, 2, 0]].astype(float)
    return tuple("ABCDEF"[: len(cells) - 1]), tallies, whole.sum(axis=1)


def known(one: Table) -> tuple[Array, Array]:
    """Return the equations (e, r · 4) and their right sides that whoever reads the table has.

    With the exact counts, which is more than the rounded ones tell.
    """
    r = len(one.exact)
    equations, values = [], []
    rows_of_sums = [(np.ones(r), one.level), *zip(np.eye(r), one.levels, strict=True)]
    for which, level in rows_of_sums:
        for cell in one.partitions[level]:
            answers = np.isin(np.arange(4), cell).astype(float)
            equations.append(np.outer(which, answers).ravel())
            values.append(float(which @ one.exact @ answers))
    return np.array(equations), np.array(values)


def most(goal: Array, equations: Array, values: Array) -> float:
    found = linprog(-goal, A_eq=equations, b_eq=values, bounds=(0, None), method="highs")
    assert found.status in (0, 3), found.message
    return float("inf") if found.status == 3 else -float(found.fun)


@given(rows)
@settings(max_examples=25, deadline=None)
def test_no_number_below_ten_can_be_worked_out_from_a_table(cells: list[list[int]]) -> None:
    names, whole = merged(*shaped(cells))
    if not names:
        return
    one = table(names, whole[:, 0])
    equations, values = known(one)
    assert (values >= LEAST).all()
    r = len(whole)
    for row in range(r):
        for answer in range(4):
            goal = np.zeros((r, 4))
            goal[row, answer] = 1
            assert most(goal.ravel(), equations, values) >= LEAST - 1e-6
    for answer in range(4):
        goal = np.zeros((r, 4))
        goal[:, answer] = 1
        assert most(goal.ravel(), equations, values) >= LEAST - 1e-6


def test_the_test_by_solving_does_find_what_is_not_protected() -> None:
    whole = np.array([[60, 40, 20, 30], [50, 3, 20, 30]])
    told = table(("A", "B"), whole)
    naive = Table(told.everyone, told.rows, whole, 0, (0, 3), told.partitions)
    equations, values = known(naive)
    goal = np.zeros((2, 4))
    goal[1, 1] = 1
    assert most(goal.ravel(), equations, values) == pytest.approx(3)


def test_a_small_answer_of_one_group_hides_more_than_itself() -> None:
    whole = np.array([[60, 40, 20, 30], [50, 3, 20, 30], [70, 40, 30, 20]])
    made = table(("A", "B", "C"), whole)
    assert made.level == 0
    assert made.levels == (1, 2, 0) or max(made.levels) > 0
    assert made.levels.count(0) < 2  # one whole row is hidden beside the small one
    shown = dict(made.everyone.cells)
    assert shown[("disagree",)] == 85


def test_counts_are_rounded_to_five_and_none_is_below_ten() -> None:
    made = table(("A", "B"), np.array([[61, 42, 23, 34], [52, 48, 19, 37]]))
    numbers = [n for row in (made.everyone, *made.rows) for _, n in row.cells]
    assert all(n % 5 == 0 and n >= LEAST for n in numbers)


def test_groups_of_fewer_than_ten_are_never_named() -> None:
    names, whole = merged(("A", "B"), np.zeros((3, 1, 3)), np.array([50, 9, 8]))
    assert names == ("A", "")
    assert whole.sum(axis=(1, 2)).tolist() == [50, 17]
    names, whole = merged(("A", "B"), np.zeros((3, 1, 3)), np.array([50, 5, 4]))
    assert names == ("A",)
    assert whole.sum() == 50  # nine people left over would be the difference to everyone


def test_row_order_changes_nothing_that_is_published() -> None:
    whole = np.array([[60, 40, 20, 30], [50, 3, 20, 30], [70, 41, 30, 20]])
    made = table(("A", "B", "C"), whole)
    turned = table(("C", "A", "B"), whole[[2, 0, 1]])
    assert {row.name: row for row in made.rows} == {row.name: row for row in turned.rows}


def determined(functional: Array, equations: Array) -> bool:
    solved = np.linalg.lstsq(equations.T, functional, rcond=None)[0]
    return bool(np.allclose(equations.T @ solved, functional, atol=1e-8))


def small_differences(old: Table, new: Table) -> list[float]:
    """Return all differences over time, by row or over all, that can be worked out and are small.

    Only those that are no sum of others that can be worked out as well.
    """
    r = len(old.exact)
    first, second = known(old)[0], known(new)[0]
    equations = np.block(
        [[first, np.zeros_like(first)], [np.zeros((len(second), first.shape[1])), second]]
    )
    found: list[float] = []
    for which in (np.ones(r), *np.eye(r)):
        done: list[frozenset[int]] = []
        for size in (1, 2, 3, 4):
            for cell in map(frozenset, combinations(range(4), size)):
                goal = np.outer(which, np.isin(np.arange(4), list(cell))).ravel()
                both = np.concatenate([-goal, goal])
                if not any(one < cell for one in done) and determined(both, equations):
                    done.append(cell)
                    found.append(float(goal @ (new.exact - old.exact).ravel()))
    return [change for change in found if 0 < abs(change) < LEAST]


changes = st.lists(st.lists(st.integers(-25, 25), min_size=4, max_size=4), min_size=4, max_size=4)


@given(rows, changes)
@settings(max_examples=25, deadline=None)
def test_no_small_change_can_be_worked_out_from_two_snapshots(
    cells: list[list[int]], moves: list[list[int]]
) -> None:
    names, tallies, sizes = shaped(cells)
    before = snapshot(names, ("s",), tallies, sizes)
    moved = np.maximum(np.array(cells) + np.array(moves)[: len(cells)], 0)
    after = snapshot(names, ("s",), *shaped(moved.tolist())[1:], before=before)
    if before.tables and after.names == before.names:
        old, new = before.tables["s"], after.tables["s"]
        assert new is old or not small_differences(old, new)


def two(agree: int, disagree: int) -> Snapshot:
    return snapshot(("A",), ("s",), *shaped([[agree, disagree, 30, 40], [50, 40, 30, 60]])[1:])


def test_one_more_vote_changes_nothing_that_is_shown() -> None:
    first = two(60, 40)
    sizes = np.array([170, 180])
    one_more = np.array([[[40, 30, 61]], [[40, 30, 50]]], float)
    again = snapshot(("A",), ("s",), one_more, sizes, before=first)
    assert again.tables["s"] is first.tables["s"]
    twelve_more = np.array([[[40, 30, 72]], [[40, 30, 50]]], float)
    later = snapshot(("A",), ("s",), twelve_more, sizes, before=again)
    assert dict(later.tables["s"].rows[0].cells)[("agree",)] == 70


def test_an_unchanged_conversation_is_published_unchanged() -> None:
    first = two(60, 40)
    again = snapshot(
        ("A",), ("s",), *shaped([[60, 40, 30, 40], [50, 40, 30, 60]])[1:], before=first
    )
    assert again.tables["s"].rows == first.tables["s"].rows


def test_nothing_is_told_while_fewer_than_ten_take_part() -> None:
    assert snapshot((), ("s",), *shaped([[3, 2, 1, 3]])[1:]).tables == {}


def test_a_statement_on_which_few_have_voted_tells_only_how_many_take_part() -> None:
    made = snapshot((), ("s",), *shaped([[6, 3, 0, 200]])[1:]).tables["s"]
    assert made.level == ALL
    assert made.everyone.cells == ((("agree", "disagree", "pass", "unseen"), 210),)


def test_rows_of_people_are_refused_unless_ten_share_each() -> None:
    chance = np.random.Generator(np.random.PCG64(1))
    people, statements = np.divmod(np.arange(60 * 12), 12)
    own = Votes.of(people, statements, chance.integers(-1, 2, 720))
    same = Votes.of(people, statements, np.where(statements % 2 == 0, 1, -1))
    refused, allowed = check_rows(own), check_rows(same)
    assert (refused.allowed, refused.smallest) == (False, 1)
    assert refused.singled_out > 0.5
    assert (allowed.allowed, allowed.smallest, allowed.singled_out) == (True, 60, 0.0)


def test_five_known_answers_find_people_as_often_as_was_measured_on_real_conversations() -> None:
    chance = np.random.Generator(np.random.PCG64(3))
    people, statements = np.divmod(np.arange(500 * 60), 60)
    votes = Votes.of(people, statements, np.where(chance.random(30_000) < 0.75, 1, -1))
    half = votes.only(chance.random(30_000) < 0.3)
    few, many = check_rows(half, known=3).singled_out, check_rows(half, known=8).singled_out
    assert few < 0.3 < many


def test_ids_differ_between_conversations_and_cannot_run_into_each_other() -> None:
    ids = {pseudonym(b"k", c, p) for c in ("a", "ab", "1:a") for p in ("1", "b1", "11")}
    assert len(ids) == 9


def test_coarse_times_are_midnights() -> None:
    assert (coarse(np.arange(0, 10**10, 10**8)) % 86_400_000 == 0).all()


def test_levels_are_nested() -> None:
    made = table(("A",), np.array([[60, 40, 20, 30]]))
    for fine, rough in zip(made.partitions, made.partitions[1:], strict=False):
        assert all(any(set(one) <= set(other) for other in rough) for one in fine)
        assert at(made.exact, fine).sum() == at(made.exact, rough).sum()
