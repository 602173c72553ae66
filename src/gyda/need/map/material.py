"""What a map is made of: the votes, and of each person only what guards the count."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.adding import with_later
from gyda.methods.opinion.guard.weights import crowded
from gyda.methods.opinion.votes import Flags, Ints, Votes


@dataclass(frozen=True)
class Came:
    """How someone came: source (-1: unknown), whether known to be a person here, when (ms)."""

    source: int
    is_verified: bool
    at: int


@dataclass(frozen=True, eq=False)
class Material:
    """Votes by people's ids in the map (no names) and statements' numbers.

    `came` is by person, `authors` says who wrote a statement: nobody's vote on their own counts in
    the lists. `out` holds those whom the last full map left out for being look-alikes.
    """

    votes: Votes
    came: Mapping[str, Came]
    authors: Mapping[str, str] = field(default_factory=dict)
    out: frozenset[str] = frozenset()

    def later(
        self, votes: Votes, came: Mapping[str, Came], authors: Mapping[str, str]
    ) -> "Material":
        """Return it with later votes, which take the place of earlier ones of the same pairs."""
        merged = with_later(self.votes, votes) if len(votes) else self.votes
        return replace(self, votes=merged, came={**self.came, **came}, authors=authors)

    @property
    def sources(self) -> Ints:
        """Return where each person came from, (n,), -1 where that is not known."""
        return np.array([self.came[one].source for one in self.votes.people], np.int32)

    @property
    def verified(self) -> Flags:
        """Return who is known to be a person of this community, (n,)."""
        return np.array([self.came[one].is_verified for one in self.votes.people], bool)

    @property
    def moments(self) -> NDArray[np.int64]:
        """Return when each person came, (n,), in ms."""
        return np.array([self.came[one].at for one in self.votes.people], np.int64)

    def set_aside(self) -> Flags:
        """Return who does not count between two full maps: look-alikes, or many of one source."""
        crowds = crowded(self.sources, self.verified, self.votes.per_person)
        if self.out:
            crowds |= np.array([one in self.out for one in self.votes.people], bool)
        return crowds

    @property
    def counting(self) -> Votes:
        """Return the votes of those who count."""
        aside = self.set_aside()
        if not aside.any():
            return self.votes
        return self.votes.of_people(np.flatnonzero(~aside).astype(np.int32))

    def without(self, out: Iterable[str]) -> "Material":
        """Return it with these set aside."""
        return replace(self, out=frozenset(out))
