"""A mistranslation is found; a community that leans one way in one language is not one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest

from gyda.methods.opinion.languages import _mantel_haenszel, items, regions
from gyda.methods.opinion.votes import Votes


def a_bilingual_conversation(
    seed: int, twisted: int | None
) -> tuple[Votes, np.ndarray, np.ndarray]:
    """Welsh speakers lean to one side of the map; one statement may be mistranslated."""
    chance = np.random.Generator(np.random.PCG64(seed))
    place = chance.normal(0, 1, 600)
    welsh = chance.random(600) < 1 / (1 + np.exp(-place))
    factor = chance.normal(0, 1, 30)
    lean = 0.5 + place[:, None] * factor
    if twisted is not None:
        lean[:, twisted] -= 1.6 * welsh
    person, statement = np.nonzero(chance.random((600, 30)) < 0.6)
    answer = np.where(
        chance.random(len(person)) < 1 / (1 + np.exp(-lean[person, statement])), 1, -1
    )
    votes = Votes.of(person, statement, answer)
    return votes, welsh[votes.person], regions(place[:, None], parts=6)


def test_a_mistranslated_statement_is_flagged_and_no_other() -> None:
    found = items(*a_bilingual_conversation(1, twisted=11))
    assert [item.statement for item in found if item.flagged] == ["11"]
    assert found[11].odds < 0.4
    assert found[11].delta > 1.5


def test_leaning_one_way_in_one_language_is_no_mistranslation() -> None:
    flags = [i.flagged for seed in range(8) for i in items(*a_bilingual_conversation(seed, None))]
    assert sum(flags) <= 1
    votes, welsh, _ = a_bilingual_conversation(1, None)
    blind = items(votes, welsh, np.zeros(votes.n, np.int32))
    assert sum(item.flagged for item in blind) > 3  # without regions it would look like one


def test_the_odds_ratio_of_a_published_example() -> None:
    """Agresti, Categorical Data Analysis (2002), table 6.9: eight centres; odds ratio 2.13."""
    centres = [
        [[11, 25], [10, 27]], [[16, 4], [22, 10]], [[14, 5], [7, 12]], [[2, 14], [1, 16]],
        [[6, 11], [0, 12]], [[1, 10], [0, 10]], [[1, 4], [1, 8]], [[4, 2], [6, 1]],
    ]  # fmt: skip
    odds, p = _mantel_haenszel(np.array(centres, float))
    assert odds == pytest.approx(2.13, abs=0.01)
    assert p == pytest.approx(0.0166, abs=0.002)  # chi-squared 5.74 with the half taken off


def test_nothing_is_said_of_statements_that_few_answered_in_one_language() -> None:
    votes = Votes.of(np.arange(40), np.zeros(40, int), np.ones(40, int))
    (item,) = items(votes, np.arange(40) < 5, np.zeros(40, np.int32))
    assert np.isnan(item.q)
    assert not item.flagged
