"""What tells the groups apart, tested on votes that did not form the groups."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from gyda.methods.opinion.agreement import best_match
from gyda.methods.opinion.clusters import k_means, nearest
from gyda.methods.opinion.groups import NOBODY, Groups
from gyda.methods.opinion.model import fit
from gyda.methods.opinion.places import Places, places
from gyda.methods.opinion.stability import CUT_BY
from gyda.methods.opinion.votes import Flags, Floats, Ints, Votes
from gyda.methods.shares import benjamini_hochberg

FALSE = 0.05  # share of false discoveries that is borne
ENOUGH = 10  # opinions on each side of a comparison that is made at all


@dataclass(frozen=True, eq=False)
class GroupTests:
    """For every group and statement (k, m): how the group's share of agreement differs.

    `inside` and `outside` are the shares of opinions that agree, in the half of the votes that is
    tested; `p` the two-sided p-value; `differs` is True where it stands after Benjamini-Hochberg.
    """

    inside: Floats
    outside: Floats
    p: Floats
    differs: Flags


def group_tests(votes: Votes, where: Places, groups: Groups, seed: int) -> GroupTests:
    """Form the groups anew on one half of the votes and test them on the other half.

    Groups formed and tested on the same votes always differ ("double dipping"). Source: Gao, Bien
    and Witten, "Selective inference for hierarchical clustering" (2022), section 1, for the fault;
    splitting by single votes keeps every person in both halves. Only the names come from the
    published groups. Those who have a place on the map (`where`) take part.
    """
    half = np.random.Generator(np.random.PCG64([seed, 2])).random(len(votes)) < 0.5
    forming, testing = votes.only(half), votes.only(~half)
    there, here = places(forming, fit(forming)), where.placed
    rows = np.flatnonzero(here)[:: max(1, -(-int(here.sum()) // CUT_BY))]
    centres = k_means(there.at[rows], there.sure[rows], groups.k)
    label = np.where(here, nearest(there.at, centres), np.int32(NOBODY))
    counts = testing.tally(_as_named(label, groups), groups.k)
    return _tested(counts[:, :, 2], counts[:, :, 0] + counts[:, :, 2])


def _as_named(label: Ints, groups: Groups) -> Ints:
    """Return the labels by the published group with which each shares most people."""
    both = (label >= 0) & (groups.label >= 0)
    shared = np.zeros((groups.k, groups.k))
    np.add.at(shared, (label[both], groups.label[both]), 1)
    number = np.append(best_match(shared)[1], NOBODY)
    return np.asarray(number[label], np.int32)


def _tested(agree: Floats, whole: Floats) -> GroupTests:
    """Compare each group with all others by the two-proportion test with one added to each cell."""
    others, of_others = agree.sum(axis=0) - agree, whole.sum(axis=0) - whole
    inside, outside = (agree + 1) / (whole + 2), (others + 1) / (of_others + 2)
    pooled = (agree + others + 2) / (whole + of_others + 4)
    error = np.sqrt(pooled * (1 - pooled) * (1 / (whole + 2) + 1 / (of_others + 2)))
    p = 2 * ndtr(-abs(inside - outside) / error)
    enough = (whole >= ENOUGH) & (of_others >= ENOUGH)
    p = np.where(enough, p, 1.0)
    return GroupTests(inside, outside, p, (benjamini_hochberg(p) <= FALSE) & enough)


def telling(tests: GroupTests, group: int, many: int) -> Ints:
    """Return the statements (indices) that tell this group from the others best, at most `many`.

    Of two groups each has those to which it agrees more, for the other's are the same the other
    way round.
    """
    more = tests.inside[group] - tests.outside[group]
    away = more if len(tests.inside) == 2 else abs(more)
    away = np.where(tests.differs[group], away, -1.0)
    order = np.argsort(-away, kind="stable")[:many]
    return np.asarray(order[away[order] > 0], np.int32)
