"""Counts that are renewed tell of nobody who came or went in between."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.representativeness import LEAST, UNKNOWN, Told, comparison, renewed

COUNTS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", UNKNOWN]), st.integers(0, 40), min_size=2
)


def differences(new: Told, old: Told) -> list[int]:
    """Return what somebody works out who reads both: single groups, the rest, everyone."""
    rest = set(new.together) | set(old.together)
    names = set(new.counts) | set(old.counts)
    change = {n: new.counts.get(n, 0) - old.counts.get(n, 0) for n in names}
    return [*(change[n] for n in names - rest), sum(change[n] for n in rest), sum(change.values())]


@given(COUNTS, COUNTS)
def test_no_difference_between_two_tables_is_of_a_few(first: dict, second: dict) -> None:
    old = renewed(first)
    if old is None:
        return
    new = renewed(second, [old])
    if new is not None:
        assert all(not 0 < abs(change) < LEAST for change in differences(new, old))


@given(COUNTS)
def test_what_stands_alone_is_never_small(counts: dict) -> None:
    told = renewed(counts)
    if told is None:
        return
    apart = {name: n for name, n in told.counts.items() if name not in told.together}
    assert all(n >= LEAST or (name == UNKNOWN and n == 0) for name, n in apart.items())
    together = [told.counts[name] for name in told.together]
    assert not together or (len(together) > 1 and sum(together) >= LEAST)


def test_two_who_did_not_say_are_counted_together_with_the_smallest_group() -> None:
    told = renewed({"a": 20, "b": 6, UNKNOWN: 2})
    assert told is not None
    found = comparison(told, {"a": 1, "b": 1})
    assert (found.unknown, found.groups, found.together) == (None, ("a",), ("b",))
    assert found.shown is None


def test_those_who_did_not_say_are_given_to_no_group() -> None:
    told = renewed({"a": 12, "b": 8, UNKNOWN: 100})
    assert told is not None
    found = comparison(told, {"a": 3, "b": 2})
    assert found.unknown == 100
    assert found.shown is not None
    assert found.shown.people == 20
    assert found.shown.dissimilarity == 0


def test_nothing_is_told_of_four() -> None:
    assert renewed({"a": 4, "b": 0}) is None


def test_the_panel_of_gwynedd_scaled_has_the_known_figures() -> None:
    gwynedd = {"1": "0.0427", "2": "0.2958", "3": "0.3444", "4": "0.2400", "5": "0.0772"}
    population = {name: float(share) for name, share in gwynedd.items()}
    told = renewed({"1": 10, "2": 40, "3": 60, "4": 40, "5": 10})
    assert told is not None
    assert not told.together
    shown = comparison(told, population).shown
    assert shown is not None
    assert round(float(shown.dissimilarity), 4) == 0.0605
    assert round(shown.theil, 4) == 0.0108
