"""Joint scores: the known answer of ten young people, and what must hold for any scores."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.joint_score import (
    Row,
    changed_outcome,
    group_score,
    joint,
    read_rows,
    record_of,
    turns,
    write_rows,
)

TEN = {"adults": {"X": 72, "Y": 66}, "young": {"X": 58, "Y": 70}}
EQUAL, FEWER = {"adults": 1, "young": 1}, {"adults": 80, "young": 20}
points = st.integers(0, 100).map(Fraction)
groups = st.fixed_dictionaries({
    name: st.fixed_dictionaries(dict.fromkeys("XYZ", points)) for name in ("a", "b")
})  # fmt: skip
weights = st.fixed_dictionaries({"a": st.integers(1, 99), "b": st.integers(1, 99)})


def test_the_known_answer() -> None:
    assert joint(TEN, EQUAL).scores == {"X": 65, "Y": 68}
    assert joint(TEN, EQUAL).first == ("Y",)
    assert joint(TEN, FEWER).scores == {"X": Fraction("69.2"), "Y": Fraction("66.8")}
    assert joint(TEN, FEWER).first == ("X",)


def test_the_young_people_changed_the_outcome_with_equal_weight_and_not_with_a_fifth() -> None:
    assert changed_outcome(TEN, EQUAL, "young")
    assert not changed_outcome(TEN, FEWER, "young")
    (turn,) = turns(TEN, "young", "adults")
    assert (turn.share, turn.first) == (Fraction(1, 3), ("Y",))


def test_equal_scores_have_no_single_winner() -> None:
    scores = {"a": {"X": 60, "Y": 40}, "b": {"X": 40, "Y": 60}}
    assert joint(scores, {"a": 1, "b": 1}).first == ("X", "Y")


@given(groups, weights)
def test_a_joint_score_lies_between_those_of_the_groups(
    scores: dict[str, dict[str, Fraction]], shares: dict[str, int]
) -> None:
    for bidder, score in joint(scores, shares).scores.items():
        theirs = [scores[group][bidder] for group in scores]
        assert min(theirs) <= score <= max(theirs)


@given(groups, weights, st.integers(2, 9))
def test_only_the_proportion_of_the_weights_counts(
    scores: dict[str, dict[str, Fraction]], shares: dict[str, int], times: int
) -> None:
    more = {group: weight * times for group, weight in shares.items()}
    assert joint(scores, shares) == joint(scores, more)


@given(groups, weights)
def test_turns_say_who_is_first_at_any_share(
    scores: dict[str, dict[str, Fraction]], shares: dict[str, int]
) -> None:
    share = Fraction(shares["a"], shares["a"] + shares["b"])
    passed = [turn for turn in turns(scores, "a", "b") if turn.share < share]
    at_the_turn = any(turn.share == share for turn in turns(scores, "a", "b"))
    expected = passed[-1].first if passed else joint(scores, {"a": 0, "b": 1}).first
    found = joint(scores, shares).first
    assert at_the_turn or found == expected or set(expected) < set(found) or not passed


@given(groups, weights)
def test_without_effect_a_groups_score_changes_nothing(
    scores: dict[str, dict[str, Fraction]], shares: dict[str, int]
) -> None:
    same = scores | {"b": scores["a"]}
    assert not changed_outcome(same, shares, "b")


def some_rows() -> list[Row]:
    return [
        Row(group, "moderated", "", "care", 100, bidder, int(score))
        for group, theirs in TEN.items()
        for bidder, score in theirs.items()
    ]


def test_rows_are_read_as_they_were_written() -> None:
    rows = some_rows()
    assert read_rows(write_rows(rows)) == rows
    record = record_of(rows, EQUAL)
    assert (record["joint"], record["first"]) == ({"X": "65", "Y": "68"}, ["Y"])
    assert record["changed"] == {"adults": False, "young": True}


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("group,", "grwp,", "not-scores", 1),
        (",72", ",172", "too-many-points", 2),
        (",72", ",x", "not-scores", 2),
        (",72", "", "not-scores", 2),
    ],
)
def test_a_bad_file_is_refused_with_its_line(old: str, new: str, code: str, line: int) -> None:
    with pytest.raises(BadInput) as caught:
        read_rows(write_rows(some_rows()).replace(old, new, 1))
    assert (caught.value.code, caught.value.line) == (code, line)


def test_a_score_that_is_missing_is_said() -> None:
    with pytest.raises(BadInput):
        group_score({"care": 3}, {"care": 5, "price": 5})
    with pytest.raises(BadInput):
        joint({"a": {"X": 1}, "b": {"Y": 1}}, {"a": 1, "b": 1})
    with pytest.raises(BadInput):
        joint(TEN, {"adults": 0, "young": 0})
