"""How people would vote on what they have not seen: the measure of whether a map is true."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

import numpy as np
from scipy.special import expit

from gyda.methods.opinion.model import expected, fit
from gyda.methods.opinion.votes import PASS, Floats, Ints, Votes

RANKS = (1, 2, 3, 5, 8, 12)  # numbers of axes of the models that are mixed
FOLDS, SHARE = 3, 10  # three times a tenth of the opinions is kept back, to learn the mixture
NEWTON = 25
STEEP = 1.8  # log odds per standard deviation, shared evenly by the models before anything is seen
STIFF = 30.0  # precision of that belief


def forecast(
    votes: Votes, person: Ints, statement: Ints, *, ranks: Sequence[int] = RANKS, seed: int = 0
) -> Floats:
    """Return the chance that each person (index) would agree with each statement (index), (v,).

    Given that they would not pass. Models of several ranks each give the expected vote in units of
    its standard deviation; a logistic curve mixes them, learned on opinions that were kept back
    from the fits (Platt, "Probabilistic outputs for support vector machines", 1999; Wolpert,
    "Stacked generalization", 1992).
    """
    spoken = np.flatnonzero(votes.answer != PASS)
    fold = np.random.Generator(np.random.PCG64([seed, 3])).integers(0, SHARE, len(spoken))
    known, agreed = [], []
    for number in range(FOLDS):
        back = spoken[fold == number]
        rest = np.ones(len(votes), bool)
        rest[back] = False
        known.append(_scores(votes.only(rest), votes.person[back], votes.statement[back], ranks))
        agreed.append(votes.answer[back] > 0)
    line = _logistic(np.concatenate(known), np.concatenate(agreed).astype(float))
    return np.asarray(expit(_scores(votes, person, statement, ranks) @ line))


def _scores(votes: Votes, person: Ints, statement: Ints, ranks: Sequence[int]) -> Floats:
    """Return one column a rank, and one of ones."""
    columns = [np.ones(len(person))]
    for rank in ranks:
        mean, variance = expected(fit(votes, rank), person, statement)
        columns.append(mean / np.sqrt(variance))
    return np.stack(columns, axis=1)


def _logistic(scores: Floats, agreed: Floats) -> Floats:
    """Return the most likely weights of the columns, by Newton from the even mixture."""
    many = scores.shape[1] - 1
    even = np.concatenate([[0.0], np.full(many, STEEP / many)])
    belief = np.diag(np.concatenate([[0.1], np.full(many, STIFF)]))
    line = even.copy()
    for _ in range(NEWTON):
        chance = expit(scores @ line)
        slope = scores.T @ (agreed - chance) - belief @ (line - even)
        curve = (scores * (chance * (1 - chance))[:, None]).T @ scores + belief
        line = line + np.linalg.solve(curve, slope)
    return line
