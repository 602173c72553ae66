"""Words for people: what is found, what is left alone, and that nothing is ever refused."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.gentle_words import LISTS, gentler


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Lunch for THE ELDERLY!", "en", ["the elderly"]),
        ("Help hard-to-reach groups", "en", ["hard to reach groups"]),
        ("The elderly and the homeless", "en", ["the homeless", "the elderly"]),
        ("A home for swifts", "en", []),
        ("The elderflower walk", "en", []),
        ("Cinio i'r henoed", "cy", ["yr henoed"]),
        ("Cinio i yr henoed", "cy", ["yr henoed"]),
        ("Clwb i bensiynwyr y cwm", "cy", ["pensiynwyr"]),
        ("Llety i bobl ddigartref", "cy", ["pobl ddigartref"]),
        ("the elderly", "cy", []),
    ],
)
def test_phrases_are_found_as_whole_words_in_any_mutation(
    text: str, language: str, found: list[str]
) -> None:
    assert [hint.found for hint in gentler(text, language)] == found


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_is_offered_needs_no_hint_itself(language: str) -> None:
    for entry in LISTS[language]:
        for words in entry.instead:
            assert gentler(words, language) == [], words


@given(st.text(max_size=80), st.sampled_from(["cy", "en", "pl"]))
def test_any_text_gives_hints_or_none(text: str, language: str) -> None:
    assert all(hint.instead for hint in gentler(text, language))
