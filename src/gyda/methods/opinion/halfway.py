"""Votes as a forecast may read them besides: with passes half way between agree and disagree."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import cached_property
from typing import Self

import numpy as np

from gyda.methods.opinion.votes import Floats, Pair, Votes


class Halfway(Votes):
    """Votes in which a pass is read as an opinion half way between; not what a pass means.

    Some passes do come from people in the middle, which a forecast may use beside other signs.
    """

    @classmethod
    def reading(cls, votes: Votes) -> Self:
        """Return the same votes, read so."""
        columns = votes.person, votes.statement, votes.answer
        return cls(votes.people, votes.statements, *columns, votes.moment)

    @cached_property
    def opinions(self) -> Pair:
        """Return (seen, said) with passes as 0 among the said."""
        return self.matrices(self.person, self.statement, self.answer)

    @cached_property
    def squares(self) -> Floats:
        """Return how often each person did not pass, (n,)."""
        return np.asarray(np.bincount(self.person, abs(self.answer), self.n), float)
