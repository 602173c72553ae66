"""Impact: whom a change of the rules shuts out, group by group, and what stops it from holding."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import comb

from gyda.methods.criteria.deciding import decide
from gyda.methods.criteria.population import Population
from gyda.methods.criteria.table import Outcome, Table
from gyda.methods.representativeness import LEAST, suppressed_table, wilson

EVERYONE = ""
STAY_IN, SHUT_OUT, LET_IN, STAY_OUT = range(4)


@dataclass(frozen=True)
class Limits:
    """How far a share may rise, in hundredths, before a reason is owed: the hub's own figures."""

    rise: int = 5  # in any group
    apart: int = 2  # in a group, more than among everyone


@dataclass(frozen=True)
class Share:
    """A share shut out: how many of how many, with Wilson's interval (95 in 100)."""

    people: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> Fraction:
        return Fraction(self.people, self.of)


@dataclass(frozen=True)
class Line:
    """A group before and after. What would tell of fewer than five people is None."""

    grouping: str  # EVERYONE, or the kind of group
    group: str
    people: int | None
    before: Share | None
    after: Share | None
    p_value: float | None  # that so uneven a change is chance (exact test of McNemar)
    over: bool  # a limit is passed

    @property
    def rise(self) -> Fraction | None:
        """Return how much larger the share has become."""
        if self.before is None or self.after is None:
            return None
        return self.after.share - self.before.share


@dataclass(frozen=True)
class Trial:
    """One change tried out: `rule` is what was put in, or "" for all changes together."""

    rule: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Block:
    """A group in which a limit is passed: a reason is owed before this can hold."""

    rule: str
    line: Line


def trial(
    before: Table, after: Table, population: Population, limits: Limits, rule: str = ""
) -> Trial:
    """Try two tables on everyone: of each group, what share is refused before and after.

    Refused is who is found not eligible; who goes to a person's decision is not. The two shares
    are of the same people, so the change is tested as pairs (McNemar 1947, Psychometrika 12; exact
    as by Mosteller 1952): of those whose outcome changed, how many were shut out.
    Fewer than five people are never told of, nor what would give them away.
    """
    outcomes = [
        (_refused(before, cell.facts), _refused(after, cell.facts)) for cell in population.cells
    ]
    total = [0, 0, 0, 0]
    for cell, outcome in zip(population.cells, outcomes, strict=True):
        total[_column(*outcome)] += cell.people
    general = _rise(total)
    lines = _lines(EVERYONE, {EVERYONE: total}, general, limits)
    for grouping in population.groupings:
        counts: dict[str, list[int]] = {}
        for cell, outcome in zip(population.cells, outcomes, strict=True):
            if group := cell.groups.get(grouping):
                row = counts.setdefault(group, [0, 0, 0, 0])
                row[_column(*outcome)] += cell.people
        lines += _lines(grouping, dict(sorted(counts.items())), general, limits)
    return Trial(rule, tuple(lines))


def _refused(table: Table, facts: object) -> bool:
    return decide(table, facts).outcome is Outcome.NOT  # type: ignore[arg-type]


def _column(before: bool, after: bool) -> int:
    return STAY_OUT if before and after else LET_IN if before else SHUT_OUT if after else STAY_IN


def _rise(row: Sequence[int]) -> Fraction:
    people = sum(row)
    return Fraction(row[SHUT_OUT] - row[LET_IN], people) if people else Fraction(0)


def _lines(
    grouping: str, counts: dict[str, list[int]], general: Fraction, limits: Limits
) -> list[Line]:
    """Return the lines of one kind of group; a column that is nought in every group is no secret.

    That nobody is let in where a rule only shuts out stands in the rule itself.
    """
    used = [c for c in range(4) if any(row[c] for row in counts.values())]
    table = suppressed_table([[row[c] for c in used] for row in counts.values()], LEAST)
    lines = []
    for (group, row), shown, size in zip(counts.items(), table.rows, table.row_sums, strict=True):
        cells: list[int | None] = [0, 0, 0, 0]
        for column, count in zip(used, shown, strict=True):
            cells[column] = count
        lines.append(_line(grouping, group, cells, size, _is_over(row, general, limits)))
    return lines


def _line(
    grouping: str, group: str, cells: Sequence[int | None], size: int | None, over: bool
) -> Line:
    let_in, shut_out, stay_out = cells[LET_IN], cells[SHUT_OUT], cells[STAY_OUT]
    if let_in is None or shut_out is None or stay_out is None or size is None:
        return Line(grouping, group, size, None, None, None, over)
    return Line(
        grouping, group, size,
        before=_share(let_in + stay_out, size),
        after=_share(shut_out + stay_out, size),
        p_value=mcnemar(shut_out, let_in),
        over=over,
    )  # fmt: skip


def _share(people: int, of: int) -> Share:
    return Share(people, of, *wilson(people, of))


def _is_over(row: Sequence[int], general: Fraction, limits: Limits) -> bool:
    """Tell whether a limit is passed, in a group of five or more (counted, shown or not)."""
    rise = 100 * _rise(row)
    if sum(row) < LEAST or rise <= 0:
        return False
    return rise > limits.rise or rise - 100 * general > limits.apart


def mcnemar(one: int, other: int) -> float:
    """Return the exact two-sided p value that as many changed one way as the other.

    >>> round(mcnemar(14, 0), 6)
    0.000122
    """
    changed, fewer = one + other, min(one, other)
    if changed == 0:
        return 1.0
    tail = sum(comb(changed, k) for k in range(fewer + 1))
    return float(min(Fraction(1), Fraction(2 * tail, 2**changed)))


def without(table: Table, rule: str) -> Table | None:
    """Return the table without one rule; None where nothing would be left."""
    rules = tuple(one for one in table.rules if one.code != rule)
    return replace(table, rules=rules) if rules else None


def _without_refusals(table: Table) -> Table | None:
    """Return the table without its exclusions, where there are several and something is left."""
    rules = tuple(one for one in table.rules if one.outcome is not Outcome.NOT)
    return replace(table, rules=rules) if rules and len(table.rules) - len(rules) > 1 else None


def trials(
    after: Table, population: Population, limits: Limits, before: Table | None = None
) -> tuple[Trial, ...]:
    """Try all changes together, and each new exclusion alone.

    Where nothing holds yet, exclusions are tried together all the same when there are several:
    the same refusal said twice would otherwise seem to change nothing.
    A rule is new when no rule of `before` asks and says the same.
    """
    basis = before or _without_refusals(after)
    found = [trial(basis, after, population, limits)] if basis else []
    old = [(rule.cells, rule.outcome) for rule in before.rules] if before else []
    for rule in after.rules:
        rest = without(after, rule.code)
        if rule.outcome is Outcome.NOT and rest and (rule.cells, rule.outcome) not in old:
            found.append(trial(rest, after, population, limits, rule.code))
    return tuple(found)


def blocks(found: Sequence[Trial]) -> tuple[Block, ...]:
    """Return every group in which a limit is passed."""
    return tuple(Block(one.rule, line) for one in found for line in one.lines if line.over)
