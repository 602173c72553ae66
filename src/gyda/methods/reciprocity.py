"""Reciprocity in a time bank: who gives and receives, and who does only one of the two."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.errors import BadInput


def reciprocity(given: int, received: int) -> Fraction | None:
    """Return 1 - |given - received| / (given + received), or None when there was neither.

    In whole minutes. 1: as much given as received; 0: all one way. Source: our own (shared field
    notes, section 2.17). Raises BadInput `minutes-negative`.

    >>> [str(reciprocity(*pair)) for pair in ((120, 60), (60, 60), (60, 0), (0, 0))]
    ['2/3', '1', '0', 'None']
    """
    if given < 0 or received < 0:
        raise BadInput("minutes-negative", given=given, received=received)
    both = given + received
    return Fraction(2 * min(given, received), both) if both else None


@dataclass(frozen=True)
class Balance:
    """How a community's hours flow: its index, and the people on one-way streets."""

    index: Fraction | None  # of all, each weighed by the minutes they exchanged
    givers: tuple[str, ...]  # gave and never received
    receivers: tuple[str, ...]  # received and never gave


def balance(minutes: Mapping[str, tuple[int, int]]) -> Balance:
    """Return the balance of people's (given, received) minutes.

    Those who only receive are to be asked what they would like to offer, not shown to others.

    >>> found = balance({"aled": (120, 60), "beti": (0, 60), "cai": (60, 0)})
    >>> str(found.index), found.givers, found.receivers
    ('2/5', ('cai',), ('beti',))
    """
    indices = {who: reciprocity(*pair) for who, pair in minutes.items()}
    total = sum(given + received for given, received in minutes.values())
    shared = sum(2 * min(pair) for pair in minutes.values())
    one_way = sorted(who for who, index in indices.items() if index == 0)
    return Balance(
        index=Fraction(shared, total) if total else None,
        givers=tuple(who for who in one_way if minutes[who][0]),
        receivers=tuple(who for who in one_way if minutes[who][1]),
    )


@dataclass(frozen=True)
class Network:
    """Links between people: how many, how many go both ways, and their minutes likewise."""

    links: int
    mutual_links: int
    minutes: int
    mutual_minutes: int

    @property
    def reciprocity(self) -> Fraction | None:
        """Links that are answered, as a share of all links: L-both / L."""
        return Fraction(self.mutual_links, self.links) if self.links else None

    @property
    def weighted(self) -> Fraction | None:
        """Minutes that are answered between the same two, as a share of all minutes."""
        return Fraction(self.mutual_minutes, self.minutes) if self.minutes else None


def network(minutes: Mapping[tuple[Hashable, Hashable], int]) -> Network:
    """Return how far giving between the same two people goes both ways.

    From the minutes that each (giver, receiver) moved; links of nothing or less are none. Source:
    links as in Newman, Forrest and Balthrop 2002, Physical Review E 66; minutes as in Squartini et
    al. 2013, Scientific Reports 3: the lesser of the two directions is what is answered.
    A time bank is to be a circle, so a low share is no fault: hours come back from others.

    >>> found = network({("aled", "beti"): 120, ("beti", "aled"): 60, ("beti", "cai"): 60})
    >>> str(found.reciprocity), str(found.weighted)
    ('2/3', '1/2')
    """
    there = {pair: weight for pair, weight in minutes.items() if weight > 0}
    answered = {
        (giver, receiver): min(weight, there[receiver, giver])
        for (giver, receiver), weight in there.items()
        if (receiver, giver) in there
    }
    return Network(len(there), len(answered), sum(there.values()), sum(answered.values()))
