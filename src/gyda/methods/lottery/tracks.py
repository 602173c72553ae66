"""The wrap-around rule: equal shares of seats for the units of one type."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from gyda.methods.lottery.units import Unit


class Piece(NamedTuple):
    """A unit that sits from one part of a panel's weight to another."""

    start: int
    end: int
    unit: Unit


class _Stretch(NamedTuple):
    """A unit on a track from here to there, on the line of all panels."""

    start: int
    end: int
    unit: Unit


def pieces_of(
    units: Sequence[Unit], counts: Sequence[int], weights: Sequence[int]
) -> list[tuple[int, Piece]]:
    """Seat `units`, counts[j] of them in panel j, so that each sits for the same weight.

    The panels stand on a line, most seats first; track i runs as far as panels have more than i
    seats. The shares are whole parts, equal to within one.

    >>> pieces_of([(0,), (1,)], [1], [10])
    [(0, Piece(start=0, end=5, unit=(0,))), (0, Piece(start=5, end=10, unit=(1,)))]
    """
    order = sorted(
        (j for j, count in enumerate(counts) if count), key=lambda j: (-counts[j], -weights[j], j)
    )
    marks = [0, *accumulate(weights[j] for j in order)]
    most = counts[order[0]] if order else 0
    reach = [sum(1 for j in order if counts[j] > i) for i in range(most)]
    tracks = [marks[r] for r in reach]
    found = []
    for stretch in stretches(units, tracks):
        first = bisect_right(marks, stretch.start) - 1
        for place in range(first, len(order)):
            if marks[place] >= stretch.end:
                break
            start, end = max(stretch.start, marks[place]), min(stretch.end, marks[place + 1])
            piece = Piece(start - marks[place], end - marks[place], stretch.unit)
            found.append((order[place], piece))
    return found


def stretches(units: Sequence[Unit], tracks: Sequence[int]) -> list[_Stretch]:
    """Divide tracks of whole lengths among units so that no unit is on two at one moment."""
    total = sum(tracks)
    share, over = divmod(total, len(units))
    needs = [share + (u < over) for u in range(len(units))]
    left = sorted(tracks)
    found: list[_Stretch] = []
    u = 0
    while left and left[0] < needs[min(u, len(needs) - 1)]:
        short, need = left.pop(0), needs[u]
        found.append(_Stretch(0, short, units[u]))
        place = next(i for i, length in enumerate(left) if length >= need)
        length = left.pop(place)
        found.append(_Stretch(length - (need - short), length, units[u]))
        left = sorted([*left, length - (need - short)])
        u += 1
    return found + _wrapped(list(zip(units[u:], needs[u:], strict=True)), left)


def _wrapped(units: Sequence[tuple[Unit, int]], tracks: Sequence[int]) -> list[_Stretch]:
    """McNaughton's rule for tracks at least as long as any need: who reaches the end of one goes
    on at the beginning of the next.
    """
    found, waiting = [], list(reversed(units))
    for length in tracks:
        at = 0
        while at < length:
            unit, need = waiting.pop()
            taken = min(need, length - at)
            found.append(_Stretch(at, at + taken, unit))
            if taken < need:
                waiting.append((unit, need - taken))
            at += taken
    return found
