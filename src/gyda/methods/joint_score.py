"""Joint scoring by groups with weights, exact; and whether a group's score changed the outcome."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gyda.methods.errors import BadInput

HEADER = ("group", "stage", "pair", "question", "most", "bidder", "points")
PAIR, MODERATED = "pair", "moderated"
WHOLE = 100
Scores = Mapping[str, Mapping[str, Fraction | int]]  # group -> bidder -> score of 100
Weights = Mapping[str, Fraction | int]  # group -> weight; only their proportion counts


@dataclass(frozen=True)
class Joint:
    """The joint score of each bidder, and who has the most; several where they are equal."""

    scores: Mapping[str, Fraction]
    first: tuple[str, ...]


@dataclass(frozen=True)
class Turn:
    """At this share of the weight for a group the outcome changes; above it `first` is ahead."""

    share: Fraction
    first: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One line of the scores: the points of a pair, or of a group after moderation."""

    group: str
    stage: str
    pair: str
    question: str
    most: int
    bidder: str
    points: int


def group_score(points: Mapping[str, int], most: Mapping[str, int]) -> Fraction:
    """Return the points of all questions as a score of 100.

    >>> group_score({"price": 18, "care": 40}, {"price": 25, "care": 75})
    Fraction(58, 1)
    """
    whole = sum(most.values())
    if whole <= 0 or set(points) != set(most):
        raise BadInput("scores-missing", questions=", ".join(sorted(set(most) - set(points))))
    return Fraction(WHOLE * sum(points.values()), whole)


def joint(scores: Scores, weights: Weights) -> Joint:
    """Return the weighted mean of the groups' scores.

    >>> scores = {"adults": {"X": 72, "Y": 66}, "young": {"X": 58, "Y": 70}}
    >>> joint(scores, {"adults": 1, "young": 1})
    Joint(scores={'X': Fraction(65, 1), 'Y': Fraction(68, 1)}, first=('Y',))
    >>> [float(score) for score in joint(scores, {"adults": 80, "young": 20}).scores.values()]
    [69.2, 66.8]
    """
    whole = sum(Fraction(weights[group]) for group in scores)
    if whole <= 0 or any(Fraction(weights[group]) < 0 for group in scores):
        raise BadInput("weights-not-positive")
    bidders = sorted(set().union(*scores.values()))
    if not bidders or any(set(theirs) != set(bidders) for theirs in scores.values()):
        raise BadInput("scores-missing", questions="")
    sums = {
        bidder: sum((Fraction(weights[g]) * theirs[bidder] for g, theirs in sorted(scores.items())),
                    Fraction(0)) / whole
        for bidder in bidders
    }  # fmt: skip
    return Joint(sums, _first(sums))


def _first(sums: Mapping[str, Fraction]) -> tuple[str, ...]:
    most = max(sums.values())
    return tuple(sorted(bidder for bidder, score in sums.items() if score == most))


def changed_outcome(scores: Scores, weights: Weights, group: str) -> bool:
    """Tell whether the outcome would be another one without the score of a group.

    >>> scores = {"adults": {"X": 72, "Y": 66}, "young": {"X": 58, "Y": 70}}
    >>> changed_outcome(scores, {"adults": 1, "young": 1}, "young")
    True
    >>> changed_outcome(scores, {"adults": 80, "young": 20}, "young")
    False
    """
    others = {name: theirs for name, theirs in scores.items() if name != group}
    return joint(scores, weights).first != joint(others, weights).first


def turns(scores: Scores, group: str, other: str) -> tuple[Turn, ...]:
    """Return at which shares of a group's weight, of two groups, the outcome changes.

    >>> turns({"adults": {"X": 72, "Y": 66}, "young": {"X": 58, "Y": 70}}, "young", "adults")
    (Turn(share=Fraction(1, 3), first=('Y',)),)
    """
    lines = [(Fraction(scores[other][b]), Fraction(scores[group][b])) for b in scores[group]]
    shares = sorted({share for n, one in enumerate(lines) for two in lines[n + 1:]
                     if (share := _meeting(one, two)) is not None})  # fmt: skip
    found, before = [], _at(scores, group, other, Fraction(0))
    for place, share in enumerate(shares):
        following = shares[place + 1] if place + 1 < len(shares) else Fraction(1)
        first = _at(scores, group, other, (share + following) / 2)
        if first != before:
            found.append(Turn(share, first))
        before = first
    return tuple(found)


def _meeting(one: tuple[Fraction, Fraction], two: tuple[Fraction, Fraction]) -> Fraction | None:
    """Return the share at which two bidders are equal, if it lies between none and all."""
    slope = (one[1] - one[0]) - (two[1] - two[0])
    if slope == 0:
        return None
    share = (two[0] - one[0]) / slope
    return share if 0 <= share < 1 else None


def _at(scores: Scores, group: str, other: str, share: Fraction) -> tuple[str, ...]:
    both = {group: scores[group], other: scores[other]}
    return joint(both, {group: share, other: 1 - share}).first


def write_rows(rows: Iterable[Row]) -> str:
    """Return the scores as CSV, one line each; nobody is named, pairs have numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows([getattr(row, name) for name in HEADER] for row in rows)
    return out.getvalue()


def read_rows(text: str) -> list[Row]:
    """Return the lines of a CSV of scores; raise BadInput with the line of what is wrong."""
    reader = csv.reader(io.StringIO(text))
    if tuple(next(reader, ())) != HEADER:
        raise BadInput("not-scores", line=1)
    return [_row(cells, reader.line_num) for cells in reader if cells]


def _row(cells: Sequence[str], line: int) -> Row:
    if len(cells) != len(HEADER):
        raise BadInput("not-scores", line=line)
    group, stage, pair, question, most, bidder, points = cells
    if not (most.isdecimal() and points.isdecimal() and stage in (PAIR, MODERATED)):
        raise BadInput("not-scores", line=line)
    if int(points) > int(most):
        raise BadInput("too-many-points", line=line, points=int(points), most=int(most))
    return Row(group, stage, pair, question, int(most), bidder, int(points))


def scores_of(rows: Iterable[Row]) -> dict[str, dict[str, Fraction]]:
    """Return each group's score of each bidder, from the moderated points."""
    points: dict[tuple[str, str], dict[str, int]] = {}
    most: dict[str, dict[str, int]] = {}
    for row in rows:
        if row.stage == MODERATED:
            points.setdefault((row.group, row.bidder), {})[row.question] = row.points
            most.setdefault(row.group, {})[row.question] = row.most
    found: dict[str, dict[str, Fraction]] = {}
    for (group, bidder), theirs in sorted(points.items()):
        found.setdefault(group, {})[bidder] = group_score(theirs, most[group])
    return found


def record_of(rows: Sequence[Row], weights: Weights) -> dict[str, Any]:
    """Return the result as plain data; whoever has the rows and the weights gets the same."""
    scores = scores_of(rows)
    found = joint(scores, weights)
    return {
        "format": "gyda joint score 1",
        "weights": {group: str(Fraction(weights[group])) for group in sorted(scores)},
        "scores": {g: {b: str(s) for b, s in theirs.items()} for g, theirs in scores.items()},
        "joint": {bidder: str(score) for bidder, score in found.scores.items()},
        "first": list(found.first),
        "changed": {
            group: len(scores) > 1 and changed_outcome(scores, weights, group)
            for group in sorted(scores)
        },
    }
