"""Groups of people who vote alike: only those that are stable, only people who surely belong."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

import numpy as np

from gyda.methods.opinion.clusters import lloyd, nearest
from gyda.methods.opinion.places import Places, certainty
from gyda.methods.opinion.stability import FEWEST_PEOPLE, Stability, cuts
from gyda.methods.opinion.votes import Floats, Ints

SURE = 0.6  # a person belongs to a group when it is theirs with at least this chance
NOBODY = -1


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of a map; with k = 0 there are none and everybody's label is -1.

    `label` (n,) points into `names`, -1 for whoever has too few opinions or stands between groups;
    `certainty` (n,) is the chance that the nearest centre is a person's own; `centres` (k, axes);
    `names` are for good: a group keeps its name from map to map (see `identity`).
    """

    names: tuple[str, ...]
    label: Ints
    certainty: Floats
    centres: Floats
    stability: Stability

    @property
    def k(self) -> int:
        """Return how many groups there are."""
        return len(self.names)

    @property
    def sizes(self) -> Ints:
        """Return how many people surely belong to each group, (k,)."""
        counted = np.bincount(self.label[self.label >= 0], minlength=self.k)
        return np.asarray(counted, np.int32)


def groups(where: Places, found: Stability, start: Floats | None = None) -> Groups:
    """Put the placed people into the chosen number of groups, named A, B, C.

    From `start` (the centres of the last map, in this map's axes) a few rounds do. A group with
    fewer than ten people who surely belong is not published, and then there are no groups.
    """
    none = Groups(
        (), np.full(len(where.at), NOBODY, np.int32), np.zeros(len(where.at)), _no(where), found
    )
    if not found.k:
        return none
    points, weight = where.at[where.placed], where.sure[where.placed]
    centres = lloyd(points, weight, start, rounds=3) if start is not None else cuts(where)[found.k]
    label = nearest(where.at, centres)
    sure = certainty(where, centres, label)
    label = np.where(where.placed & (sure >= SURE), label, np.int32(NOBODY))
    if np.bincount(label[label >= 0], minlength=found.k).min() < FEWEST_PEOPLE:
        return none
    return Groups(names_from(found.k), label, sure, centres, found)


def names_from(many: int, after: int = 0) -> tuple[str, ...]:
    """Return group names: A to Z, then A2 to Z2, beginning after so many.

    >>> names_from(2), names_from(3, after=25)
    (('A', 'B'), ('Z', 'A2', 'B2'))
    """
    rounds = (divmod(number, 26) for number in range(after, after + many))
    return tuple(chr(65 + letter) + (str(turn + 1) if turn else "") for turn, letter in rounds)


def _no(where: Places) -> Floats:
    return np.zeros((0, where.at.shape[1]))
