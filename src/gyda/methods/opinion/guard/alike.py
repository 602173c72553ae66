"""Voters whose answers are the same far beyond what shared opinions explain."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from gyda.methods.opinion.votes import Floats, Ints, Votes

SAME = 0.99  # chance that a copy gives the same answer
LEAST_VOTES = 5  # with fewer, nobody is like anybody
FEWEST = 2  # a copy and what it was copied from
ALL = 4_000  # people at most who are all compared with each other
PROBES = 1_000  # of more, so many are; then everyone is compared with the clumps that they form
LINK = 17.0  # nats: chance alone would link one pair in e^17 = 24 million
JOIN = 7.0  # nats: chance alone would add one person in e^7 = 1,100 to a clump that is there
FOLLOWED = 0.85  # of a person's answers at least, to be one of a clump
STRAY = 10, 0.5  # who is half as surely a copy as this percentile of a clump is no part of it

FLOOD = 16, 0.03  # from so many, and such a share of all, a clump is no measure of what is usual
ROUNDS = 15
ANSWERS = 3


@dataclass(frozen=True, eq=False)
class Clump:
    """People who vote as if by one hand.

    ``people``: their indices, ascending. ``answers`` (m,): what most of them say, −1, 0, 1, or 2
    where too few said anything. ``alike``: the share of their answers that follow it.
    """

    people: Ints
    answers: NDArray[np.int8]
    alike: float


def clumps(votes: Votes) -> list[Clump]:
    """Find the groups of two or more whose answers are near-copies; the largest first.

    Two people who share statements s ∈ S are compared by the log-likelihood ratio of "one copies
    the other" to "each answers as people do": Σ log(ρ [same]/p_s(v) + 1 − ρ), where p_s(v) is the
    share that gives answer v to s. Same answers to questions on which all agree weigh next to
    nothing, ten same rare answers weigh much, and one difference costs −log(1 − ρ) = 4.6. Pairs
    beyond LINK are linked (a fixed limit, so that who comes later changes nothing between those who
    were there); linked people form clumps; people with too few votes to
    be compared singly join the clump whose pattern they follow. Shares are taken anew with
    each clump as one vote, so that a flood does not make its own answers common.
    Cf. Community Notes' rater similarity and the person-fit of Drasgow, Levine & Williams 1985.
    """
    table, weight = _one_column_an_answer(votes), np.ones(votes.n)
    found: list[Ints] = []
    for _ in range(ROUNDS):
        rarity = _rarity(votes, weight)
        seeds = _linked(table, rarity, _probes(votes))
        grown = _joined(table, rarity, _joined(table, rarity, seeds, votes), votes)
        if [people.tolist() for people in grown] == [people.tolist() for people in found]:
            break
        found, weight = grown, _others(votes.n, grown)
    rarity = _rarity(votes, weight)
    made = [_clump(table, _without_strays(table, rarity, people)) for people in found]
    return sorted(made, key=lambda clump: (-len(clump.people), clump.people[0]))


def _others(n: int, groups: list[Ints]) -> Floats:
    weight = np.ones(n)
    for people in groups:
        if len(people) >= max(FLOOD[0], FLOOD[1] * n):
            weight[people] = 0.0
    return weight


def _rarity(votes: Votes, weight: Floats) -> Floats:
    """Return −log of each answer's share (m, 3), one imagined vote for each answer."""
    counts = votes.tally(weight=weight)[0] + 1.0
    return np.asarray(-np.log(counts / counts.sum(1, keepdims=True)))


def _one_column_an_answer(votes: Votes) -> csr_array:
    """Return the table (n, 3m) with a 1 where the person gave that answer to that statement."""
    column = votes.statement.astype(np.int64) * ANSWERS + votes.answer + 1
    ones = np.ones(len(votes), np.float32)
    return csr_array((ones, (votes.person, column)), shape=(votes.n, ANSWERS * votes.m))


def _gain(rarity: Floats) -> Floats:
    """Return what a same answer adds, (3m,), beyond what a different one costs."""
    same = np.log(SAME * np.exp(rarity) + 1 - SAME)
    return np.asarray((same - np.log(1 - SAME)).ravel())


