"""Votes of a conversation in one canonical order, so that the order of rows can change nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array

from gyda.methods.errors import BadInput

AGREE, PASS, DISAGREE = 1, 0, -1

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Answers = NDArray[np.int8]
Moments = NDArray[np.int64]
Columns = tuple[Ints, Ints, Answers]
Pair = tuple[csr_array, csr_array]
Rows = tuple[Ints, Ints, Answers, Moments | None]


@dataclass(frozen=True, eq=False)
class Votes:
    """Who answered what: one row a pair, sorted by person, then statement.

    `people` (n) and `statements` (m) are the ids, numbers by their value and then texts;
    `person` and `statement` (both int32, one a vote) point into them, `answer` (int8) is +1 agree,
    0 pass or -1 disagree, `moment` (int64, milliseconds) is when, if that is known.

    >>> votes = Votes.of(["10", "9", "9"], ["b", "b", "a"], [1, -1, 0])
    >>> votes.people, votes.statements
    (('9', '10'), ('a', 'b'))
    >>> votes.person.tolist(), votes.statement.tolist(), votes.answer.tolist()
    ([0, 0, 1], [0, 1, 1], [0, -1, 1])
    """

    people: tuple[str, ...]
    statements: tuple[str, ...]
    person: Ints
    statement: Ints
    answer: Answers
    moment: Moments | None = None

    @classmethod
    def of(
        cls,
        people: ArrayLike | Sequence[str],
        statements: ArrayLike | Sequence[str],
        answers: ArrayLike,
        moments: ArrayLike | None = None,
    ) -> Self:
        """Sort votes given in any order; of a pair's answers the latest is kept.

        Without moments the last row of a pair is its latest; of answers at the very same moment
        the lowest is kept, so that no order of rows matters. Raises BadInput `answer-unknown`.
        """
        answer = _answers(answers)
        person_ids, person = _coded(people)
        statement_ids, statement = _coded(statements)
        moment = None if moments is None else np.asarray(moments, np.int64)
        lengths = {len(x) for x in (person, statement, answer, moment) if x is not None}
        if len(lengths) > 1:
            raise BadInput("columns-of-unequal-length", lengths=str(sorted(lengths)))
        rows = _ordered(person, statement, answer, moment, len(statement_ids))
        return cls(person_ids, statement_ids, *rows)

    @classmethod
    def indexed(
        cls,
        people: Sequence[str],
        statements: Sequence[str],
        person: Ints,
        statement: Ints,
        answer: Answers,
    ) -> Self:
        """Sort votes given as indices into lists of distinct ids; ids without a vote stay."""
        person_ids, person_row = sorted_ids(people)
        statement_ids, statement_row = sorted_ids(statements)
        person, statement = person_row[person], statement_row[statement]
        rows = _ordered(person, statement, answer, None, max(len(statement_ids), 1))
        return cls(person_ids, statement_ids, *rows)

    @property
    def n(self) -> int:
        """Return how many people there are, with votes or without."""
        return len(self.people)

    @property
    def m(self) -> int:
        """Return how many statements there are."""
        return len(self.statements)

    def __len__(self) -> int:
        return len(self.answer)

    @cached_property
    def per_person(self) -> NDArray[np.int64]:
        """Return how many answers each person gave, passes included; shape (n,)."""
        return np.bincount(self.person, minlength=self.n)

    def only(self, keep: Flags) -> Self:
        """Return the same people and statements with only the votes that the mask (v,) keeps."""
        rows = np.flatnonzero(keep)
        moment = None if self.moment is None else self.moment[rows]
        columns = self.person[rows], self.statement[rows], self.answer[rows]
        return type(self)(self.people, self.statements, *columns, moment)

    def without(self, statements: Collection[str]) -> Self:
        """Return the votes without these statements (moderated out), as if never asked."""
        gone = np.array([s in set(statements) for s in self.statements], bool)
        if not gone.any():
            return self
        rest = self.only(~gone[self.statement])
        number = (np.cumsum(~gone) - 1).astype(np.int32)
        kept = tuple(s for s, g in zip(self.statements, gone, strict=True) if not g)
        return type(self)(
            self.people, kept, rest.person, number[rest.statement], rest.answer, rest.moment
        )

    def turned(self) -> Self:
        """Return the votes with agree for disagree and disagree for agree."""
        columns = self.person, self.statement, -self.answer
        return type(self)(self.people, self.statements, *columns, self.moment)

    def of_people(self, rows: Ints) -> Self:
        """Return the votes of some people (indices, ascending) alone."""
        number = np.full(self.n, -1, np.int32)
        number[rows] = np.arange(len(rows), dtype=np.int32)
        rest = self.only(number[self.person] >= 0)
        people = tuple(self.people[row] for row in rows)
        return type(self)(
            people, self.statements, number[rest.person], rest.statement, rest.answer, rest.moment
        )

    def tally(
        self, group: Ints | None = None, groups: int = 1, weight: Floats | None = None
    ) -> Floats:
        """Return how often each group said disagree, pass, agree: shape (groups, m, 3).

        `group` (n,) gives each person's group, -1 for none; without it everyone is in group 0.
        `weight` (n,) counts a person for less than one.
        """
        cell = self.cell
        weights = None if weight is None else weight[self.person]
        if group is not None:
            cell = cell + (group[self.person] + np.int32(1)) * np.int32(3 * self.m)
        size = 3 * self.m * (1 if group is None else groups + 1)
        counts = np.bincount(cell, weights, minlength=size).astype(float)
        return counts[0 if group is None else 3 * self.m :].reshape(groups, self.m, 3)

    @cached_property
    def cell(self) -> Ints:
        """Return 3 times the statement plus answer plus 1, by which votes are counted, (v,)."""
        return self.statement * np.int32(3) + (self.answer + np.int8(1))

    @cached_property
    def asked(self) -> NDArray[np.int64]:
        """Return how many opinions (not passes) there are of each statement, (m,)."""
        return np.bincount(self.opinions[0].indices, minlength=self.m)

    @cached_property
    def balance(self) -> Floats:
        """Return how often each person agreed less how often they disagreed, (n,)."""
        return np.asarray(self.opinions[1] @ np.ones(self.m, np.float32), float)

    @cached_property
    def squares(self) -> Floats:
        """Return the sum of the squares of each person's opinions, (n,)."""
        return np.asarray(np.diff(self.opinions[0].indptr), float)

    @cached_property
    def opinions(self) -> tuple[csr_array, csr_array]:
        """Return (seen, said): float32 matrices (n, m) of agree and disagree alone, not of passes.

        `seen` has a 1 where there is an opinion, `said` has it as +1 or -1.
        """
        spoken = self.answer != PASS
        return self.matrices(self.person[spoken], self.statement[spoken], self.answer[spoken])

    def matrices(self, person: Ints, statement: Ints, answer: Answers) -> Pair:
        """Return (seen, said) of such votes, which are sorted by person."""
        start = np.zeros(self.n + 1, np.int32)
        np.cumsum(np.bincount(person, minlength=self.n), out=start[1:])
        shape, said = (self.n, self.m), answer.astype(np.float32)
        return (
            csr_array((np.ones_like(said), statement, start), shape=shape),
            csr_array((said, statement, start), shape=shape),
        )


