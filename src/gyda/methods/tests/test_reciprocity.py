"""Who gives and who receives."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.reciprocity import balance, reciprocity

MINUTES = st.integers(0, 10_000)


@given(MINUTES, MINUTES)
def test_it_is_the_formula_and_knows_no_sides(given_: int, received: int) -> None:
    index = reciprocity(given_, received)
    assert index == reciprocity(received, given_)
    if index is not None:
        assert index == 1 - Fraction(abs(given_ - received), given_ + received)


def test_story_f_has_its_givers_and_receivers() -> None:
    found = balance({"aled": (120, 0), "beti": (180, 180), "cai": (0, 60), "dai": (0, 0)})
    assert (found.givers, found.receivers) == (("aled",), ("cai",))
    assert found.index == Fraction(360, 540)


def test_minutes_below_nothing_are_refused() -> None:
    with pytest.raises(BadInput, match="minutes-negative"):
        reciprocity(-1, 0)
