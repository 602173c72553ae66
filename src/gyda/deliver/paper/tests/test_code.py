"""The code on a note: read whatever way it is typed, wrong in any one letter it is none."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.deliver.paper.code import (
    LENGTH,
    LETTERS,
    MOST,
    Mistyped,
    as_typed,
    code_of,
    in_groups,
)

KEY = b"a key of thirty-two bytes in all"
numbers = st.integers(1, MOST)
places = st.integers(0, LENGTH - 1)


@given(numbers)
def test_what_is_printed_is_read_back(number: int) -> None:
    code = as_typed(in_groups(code_of(number, KEY, ["hub", 60])))
    assert code.number == number
    assert code.is_signed_by(KEY, ["hub", 60])


@given(numbers, st.booleans(), st.sampled_from(["", " ", "-", "."]))
def test_small_letters_spaces_and_likely_slips_do_no_harm(
    number: int, small: bool, between: str
) -> None:
    code = code_of(number, KEY, [])
    typed = code.replace("0", "O").replace("1", "l")
    typed = between.join(typed.lower() if small else typed)
    assert as_typed(typed).number == number


@given(numbers, places, st.sampled_from(LETTERS))
def test_any_one_wrong_letter_is_noticed(number: int, place: int, letter: str) -> None:
    code = code_of(number, KEY, [])
    wrong = code[:place] + letter + code[place + 1 :]
    if wrong != code:
        with pytest.raises(Mistyped):
            as_typed(wrong)


@given(numbers, st.integers(0, LENGTH - 2))
def test_two_swapped_letters_are_noticed(number: int, place: int) -> None:
    code = code_of(number, KEY, [])
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(Mistyped):
            as_typed(wrong)


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_mistyped(text: str) -> None:
    with suppress(Mistyped):
        assert 0 <= as_typed(text).number <= MOST


@pytest.mark.parametrize("facts", [["other hub", 60], ["hub", 120], ["hub"]])
def test_another_hub_or_value_is_another_signature(facts: list[object]) -> None:
    code = as_typed(code_of(7, KEY, ["hub", 60]))
    assert not code.is_signed_by(KEY, facts)
    assert not code.is_signed_by(KEY[::-1], ["hub", 60])