def order_of_ids(identity: str) -> tuple[int, int, str]:
    """Return the key by which ids are sorted: numbers by their value, then texts."""
    number = identity.isascii() and identity.isdecimal() and len(identity) < 19
    return (0, int(identity), identity) if number else (1, 0, identity)


def _answers(given: ArrayLike) -> Answers:
    raw = np.atleast_1d(np.asarray(given))
    if raw.dtype.kind not in "iufb":
        raise BadInput("answer-unknown", answer=str(raw[:1].tolist()))
    wrong = ~np.isin(raw, (AGREE, PASS, DISAGREE)) if raw.dtype != np.int8 else abs(raw) > 1
    if wrong.any():
        raise BadInput("answer-unknown", answer=str(raw[wrong][0]))
    return raw.astype(np.int8)


def _coded(ids: ArrayLike | Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    """Return the distinct ids in order, and each row's index among them."""
    if isinstance(ids, np.ndarray) and ids.dtype.kind in "iu":
        return _coded_numbers(ids)
    texts = [str(each) for each in np.asarray(ids, object).tolist()]
    order = sorted(set(texts), key=order_of_ids)
    index = {identity: row for row, identity in enumerate(order)}
    return tuple(order), np.fromiter((index[t] for t in texts), np.int32, len(texts))


def sorted_ids(ids: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    """Return the ids in order, and where each of those given has come to stand."""
    order = sorted(range(len(ids)), key=lambda at: order_of_ids(ids[at]))
    place = np.empty(len(ids), np.int32)
    place[order] = np.arange(len(ids), dtype=np.int32)
    return tuple(ids[at] for at in order), place


def _coded_numbers(ids: NDArray[np.int64]) -> tuple[tuple[str, ...], Ints]:
    if len(ids) and ids.min() >= 0 and ids.max() < 4 * len(ids) + 1000:
        there = np.zeros(int(ids.max()) + 1, bool)
        there[ids] = True
        index = (np.cumsum(there) - 1).astype(np.int32)[ids]
        return tuple(map(str, np.flatnonzero(there).tolist())), index
    return _coded([str(each) for each in ids.tolist()])


def _ordered(
    person: Ints, statement: Ints, answer: Answers, moment: Moments | None, m: int
) -> Rows:
    if _is_canonical(person, statement, m):
        return person, statement, answer, moment
    quick = _sorted(person, statement, answer, m) if moment is None else None
    if quick is not None:
        return *quick, None
    rows = _latest(person, statement, answer, moment)
    at = None if moment is None else moment[rows]
    return person[rows], statement[rows], answer[rows], at


def _is_canonical(person: Ints, statement: Ints, m: int) -> bool:
    pair = person.astype(np.int64) * m + statement
    return bool(np.all(pair[1:] > pair[:-1]))


def _sorted(person: Ints, statement: Ints, answer: Answers, m: int) -> Columns | None:
    """Sort whole votes as single numbers, the quickest way; None when a pair comes twice."""
    whole = (person.astype(np.int64) * m + statement) * 4 + (answer + 1)
    whole.sort()
    pair = whole >> 2
    if (pair[1:] == pair[:-1]).any():
        return None
    columns = (pair // m).astype(np.int32), (pair % m).astype(np.int32)
    return columns[0], columns[1], (whole & 3).astype(np.int8) - np.int8(1)


def _latest(person: Ints, statement: Ints, answer: Answers, moment: Moments | None) -> Ints:
    """Return the row of each pair's latest answer, in canonical order."""
    keys = (statement, person) if moment is None else (-answer, moment, statement, person)
    rows = np.lexsort(keys)
    pair = np.stack([person[rows], statement[rows]])
    last = np.append((pair[:, 1:] != pair[:, :-1]).any(0), True)
    return np.asarray(rows[last], np.int32)
