"""The opinion map of a conversation: everything at once, from the votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gyda.methods.opinion.groups import Groups, groups
from gyda.methods.opinion.identity import Standing, aligned, named, settled, standing
from gyda.methods.opinion.lists import Lists, lists
from gyda.methods.opinion.model import Fit, fit
from gyda.methods.opinion.places import Places, places
from gyda.methods.opinion.stability import OnStep, stability
from gyda.methods.opinion.tests_of_groups import GroupTests, group_tests
from gyda.methods.opinion.votes import Floats, Ints, Votes

NEW = Standing()


@dataclass(frozen=True, eq=False)
class OpinionMap:
    """A map: the fit, where people stand, the groups, and what each statement is to them.

    `lists` and `tests` are worked out when first asked for. `standing` is what the next map of
    the same conversation must be given as `before`.
    """

    votes: Votes
    fit: Fit
    places: Places
    groups: Groups
    standing: Standing
    authors: Mapping[str, str]
    weight: Floats | None
    seed: int

    @cached_property
    def counted(self) -> Votes:
        """Return the votes that intervals rest on: without anybody's on their own statement."""
        return without_own(self.votes, self.authors)

    @cached_property
    def _counts(self) -> Floats:
        """Return disagree, pass, agree of those in no group and of each group, (1 + k, m, 3)."""
        return self.counted.tally(self.groups.label + np.int32(1), 1 + self.groups.k, self.weight)

    @property
    def tallies(self) -> Floats:
        """Return disagree, pass, agree of each statement in each group, (k, m, 3)."""
        return self._counts[1:]

    @property
    def totals(self) -> Floats:
        """Return disagree, pass, agree of each statement over everyone, (m, 3)."""
        return np.asarray(self._counts.sum(axis=0))

    @cached_property
    def lists(self) -> Lists:
        """Return consensus, bridging and contested statements with their intervals."""
        everyone = np.array([self.votes.n], np.int32)
        if not self.groups.k:
            return lists(self.counted, self.fit, self.totals[None], everyone, self.seed)
        return lists(self.counted, self.fit, self.tallies, self.groups.sizes, self.seed)

    @cached_property
    def tests(self) -> GroupTests:
        """Return what tells the groups apart, tested on votes that did not form them."""
        return group_tests(self.counted, self.places, self.groups, self.seed)


def opinion_map(
    votes: Votes,
    *,
    seed: int = 0,
    authors: Mapping[str, str] | None = None,
    weight: Floats | None = None,
    before: Standing = NEW,
    on_step: OnStep | None = None,
) -> OpinionMap:
    """Map a conversation from its votes (moderated-out statements left out: `Votes.without`).

    `authors` (statement id -> person id) keeps people's votes on their own statements out of the
    intervals. `weight` (n,) in [0, 1] is how much each person counts (see `capped`). `before` is
    the `standing` of the last published map: axes and group names are then kept. The same votes
    and seed give the same map, whatever the order of rows.
    """
    state = aligned(fit(votes, weight=weight), votes, before)
    where = places(votes, state)
    found = stability(votes, state, where, seed, on_step)
    shown, rival, wins = settled(found, before)
    grouped, many = named(groups(where, shown), votes, before)
    kept = standing(state, grouped, votes, many, rival, wins, before)
    return OpinionMap(votes, state, where, grouped, kept, authors or {}, weight, seed)


def refreshed(last: OpinionMap, votes: Votes, weight: Floats | None = None) -> OpinionMap:
    """Move a map on by new votes between two full ones: one sweep, the same number of groups.

    `votes.statements` must begin with those of the last map, in the same order. How stable the
    groups are is not looked into; a full map every night does that.
    """
    state = fit(votes, start=last.fit, weight=weight, sweeps=1)
    where = places(votes, state)
    start = last.groups.centres if last.groups.k else None
    grouped = groups(where, last.groups.stability, start)
    if grouped.k == last.groups.k:
        names = last.groups.names
        label, sure = grouped.label, grouped.certainty
        grouped = Groups(names, label, sure, grouped.centres, grouped.stability)
    return OpinionMap(votes, state, where, grouped, last.standing, last.authors, weight, last.seed)


def capped(votes: Votes, most: int) -> Floats:
    """Return weights (n,) by which nobody counts for more than `most` votes.

    >>> capped(Votes.of([1, 1, 1, 1, 2], [1, 2, 3, 4, 1], [1, 1, 1, 1, 1]), 2).tolist()
    [0.5, 1.0]
    """
    return np.minimum(1.0, most / np.maximum(votes.per_person, 1))


def without_own(votes: Votes, authors: Mapping[str, str]) -> Votes:
    """Return the votes without those that people cast on statements which they wrote."""
    if not authors:
        return votes
    number = {person: row for row, person in enumerate(votes.people)}
    wrote: Ints = np.array([number.get(authors.get(s, ""), -1) for s in votes.statements], np.int32)
    return votes.only(votes.person != wrote[votes.statement]) if (wrote >= 0).any() else votes
