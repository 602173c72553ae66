"""A made-up population with the shares of a real place: drawn with a seed, anyone can repeat it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gyda.methods.criteria.cells import Span
from gyda.methods.criteria.facts import Fact, Kind, Value
from gyda.methods.criteria.population import QUINTILE, Cell, Population
from gyda.methods.criteria.rules_sheet import cell_of
from gyda.methods.criteria.sheet import GROUP
from gyda.methods.errors import BadInput
from gyda.methods.lottery.sheet import Row, read_sheet

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

QUINTILES = ("1", "2", "3", "4", "5")
COLUMNS = ("of", "answer", *(f"q{quintile}" for quintile in QUINTILES))
MOST_PEOPLE = 20_000
SHARE = re.compile(r"\d{1,9}(\.\d{1,6})?")


@dataclass(frozen=True)
class Margin:
    """How one thing is spread: for each answer its weight in each quintile."""

    of: str
    answers: tuple[tuple[str, tuple[float, ...]], ...]


def margins_from_csv(text: str) -> tuple[Margin, ...]:
    """Return the margins of a sheet with the columns of, answer, q1 to q5.

    The row of `people` says how many live in each quintile; a fact or `group:NAME` has a row for
    each answer (numbers as bands: 60-69). Raises BadInput `column-missing`, `not-a-share`,
    `no-people-row`.
    """
    sheet = read_sheet(text, lambda header: header in COLUMNS)
    for name in COLUMNS:
        if sheet.column(name) is None:
            raise BadInput("column-missing", line=1, column=name)
    sheet.raise_faults()
    found: dict[str, list[tuple[str, tuple[float, ...]]]] = {}
    for row in sheet.rows:
        cells = {name: row.cells[sheet.column(name) or ""] for name in COLUMNS}
        found.setdefault(cells["of"], []).append((cells["answer"], _weights(row, cells)))
    if "people" not in found:
        raise BadInput("no-people-row")
    return tuple(Margin(of, tuple(answers)) for of, answers in found.items())


def _weights(row: Row, cells: Mapping[str, str]) -> tuple[float, ...]:
    texts = [cells[name] or "0" for name in COLUMNS[2:]]
    for text in texts:
        if not SHARE.fullmatch(text):
            raise BadInput("not-a-share", line=row.line, value=text[:80])
    return tuple(float(text) for text in texts)


def synthetic(
    margins: Sequence[Margin], facts: Sequence[Fact], *, people: int, seed: int
) -> Population:
    """Draw so many people: their quintile, then each fact and group as it is spread there.

    What stands in no margin is not known of anybody. Facts are drawn apart from each other given
    the quintile: what goes together within one quintile is not in it. A group that is called as a
    fact is that fact. Raises BadInput `not-a-count`, `no-people-row`, `not-an-answer`.
    """
    import numpy as np

    if not 1 <= people <= MOST_PEOPLE:
        raise BadInput("not-a-count", value=people)
    chance = np.random.Generator(np.random.PCG64(seed))
    spread = {margin.of: margin for margin in margins}
    sizes = np.array(spread["people"].answers[0][1])
    if not sizes.sum():
        raise BadInput("no-people-row")
    quintiles = chance.choice(5, size=people, p=sizes / sizes.sum())
    drawn = {
        of: _drawn(margin, quintiles, chance)
        for of, margin in sorted(spread.items()) if of != "people"
    }  # fmt: skip
    values = {fact.code: _values(fact, drawn[fact.code], chance) for fact in facts
              if fact.code in drawn}  # fmt: skip
    names = [of[len(GROUP) :] for of in drawn if of.startswith(GROUP)]
    groups = {name: drawn.get(name, drawn[GROUP + name]) for name in names}
    return Population.of(
        Cell(
            {code: value[one] for code, value in values.items()},
            {QUINTILE: QUINTILES[quintiles[one]], **{g: a[one] for g, a in groups.items()}},
            1,
        )
        for one in range(people)
    )


def _drawn(margin: Margin, quintiles: "NDArray[Any]", chance: "Generator") -> list[str]:
    """Return an answer for each person."""
    import numpy as np

    names = [answer for answer, _ in margin.answers]
    weights = np.array([weights for _, weights in margin.answers])
    sums = weights.sum(axis=0)
    if (sums[np.unique(quintiles)] <= 0).any():
        raise BadInput("not-a-share", value=margin.of)
    bounds = np.cumsum(weights / np.where(sums, sums, 1), axis=0)
    picks = (chance.random(len(quintiles)) >= bounds[:, quintiles]).sum(axis=0)
    return [names[min(pick, len(names) - 1)] for pick in picks]


def _values(fact: Fact, answers: Sequence[str], chance: "Generator") -> list[Value | None]:
    if fact.kind is not Kind.NUMBER:
        return [fact.read(answer) for answer in answers]
    found: list[Value | None] = []
    for answer in answers:
        span = cell_of(fact, answer)
        if not isinstance(span, Span) or span.low is None or span.high is None:
            raise BadInput("not-an-answer", fact=fact.code, value=answer[:80])
        found.append(int(chance.integers(span.low, span.high + 1)))
    return found
