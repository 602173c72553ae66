"""What is counted: projects with their costs, merged ballots, and the election that holds them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from gyda.methods.errors import BadInput

KINDS = ("approval", "choose-1", "cumulative", "scoring", "ordinal")
EXACT = 2**52  # whole numbers up to here are exact as floats too
_NUMBER = re.compile(r"\d+|\D+")


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Project:
    """One option on the ballot paper: its id, what it costs, and what the file says of it."""

    id: str
    cost: Fraction
    name: str = ""
    facts: Mapping[str, str] = field(default_factory=_nothing, compare=False)


@dataclass(frozen=True)
class Ballot:
    """One marked paper, or many alike: project ids, points where the ballot has them, weight.

    On rankings the ids stand in the voter's order, the best first.
    """

    chosen: tuple[str, ...]
    points: tuple[Fraction, ...] | None = None
    weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class Merged:
    """All ballots, equal ones merged: `rows[i]` was cast with a total weight of `weights[i]`.

    A row is (position, points), ..., sorted by position in `Election.projects`; for ballots
    without points it is just the positions. Nothing depends on the order of the rows.
    """

    rows: Sequence[tuple[int, ...]]
    weights: tuple[Fraction | int, ...]
    points: tuple[tuple[Fraction | int, ...], ...] | None = None

    @cached_property
    def whole(self) -> NDArray[np.float64] | None:
        """The weights, shape (rows,), where all are counts and floats add them up exactly."""
        if any(type(one) is not int for one in self.weights):
            return None
        weights = np.array(self.weights, float)
        return weights if weights.sum() < EXACT else None


@dataclass(frozen=True)
class Election:
    """A budget, projects in the natural order of their ids, and merged ballots."""

    budget: Fraction
    projects: tuple[Project, ...]
    ballots: Merged
    kind: str = "approval"
    meta: Mapping[str, str] = field(default_factory=_nothing, compare=False)
    warnings: tuple[tuple[str, Mapping[str, str]], ...] = ()

    @property
    def voters(self) -> Fraction | int:
        """Return how many voters there are: the sum of the weights, empty ballots included."""
        whole = self.ballots.whole
        return sum(self.ballots.weights) if whole is None else int(whole.sum())

    def position(self) -> dict[str, int]:
        """Return where each id stands among the projects."""
        return {project.id: k for k, project in enumerate(self.projects)}

    def without(self, ids: Iterable[str]) -> "Election":
        """Return the same election with some projects withdrawn; every voter stays a voter."""
        gone = set(ids)
        unknown = sorted(gone - {project.id for project in self.projects})
        if unknown:
            raise BadInput("unknown-project", project=unknown[0])
        return _restricted(self, gone)

    def with_costs(self, costs: Mapping[str, Fraction]) -> "Election":
        """Return the same election with some costs corrected."""
        projects = (
            replace(one, cost=_cost_of(one.id, costs.get(one.id, one.cost)))
            for one in self.projects
        )
        return replace(self, projects=tuple(projects))


MOST = 10**18  # more than there can be of anything


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sorting key by which 2 comes before 10: numbers by value, the rest as text.

    >>> sorted(["c10", "10", "2", "c2"], key=natural)
    ['2', '10', 'c2', 'c10']
    """
    parts = (_part(part) for part in _NUMBER.findall(text))
    return (*parts, (-1, 0, text))


def counted(text: str) -> int | None:
    """Return the count that a text says, if it says one; what is beyond any count is one.

    >>> counted("012"), counted("-1"), counted("9" * 5000) == MOST
    (12, None, True)
    """
    if not text.isdecimal():
        return None
    digits = text.lstrip("0")[:19] or "0"
    return min(int(digits), MOST)


def _part(part: str) -> tuple[int, int, str]:
    """Compare numbers by their digits, for "int" refuses one of five thousand."""
    digits = part.lstrip("0")
    return (0, len(digits), digits) if part.isdecimal() else (1, 0, part)


