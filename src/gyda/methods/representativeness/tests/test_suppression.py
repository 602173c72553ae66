"""Nothing that is held back can be worked out: every way to fill the gaps is tried."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.representativeness import Table, published, suppressed, suppressed_table

LEAST = 5
COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), min_size=1)


def _alternatives(counts: dict[str, int]) -> Iterator[dict[str, int]]:
    """Yield all counts that would have been published in the same words."""
    shown = suppressed(counts)
    hidden = [name for name, count in shown.groups.items() if count is None]
    together = sum(counts[name] for name in hidden)
    for values in product(range(together + 1), repeat=len(hidden)):
        other = counts | dict(zip(hidden, values, strict=True))
        if sum(values) == together and suppressed(other) == shown:
            yield other


@given(COUNTS)
@settings(max_examples=200, deadline=None)
def test_who_knows_the_rule_still_knows_no_small_count(counts: dict[str, int]) -> None:
    shown = suppressed(counts)
    hidden = [name for name, count in shown.groups.items() if count is None]
    assert all(count is None or count >= LEAST for count in shown.groups.values())
    if shown.total is None or not hidden or len(hidden) > 4:
        return
    assert sum(counts[name] for name in hidden) >= LEAST
    others = list(_alternatives(counts))
    for name in hidden:
        assert len({other[name] for other in others}) > 1


def test_one_held_back_beside_a_small_one_must_have_room_to_move() -> None:
    assert suppressed({"a": 5, "b": 5, "c": 3}).groups == {"a": None, "b": None, "c": None}
    assert suppressed({"a": 5, "b": 6, "c": 3, "d": 9}).groups["b"] is None


def test_nothing_is_held_back_without_need() -> None:
    counts = {"a": 5, "b": 6, "c": 90}
    assert suppressed(counts).groups == counts
    assert suppressed(counts).total == 101


def test_counts_that_are_all_as_large_as_small_ones_can_be_take_one_more() -> None:
    assert suppressed({"a": 4, "b": 4, "c": 4, "d": 9, "e": 6}).groups["e"] is None


def _fillings(table: Table, size: int) -> Iterator[list[list[int]]]:
    gaps = [(r, c) for r, row in enumerate(table.rows) for c, n in enumerate(row) if n is None]
    for values in product(range(size + 1), repeat=len(gaps)):
        rows = [[n or 0 for n in row] for row in table.rows]
        for (r, c), value in zip(gaps, values, strict=True):
            rows[r][c] = value
        if _fits(table, rows):
            yield rows


def _fits(table: Table, rows: Sequence[Sequence[int]]) -> bool:
    sums = zip(table.row_sums, (sum(row) for row in rows), strict=True)
    columns = zip(table.column_sums, (sum(c) for c in zip(*rows, strict=True)), strict=True)
    return all(said in (None, found) for said, found in [*sums, *columns])


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=2))
@settings(max_examples=25, deadline=None)
def test_no_cell_of_a_table_can_be_told(rows: list[list[int]]) -> None:
    table = suppressed_table(rows)
    flat = [n for row in table.rows for n in row]
    assert all(n is None or n >= LEAST for n in [*flat, *table.row_sums, *table.column_sums])
    if flat.count(None) in {0, 6}:
        return
    largest = max(n for row in rows for n in row)
    found = list(_fillings(table, max(largest, LEAST) + 3))
    assert rows in found
    for r, c in product(range(2), range(3)):
        if table.rows[r][c] is None:
            assert len({one[r][c] for one in found}) > 1


def test_a_large_table_keeps_most_of_its_cells() -> None:
    rows = [[10 + 7 * (r * c % 5) for c in range(8)] for r in range(6)]
    rows[2][3] = 1
    table = suppressed_table(rows)
    held_back = sum(n is None for row in table.rows for n in row)
    assert held_back <= 6
    assert table.total == sum(map(sum, rows))


def test_indices_are_computed_from_what_is_shown_alone() -> None:
    """Two panels that differ only in what is held back look the same."""
    population = {"a": 10, "b": 20, "c": 30, "d": 40}
    one = published({"a": 1, "b": 9, "c": 30, "d": 40}, population)
    other = published({"a": 2, "b": 8, "c": 30, "d": 40}, population)
    assert one == other
    assert one.shown
    assert one.together == ("a", "b")


def test_too_few_people_are_not_shown_at_all() -> None:
    assert published({"a": 3, "b": 1}, {"a": 1, "b": 1}).shown is None
