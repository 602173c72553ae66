"""Which way round votes are written: exports have agree as 1, Polis's own database has it as -1."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping, Sequence

import numpy as np

from gyda.methods.opinion.votes import Ints, Votes

Counts = Mapping[str, tuple[int, int]]  # agrees and disagrees by id, as a file tells them
CLEARLY = 3  # the votes must fit the file's own counts so many times better when turned round


def turned(votes: Votes, of_statements: Counts, of_people: Counts) -> bool:
    """Return whether the files' own counts of agrees and disagrees say that -1 means agree."""
    by_statement = _misfit(votes, votes.statement, votes.statements, of_statements)
    by_person = _misfit(votes, votes.person, votes.people, of_people)
    as_is, other = by_statement[0] + by_person[0], by_statement[1] + by_person[1]
    return as_is > CLEARLY * other


def _misfit(votes: Votes, row: Ints, ids: Sequence[str], told: Counts) -> tuple[int, int]:
    """Return by how many votes the counts differ from those told, as they are and turned round."""
    plus = np.bincount(row[votes.answer > 0], minlength=len(ids)).tolist()
    minus = np.bincount(row[votes.answer < 0], minlength=len(ids)).tolist()
    as_is = other = 0
    for one, agree, disagree in zip(ids, plus, minus, strict=True):
        if one in told:
            agrees, disagrees = told[one]
            as_is += abs(agree - agrees) + abs(disagree - disagrees)
            other += abs(disagree - agrees) + abs(agree - disagrees)
    return as_is, other
