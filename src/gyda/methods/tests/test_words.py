"""Welsh in its own order, and texts that say nearly the same."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.likeness import likeness, near_duplicates, trigrams
from gyda.methods.search import fold
from gyda.methods.welsh_order import ALPHABET, APART, alphabet_key

TEXTS = st.dictionaries(st.text("abc", min_size=1, max_size=2), st.text("aby ", max_size=9))


def test_a_dictionarys_words_are_in_its_order() -> None:
    words = re.findall(
        r"\w+",
        "adar angel angor ail bach bachgen cath cwm chwarae dŵr dyn ddoe eira fi ffa gafr gwyn "
        "ngharreg haul iâr jam lamp lôn llaw llyn mam nain oren pen pys phen rasio rŵan rhaff "
        "rhosyn saer tad tŷ theatr ugain wal ŵy ynys",
    )  # ng comes after g: angor before ail
    mixed = sorted(words)
    assert sorted(mixed, key=alphabet_key) == words


@pytest.mark.parametrize("word", ["Bangor", "Llangefni", "Pengroes"])
def test_n_and_g_at_a_join_are_two_letters(word: str) -> None:
    split = word.replace("ng", "n" + APART + "g")
    assert alphabet_key(word)[0] == alphabet_key(split)[0]


def test_a_join_can_be_marked_by_hand_and_is_still_found() -> None:
    assert alphabet_key(f"cyn{APART}gor")[0] != alphabet_key("cyngor")[0]
    assert fold(f"Llan{APART}gefni") == "llangefni"


@given(st.lists(st.sampled_from(ALPHABET), min_size=1), st.lists(st.sampled_from(ALPHABET)))
def test_words_sort_by_their_letters(one: list[str], other: list[str]) -> None:
    keys = [alphabet_key(APART.join(letters))[0] for letters in (one, other)]
    ranks = [[ALPHABET.index(letter) for letter in letters] for letters in (one, other)]
    assert (keys[0] < keys[1]) == (ranks[0] < ranks[1])


@given(st.text())
def test_any_text_can_be_sorted(text: str) -> None:
    assert alphabet_key(text) >= alphabet_key("")


def test_mutations_and_accents_make_no_difference_in_welsh() -> None:
    one, other = "Mae angen croesfan ger yr ysgol", "mae angen groesfan ger ysgol"
    welsh = likeness(trigrams(one, "cy"), trigrams(other, "cy"))
    assert welsh > likeness(trigrams(one), trigrams(other))
    assert near_duplicates({"1": one, "2": other}, Fraction(4, 5), "cy")


@settings(deadline=None)
@given(TEXTS, st.sampled_from([Fraction(1, 3), Fraction(3, 5), Fraction(1)]))
def test_no_pair_is_missed(texts: dict[str, str], least: Fraction) -> None:
    triples = {name: trigrams(text) for name, text in texts.items()}
    pairs = combinations(sorted(texts), 2)
    alike = {pair for pair in pairs if likeness(triples[pair[0]], triples[pair[1]]) >= least}
    assert {(one, other) for one, other, _ in near_duplicates(texts, least)} == alike


def test_a_likeness_of_nothing_is_refused() -> None:
    with pytest.raises(BadInput, match="likeness-out-of-range"):
        near_duplicates({}, Fraction(0))