def election(
    budget: Fraction | int | str,
    projects: Mapping[str, Fraction | int | str],
    ballots: Iterable[Ballot | Iterable[str]],
    kind: str = "approval",
) -> Election:
    """Build an election from plain values: costs by id, and a collection of ids per voter.

    Costs and the budget are whole numbers, fractions or decimal text; floats are refused,
    because 0.1 is none of these. Raises `BadInput`.

    >>> small = election(100, {"a": 60, "b": 40}, [["a"], ["a", "b"], ["b", "a"]])
    >>> small.voters, small.ballots.rows, small.ballots.weights
    (Fraction(3, 1), ((0,), (0, 1)), (Fraction(1, 1), Fraction(2, 1)))
    """
    options = sorted(projects, key=natural)
    made = tuple(Project(one, _cost_of(one, projects[one])) for one in options)
    papers = (b if isinstance(b, Ballot) else Ballot(tuple(b)) for b in ballots)
    merged = merge(papers, {one: k for k, one in enumerate(options)}, kind)
    return Election(_positive("budget", "budget", budget), made, merged, kind)


def merge(papers: Iterable[Ballot], position: Mapping[str, int], kind: str) -> Merged:
    """Merge equal ballots after sorting what is on them; a project counts once on a ballot."""
    if kind not in KINDS:
        raise BadInput("unknown-ballots", kind=kind, known=", ".join(KINDS))
    pointed = kind in ("cumulative", "scoring", "ordinal")
    weights: dict[tuple[tuple[int, Fraction | int], ...], Fraction] = {}
    for paper in papers:
        pairs = _pairs(paper, position, kind)
        weights[pairs] = weights.get(pairs, Fraction(0)) + _weight_of(paper)
    rows = tuple(tuple(k for k, _ in pairs) for pairs in weights)
    points = tuple(tuple(p for _, p in pairs) for pairs in weights) if pointed else None
    return Merged(rows, tuple(weights.values()), points)


def _weight_of(paper: Ballot) -> Fraction:
    if paper.weight < 0:
        raise BadInput("weight-negative", weight=str(paper.weight))
    return Fraction(paper.weight)


def _pairs(
    paper: Ballot, position: Mapping[str, int], kind: str
) -> tuple[tuple[int, Fraction | int], ...]:
    found: dict[int, Fraction | int] = {}
    points = _points_of(paper, kind)
    if len(points) != len(paper.chosen):
        raise BadInput("points-count", projects=len(paper.chosen), points=len(points))
    for one, given in zip(paper.chosen, points, strict=True):
        if one not in position:
            raise BadInput("unknown-project", project=one)
        found.setdefault(position[one], given)
    return tuple(sorted(found.items()))


def _points_of(paper: Ballot, kind: str) -> Sequence[Fraction | int]:
    """Return the points of a ballot; of a ranking the places from 0, until they are tallied."""
    if kind == "ordinal":
        return range(len(paper.chosen))
    return (1,) * len(paper.chosen) if paper.points is None else paper.points


def _restricted(given: Election, gone: set[str]) -> Election:
    stays = [k for k, one in enumerate(given.projects) if one.id not in gone]
    moved = {k: place for place, k in enumerate(stays)}
    weights: dict[tuple[tuple[int, Fraction | int], ...], Fraction | int] = {}
    for i, row in enumerate(given.ballots.rows):
        points = given.ballots.points[i] if given.ballots.points else (0,) * len(row)
        pairs = tuple((moved[k], p) for k, p in zip(row, points, strict=True) if k in moved)
        weights[pairs] = weights.get(pairs, 0) + given.ballots.weights[i]
    rows = tuple(tuple(k for k, _ in pairs) for pairs in weights)
    points_left = tuple(tuple(p for _, p in pairs) for pairs in weights)
    ballots = Merged(rows, tuple(weights.values()), points_left if given.ballots.points else None)
    return replace(given, projects=tuple(given.projects[k] for k in stays), ballots=ballots)


def _cost_of(project: str, cost: Fraction | int | str) -> Fraction:
    return _positive("cost", project, cost)


def _positive(what: str, project: str, value: Fraction | int | str) -> Fraction:
    number = exactly(value)
    if number is None:
        raise BadInput(f"{what}-not-a-number", project=project, value=str(value))
    if number <= 0:
        raise BadInput(f"{what}-not-positive", project=project, value=str(value))
    return number


def exactly(value: Fraction | int | str) -> Fraction | None:
    """Return a number as written, exactly; None when it is none (or a float, or not finite).

    >>> exactly("4000.0"), exactly("0.10"), exactly(0.1), exactly("1e400x")
    (Fraction(4000, 1), Fraction(1, 10), None, None)
    """
    if isinstance(value, float | bool):
        return None
    if isinstance(value, str) and not _DECIMAL.fullmatch(value.strip()):
        return None
    return Fraction(value.strip() if isinstance(value, str) else value)


_DECIMAL = re.compile(r"[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,3})?")
