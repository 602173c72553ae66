"""Reciprocity in a time bank: who gives and receives, and who does only one of the two."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
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