def _probes(votes: Votes) -> Ints:
    """Return who is compared with whom: all, or every so-manieth of a large conversation."""
    able = np.flatnonzero(votes.per_person >= LEAST_VOTES)
    every = 1 if len(able) <= ALL else -(-len(able) // PROBES)
    return np.asarray(able[::every], np.int32)


def _linked(table: csr_array, rarity: Floats, people: Ints) -> list[Ints]:
    """Link the pairs that are too alike for chance; return the groups."""
    n = len(people)
    if n < FEWEST:
        return []
    near = np.asarray(table[people].todense())
    seen = near.reshape(n, -1, ANSWERS).sum(2)
    weighted = near * _gain(rarity).astype(np.float32)
    ends = []
    for start in range(0, n, 500):  # a block of rows at a time keeps memory small
        rows = slice(start, start + 500)
        score = weighted[rows] @ near.T + (seen[rows] @ seen.T) * np.log(1 - SAME)
        one, other = np.nonzero(score > LINK)
        ends.append(np.stack([one + start, other]))
    one, other = np.concatenate(ends, axis=1)
    links = coo_array((np.ones(len(one)), (one, other)), shape=(n, n))
    return _groups(connected_components(links, directed=False)[1], people)


def _groups(label: NDArray[np.int32], people: Ints) -> list[Ints]:
    sizes = np.bincount(label)
    return [people[label == one] for one in np.flatnonzero(sizes >= FEWEST)]


def _joined(table: csr_array, rarity: Floats, found: list[Ints], votes: Votes) -> list[Ints]:
    """Compare everyone with each clump's pattern; each person belongs to the likest, if any."""
    if not found:
        return []
    best, of = np.full(votes.n, -np.inf), np.full(votes.n, -1)
    for number, people in enumerate(found):
        score = _likeness(table, rarity, people)
        of = np.where(score > best, number, of)
        best = np.maximum(best, score)
    of = np.where((best > JOIN) & (votes.per_person >= LEAST_VOTES), of, -1)
    groups = [np.flatnonzero(of == number).astype(np.int32) for number in range(len(found))]
    return [people for people in groups if len(people) >= FEWEST]


def _likeness(table: csr_array, rarity: Floats, people: Ints) -> Floats:
    """Return each person's log-likelihood ratio of following the clump's pattern, (n,).

    Minus infinity for whoever follows it too seldom, however unlikely what they share.
    """
    counts = np.asarray(table[people].sum(0)).reshape(-1, ANSWERS)
    known = counts.sum(1, keepdims=True) >= FEWEST
    usual = (counts == counts.max(1, keepdims=True)) & known
    followed = np.where(usual, np.log(SAME * np.exp(rarity) + 1 - SAME), np.log(1 - SAME))
    columns = np.stack([np.where(known, followed, 0.0), usual, known & (rarity >= 0)], axis=2)
    ratio, same, told = (table @ columns.reshape(-1, 3).astype(np.float32)).T.astype(np.float64)
    return np.where(same >= FOLLOWED * told, ratio, -np.inf)


def _without_strays(table: csr_array, rarity: Floats, people: Ints) -> Ints:
    """Leave out who merely leans as a clump does, with far fewer answers than all its copies.

    Where a hundred accounts follow a pattern through a hundred answers, a person who said no
    fourteen times is not one of them.
    """
    score = np.maximum(_likeness(table, rarity, people)[people], 0.0)
    return np.asarray(people[score >= STRAY[1] * np.percentile(score, STRAY[0])], np.int32)


def _clump(table: csr_array, people: Ints) -> Clump:
    counts = np.asarray(table[people].sum(0)).reshape(-1, ANSWERS)
    known = counts.sum(1) >= FEWEST
    answers = np.where(known, counts.argmax(1) - 1, 2).astype(np.int8)
    alike = float(counts[known].max(1).sum() / counts[known].sum()) if known.any() else 1.0
    return Clump(people, answers, alike)
