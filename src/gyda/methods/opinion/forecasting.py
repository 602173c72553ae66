"""How people would vote on what they have not seen: the measure of whether a map is true."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

import numpy as np
from scipy.special import expit

from gyda.methods.opinion.halfway import Halfway
from gyda.methods.opinion.model import expected, fit
from gyda.methods.opinion.neighbours import by_other_statements
from gyda.methods.opinion.votes import PASS, Floats, Ints, Votes

RANKS = (1, 2, 3, 5, 8, 12)  # numbers of axes of the models that are mixed
HALFWAY = (2, 5)  # and of those that read a pass as half way between
RIDGES = (20.0, 80.0)  # of the regressions on other statements
FOLDS, SHARE = 3, 10  # three times a tenth of the opinions is kept back, to learn the mixture;
FEW = 20_000  # of fewer opinions every tenth in turn
NEWTON = 25
STEEP = 1.8  # log odds per standard deviation, shared evenly by the models before anything is seen
STIFF, LOOSE = 30.0, 10.0  # precision of that belief, and of no weight on the circumstances


def forecast(
    votes: Votes, person: Ints, statement: Ints, *, ranks: Sequence[int] = RANKS, seed: int = 0
) -> Floats:
    """Return the chance that each person (index) would agree with each statement (index), (v,).

    Given that they would not pass. Models of several ranks, with passes left out and with passes as
    half way between, each give the expected vote in units of its standard deviation; a logistic
    curve mixes them with regressions on the other statements and with their circumstances, learned
    on opinions that were kept back from the fits (Platt, "Probabilistic outputs for support vector
    machines", 1999; Wolpert, "Stacked generalization", 1992).
    """
    spoken = np.flatnonzero(votes.answer != PASS)
    fold = np.random.Generator(np.random.PCG64([seed, 3])).integers(0, SHARE, len(spoken))
    known, agreed = [], []
    for number in range(FOLDS if len(spoken) >= FEW else SHARE):
        back = spoken[fold == number]
        rest = np.ones(len(votes), bool)
        rest[back] = False
        known.append(_columns(votes.only(rest), votes.person[back], votes.statement[back], ranks))
        agreed.append(votes.answer[back] > 0)
    many = len(ranks) + len(HALFWAY)
    line = _logistic(np.concatenate(known), np.concatenate(agreed).astype(float), many)
    return np.asarray(expit(_columns(votes, person, statement, ranks) @ line))


def _columns(votes: Votes, person: Ints, statement: Ints, ranks: Sequence[int]) -> Floats:
    """Return one column a model, one a regression, then circumstances; a row a vote asked for."""
    models = [(votes, rank) for rank in ranks]
    models += [(Halfway.reading(votes), rank) for rank in HALFWAY]
    columns = []
    for read, rank in models:
        mean, variance = expected(fit(read, rank), person, statement)
        columns.append(mean / np.sqrt(variance))
    about = _circumstances(votes, person, statement, np.mean(columns[: len(ranks)], axis=0))
    columns += [by_other_statements(votes, person, statement, stiff) for stiff in RIDGES]
    return np.concatenate([np.stack(columns, axis=1), about], axis=1)


def _circumstances(votes: Votes, person: Ints, statement: Ints, score: Floats) -> Floats:
    """Return what makes a forecast more or less sure than the models say, (v, 9).

    How often this person and others on this statement passed or answered at all, how much they
    agree whatever it is about, and how extreme the forecast is.
    """
    disagree, passed, agree = votes.tally()[0].T
    asked, opinions = disagree + passed + agree, np.diff(votes.opinions[0].indptr)
    often = (passed + 0.5) / (asked + 2) - 0.15
    passes = (votes.per_person - opinions + 0.5) / (votes.per_person + 2) - 0.15
    lean, liked = votes.balance / (opinions + 2), (agree - disagree) / (agree + disagree + 2)
    columns = [
        np.ones(len(person)),
        3 * score * often[statement],
        3 * score * passes[person],
        score * (np.log1p(opinions)[person] - 3),
        score * (np.log1p(asked)[statement] - 4),
        lean[person],
        liked[statement],
        lean[person] * liked[statement],
        score**3 / 5,
    ]
    return np.stack(columns, axis=1)


def _logistic(columns: Floats, agreed: Floats, many: int) -> Floats:
    """Return the most likely weights, by Newton from an even mixture of the first `many`."""
    even = np.zeros(columns.shape[1])
    even[:many] = STEEP / many
    belief = np.diag(np.where(np.arange(len(even)) < many, STIFF, LOOSE))
    line = even.copy()
    for _ in range(NEWTON):
        chance = expit(columns @ line)
        slope = columns.T @ (agreed - chance) - belief @ (line - even)
        curve = (columns * (chance * (1 - chance))[:, None]).T @ columns + belief
        line = line + np.linalg.solve(curve, slope)
    return line
