"""What a forecast rests on besides the axes: other statements, and passes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from gyda.methods.opinion.forecasting import forecast
from gyda.methods.opinion.halfway import Halfway
from gyda.methods.opinion.model import fit
from gyda.methods.opinion.neighbours import by_other_statements
from gyda.methods.opinion.tests.conversations import BREXIT, camps, real
from gyda.methods.opinion.votes import Ints, Votes


def test_who_answered_a_twin_statement_is_foretold_by_it() -> None:
    """Statement 1 says what statement 0 says; the rest are lots."""
    said = np.random.Generator(np.random.PCG64(4)).choice([-1, 1], (300, 8))
    said[:, 1] = said[:, 0]
    people, statements = np.nonzero(np.ones_like(said))
    hidden = (statements == 1) & (people < 60)
    votes = Votes.of(people[~hidden], statements[~hidden], said.ravel()[~hidden])
    first: Ints = np.arange(60, dtype=np.int32)
    more = by_other_statements(votes, first, np.ones_like(first), 5.0)
    assert ((more > 0) == (said[:60, 0] > 0)).mean() > 0.9
    assert by_other_statements(votes.only(votes.person > 0), first[:1], first[:1], 5.0) == 0


def test_what_is_asked_for_beside_changes_no_answer() -> None:
    votes = camps((30, 30))
    everyone: Ints = np.arange(votes.n, dtype=np.int32)
    column = everyone % votes.m
    whole = by_other_statements(votes, everyone, column, 20.0)
    some = by_other_statements(votes, everyone[::7], column[::7], 20.0)
    np.testing.assert_allclose(whole[::7], some)


def test_passes_halfway_are_read_as_such_and_change_no_other_reading() -> None:
    votes = camps((30, 30))
    read = Halfway.reading(votes)
    assert read.opinions[0].nnz == len(votes) > votes.opinions[0].nnz
    assert read.squares.sum() == votes.squares.sum() == votes.opinions[0].nnz
    passes = Votes.of(votes.person, votes.statement, np.zeros_like(votes.answer))
    assert fit(Halfway.reading(passes)).noise < 0.05  # who passes on all is foretold to


def test_chances_are_chances_and_sure_of_what_is_plain() -> None:
    votes = real(BREXIT).shown
    every = np.random.Generator(np.random.PCG64(1)).permutation(np.flatnonzero(votes.answer))[:400]
    chance = forecast(votes, votes.person[every], votes.statement[every], ranks=(1,))
    assert ((chance > 0) & (chance < 1)).all()
    assert chance[votes.answer[every] > 0].mean() > chance[votes.answer[every] < 0].mean() + 0.4
