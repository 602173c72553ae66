"""What stands on a paper, as one line of text: written, read, and checked against the rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Collection, Mapping, Sequence

from gyda.decide.ballots import errors
from gyda.decide.ballots.models import PLAIN, Ballot, Kind
from gyda.decide.ballots.receipts import SYLLABLES, WORDS

ANSWERS = ("YES", "NO", "ABSTAIN")
LISTED = re.compile(r"[0-9]{1,4}(,[0-9]{1,4})*")
POINTED = re.compile(r"[0-9]{1,4}:[0-9]{1,5}(,[0-9]{1,4}:[0-9]{1,5})*")
STEP = 64  # lengths of sealed papers are rounded up to it


def approved(numbers: Collection[int]) -> str:
    """Return ticks.

    >>> approved([10, 2, 2])
    '2,10'
    """
    return ",".join(str(one) for one in sorted(set(numbers)))


def ranked(numbers: Sequence[int]) -> str:
    """Return an order, the best first."""
    return ",".join(str(one) for one in numbers)


def shared_out(points: Mapping[int, int]) -> str:
    """Return points by option; an option without is left out.

    >>> shared_out({4: 3, 1: 5, 2: 0})
    '1:5,4:3'
    """
    return ",".join(f"{one}:{points[one]}" for one in sorted(points) if points[one])


def by_place(places: Mapping[int, int]) -> list[int]:
    """Return the options in the order of their places. Raises where a place is twice or missing.

    >>> by_place({7: 2, 3: 1})
    [3, 7]
    """
    given = sorted(places.values())
    if len(set(given)) != len(given):
        raise errors.PlacesTwice
    if given != list(range(1, len(given) + 1)):
        raise errors.PlacesMissing
    return sorted(places, key=lambda one: places[one])


def numbers_on(marks: str) -> list[int]:
    """Return the options that a paper names, in its order.

    >>> numbers_on("4:3,1:5"), numbers_on(""), numbers_on("YES")
    ([4, 1], [], [])
    """
    if not marks or marks in ANSWERS:
        return []
    return [int(one.partition(":")[0]) for one in marks.split(",")]


def points_on(marks: str) -> list[int]:
    """Return the points that a paper gives, in its order.

    >>> points_on("1:5,4:3"), points_on("1,4")
    ([5, 3], [])
    """
    return [int(one.partition(":")[2]) for one in marks.split(",") if ":" in one]


def proper(ballot: Ballot, said: str, options: Collection[int]) -> str:
    """Return a paper as it is kept; raise where it is not one that the ballot allows."""
    if ballot.kind in PLAIN:
        if said not in ANSWERS:
            raise errors.NothingChosen
        return said
    if not said:
        raise errors.NothingChosen
    pointed = ballot.kind == Kind.POINTS
    if not (POINTED if pointed else LISTED).fullmatch(said):
        raise errors.NoSuchOption
    chosen = numbers_on(said)
    if len(set(chosen)) != len(chosen) or not set(chosen) <= set(options):
        raise errors.NoSuchOption
    if ballot.most and len(chosen) > ballot.most:
        raise errors.TooMany(most=ballot.most)
    if pointed:
        return _points(ballot, dict(zip(chosen, points_on(said), strict=True)))
    return ranked(chosen) if ballot.kind == Kind.RANK else approved(chosen)


def _points(ballot: Ballot, given: Mapping[int, int]) -> str:
    if min(given.values()) <= 0:
        raise errors.NothingChosen
    if sum(given.values()) > (ballot.points or 0):
        raise errors.PointsOver(given=sum(given.values()), points=ballot.points)
    return shared_out(given)


def longest(options: Collection[int]) -> int:
    """Return how long a sealed paper is: enough for any marks, and the same for all.

    >>> longest(range(1, 5)), longest(range(1, 201))
    (128, 1728)
    """
    receipt = WORDS * (SYLLABLES * 2 + 1)
    most = receipt + 8 + sum(len(f"{one}:") + 5 for one in options)
    return -(-max(most, STEP + 1) // STEP) * STEP
