"""New counts beside those that were told already: no difference between them tells of a few."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.representativeness.published import OTHERS
from gyda.methods.representativeness.shares import Number, Representation, representation
from gyda.methods.representativeness.suppression import LEAST, suppressed

UNKNOWN = "?"  # those of whom the group is not known: a row of its own, given to no other group


@dataclass(frozen=True)
class Told:
    """Counts as they stand published: the groups in `together` only as one sum."""

    counts: Mapping[str, int]  # of all groups, those of unknown group under UNKNOWN
    together: Collection[str]

    @property
    def people(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class Comparison:
    """What may be shown of one characteristic.

    `unknown` is None when these few are counted together with the groups in `together`; then
    there is no representation, as shares of those who are known would tell how many they are.
    """

    people: int
    unknown: int | None
    groups: tuple[str, ...]  # shown each by itself
    together: tuple[str, ...]
    shown: Representation | None


def renewed(
    counts: Mapping[str, int], told: Sequence[Told] = (), least: int = LEAST
) -> Told | None:
    """Return how new counts may be told beside others of nearly the same people, or None: not yet.

    Small counts are held back as `suppressed` has it, nobody unknown is no secret. Then every
    number that can be worked out as a difference from what was told before (of a group shown in
    both, of all that is together in either, of everyone) is nought or at least `least`; where it
    is not, more groups are put together.

    >>> first = renewed({"a": 12, "b": 9, "c": 7})
    >>> first.together
    ()
    >>> renewed({"a": 13, "b": 9, "c": 7}, [first]) is None       # one person more: wait
    True
    >>> renewed({"a": 16, "b": 9, "c": 8}, [first]).together      # four of a, one of c
    ('c', 'a')
    """
    row = {name: n for name, n in counts.items() if n or name != UNKNOWN}
    if any(_small(sum(row.values()) - one.people, least) for one in told):
        return None
    told_apart = {UNKNOWN} if row.get(UNKNOWN, 0) >= least else set()  # few who did not say: not
    groups = {name: n for name, n in row.items() if name not in told_apart}
    hidden = {name for name, n in suppressed(groups, least).groups.items() if n is None}
    if len(hidden) == len(groups) and sum(groups.values()) < least:
        return None
    ascending = sorted(row, key=lambda name: (name == UNKNOWN, row[name], name))
    while (more := _must_hide(row, hidden, told, least)) is not None:
        shown = [name for name in ascending if name not in hidden]
        if not shown:
            return None
        hidden |= more & set(shown) or {shown[0]}
    if row and len(hidden) == len(row):
        return None
    return Told(dict(counts), tuple(name for name in ascending if name in hidden))


def _must_hide(
    row: Mapping[str, int], hidden: Collection[str], told: Sequence[Told], least: int
) -> set[str] | None:
    """Return which groups must go next (any one when empty), None when all is safe."""
    if hidden and (len(hidden) == 1 or sum(row[name] for name in hidden) < least):
        return set()
    for one in told:
        rest = set(hidden) | set(one.together)
        apart = (set(row) | set(one.counts)) - rest
        few = {n for n in apart if _small(row.get(n, 0) - one.counts.get(n, 0), least)}
        if few:
            return few
        if _small(sum(row.get(n, 0) - one.counts.get(n, 0) for n in rest), least):
            return set()
    return None


def _small(difference: int, least: int) -> bool:
    return 0 < abs(difference) < least


def comparison(told: Told, population: Mapping[str, Number]) -> Comparison:
    """Return what is shown of told counts beside a population that has every group but UNKNOWN.

    >>> told = renewed({"a": 12, "b": 9, UNKNOWN: 6})
    >>> found = comparison(told, {"a": 500, "b": 500})
    >>> found.people, found.unknown, [str(group.ratio) for group in found.shown.groups]
    (27, 6, ['8/7', '6/7'])
    """
    known = {name: n for name, n in told.counts.items() if name != UNKNOWN}
    together = tuple(name for name in told.together if name != UNKNOWN)
    apart = tuple(name for name in known if name not in together)
    if UNKNOWN in told.together:
        return Comparison(told.people, None, apart, together, None)
    unknown = told.counts.get(UNKNOWN, 0)
    taking = {name: known[name] for name in apart}
    living: dict[str, Number] = {name: population[name] for name in apart}
    if together:
        taking[OTHERS] = sum(known[name] for name in together)
        living[OTHERS] = sum((Fraction(str(population[n])) for n in together), Fraction(0))
    shown = representation(taking, living) if apart and sum(taking.values()) else None
    return Comparison(told.people, unknown, apart, together, shown)
