"""Lists rank what is sure, and tests of groups do not dip twice."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
from scipy.stats import beta

from gyda.methods.opinion import Votes, capped, opinion_map
from gyda.methods.opinion.clusters import nearest
from gyda.methods.opinion.groups import Groups
from gyda.methods.opinion.intervals import ranking, share_interval
from gyda.methods.opinion.lists import has_veto
from gyda.methods.opinion.map import without_own
from gyda.methods.opinion.stability import Stability, cuts
from gyda.methods.opinion.tests.conversations import UBER, camps, noise, real
from gyda.methods.opinion.tests_of_groups import _tested, group_tests
from gyda.methods.shares import benjamini_hochberg


def with_common_ground(sizes: tuple[int, int] = (40, 40)) -> Votes:
    """Return two camps, and statement 100 with which nearly everyone agrees."""
    votes = camps(sizes)
    chance = np.random.Generator(np.random.PCG64(2))
    people = np.arange(votes.n)
    extra = np.where(chance.random(votes.n) < 0.95, 1, -1)
    return Votes.of(
        np.concatenate([votes.person, people]),
        np.concatenate([votes.statement, np.full(votes.n, 100)]),
        np.concatenate([votes.answer, extra]),
    )


def test_common_ground_leads_consensus_and_bridging_and_divides_least() -> None:
    found = opinion_map(with_common_ground())
    common = found.votes.statements.index("100")
    assert found.groups.k == 2
    assert found.lists.consensus.rank[common] == 1
    assert found.lists.bridging.rank[common] == 1
    assert found.lists.contested.rank[common] > found.votes.m - 3


def test_what_one_side_rejects_cannot_bridge() -> None:
    found = opinion_map(with_common_ground())
    assert found.lists.bridging.fits.sum() == 1


def test_one_vote_at_the_edge_of_bridging_moves_no_statement_far() -> None:
    """A statement with which just half of one side agree is neither thrown up nor down."""
    votes = with_common_ground()
    found = opinion_map(votes)
    edge = found.votes.statements.index("100")
    side = found.fit.people_mean[:, 1] > 0
    ranks = []
    for agree in (19, 20, 21, 22):
        answers = votes.answer.copy()
        rows = np.flatnonzero((votes.statement == edge) & side[votes.person])
        answers[rows] = np.where(np.arange(len(rows)) < agree, 1, -1)
        made = opinion_map(Votes.of(votes.person, votes.statement, answers))
        ranks.append(int(made.lists.bridging.rank[edge]))
    assert max(ranks) - min(ranks) <= 2


def test_every_rank_lies_in_its_interval() -> None:
    found = opinion_map(real(UBER).shown)
    for listed in (found.lists.consensus, found.lists.bridging, found.lists.contested):
        assert (listed.rank_low <= listed.rank).all()
        assert (listed.rank <= listed.rank_high).all()
        assert (listed.low[listed.fits] <= listed.high[listed.fits]).all()
        assert sorted(listed.rank.tolist()) == list(range(1, found.votes.m + 1))


def test_a_statement_of_three_votes_does_not_lead() -> None:
    votes = with_common_ground()
    more = Votes.of(
        np.concatenate([votes.person, [0, 1, 50]]),
        np.concatenate([np.array([int(s) for s in votes.statements])[votes.statement], [200] * 3]),
        np.concatenate([votes.answer, [1, 1, 1]]),
    )
    found = opinion_map(more)
    assert found.lists.consensus.rank[found.votes.statements.index("200")] > 1


def test_jeffreys_interval_is_the_textbooks() -> None:
    low, high = share_interval(np.array([7.0, 0.0, 10.0]), np.array([10.0, 10.0, 10.0]))
    assert np.isclose(low[0], beta.ppf(0.05, 7.5, 3.5))
    assert np.isclose(high[0], beta.ppf(0.95, 7.5, 3.5))
    assert (low[1], high[2]) == (0.0, 1.0)


def test_ranks_of_equal_draws_span_what_is_unsure() -> None:
    chance = np.random.Generator(np.random.PCG64(0))
    value = np.array([3.0, 0.0, 0.0, 0.0])
    draws = value + 0.1 * chance.standard_normal((500, 4))
    listed = ranking(value, value - 0.2, value + 0.2, draws, np.ones(4, bool))
    assert (listed.rank_low[0], listed.rank_high[0]) == (1, 1)
    assert listed.rank_low[1:].tolist() == [2, 2, 2]
    assert listed.rank_high[1:].tolist() == [4, 4, 4]


def test_small_groups_have_no_veto() -> None:
    assert has_veto(np.array([9, 10, 400])).tolist() == [False, True, True]
    assert has_veto(np.array([15, 1000])).tolist() == [False, True]


def test_groups_of_noise_differ_in_next_to_nothing() -> None:
    """Cut by force: on the votes that formed them such groups differ in many statements."""
    found = opinion_map(noise(people=200, statements=30))
    where = found.places
    centres = cuts(where)[2]
    label = nearest(where.at, centres)
    forced = Groups(("A", "B"), label, np.ones(len(label)), centres, Stability(2, "stable", {}))
    dipped = found.votes.tally(label, 2)
    twice = _tested(dipped[:, :, 2], dipped[:, :, 0] + dipped[:, :, 2])
    assert twice.differs.sum() >= 10
    assert group_tests(found.votes, where, forced, seed=0).differs.sum() <= 2


def test_camps_differ_where_they_were_made_to() -> None:
    found = opinion_map(camps((60, 60)))
    assert found.tests.differs.mean() > 0.9


def test_benjamini_and_hochbergs_own_example() -> None:
    """Their 15 p-values of 1995, section 4.1: four hypotheses fall at 5 %."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (benjamini_hochberg([p]) <= 0.05).sum() == 4


def test_nobody_counts_for_their_own_statement() -> None:
    votes = Votes.of(["7", "7", "8"], ["a", "b", "a"], [1, 1, 1])
    assert without_own(votes, {"a": "7", "b": "9"}).person.tolist() == [0, 1]
    found = opinion_map(votes, authors={"a": "7"})
    assert found.totals[:, 2].tolist() == [1, 1]


def test_a_cap_lowers_what_heavy_voters_count() -> None:
    votes = camps((30, 30))
    assert capped(votes, 5).max() <= 1
    found = opinion_map(votes, weight=capped(votes, 5))
    assert found.totals.sum() < len(votes)


def test_one_person_more_or_less_moves_no_bridging_statement_far() -> None:
    """On a hard line between the sides one person's leaving moved a statement seven places."""
    votes = real(UBER).shown
    calm = opinion_map(votes).lists.bridging
    gone = int(np.argsort(-votes.per_person)[40])
    other = opinion_map(votes.only(votes.person != gone)).lists.bridging
    assert abs(calm.rank - other.rank).max() <= 0.03 * votes.m
    assert (np.diff(calm.low[calm.order]) <= 1e-12).all()  # it is ranked by what is shown
