"""What a draft would do to whom, on the newest population of its set."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from gyda.design.criteria import errors
from gyda.design.criteria.models import CriteriaPolicy, RuleVersion, TrialPopulation
from gyda.design.criteria.queries import before_it
from gyda.design.criteria.tables import population_of, table_of
from gyda.methods import criteria as method
from gyda.methods.criteria.impact import Share, trials
from gyda.methods.errors import BadInput


def tried_on(
    version: RuleVersion,
    table: method.Table,
    people: TrialPopulation | None,
    own: CriteriaPolicy,
) -> tuple[method.Trial, ...] | None:
    """Try a draft beside what holds now; None where no rule refuses anybody, so nothing can.

    Raises NotTried where a rule refuses and there is no population; BadTable where the population
    answers a fact otherwise than the facts of this draft allow.
    """
    refuses = any(rule.outcome is method.Outcome.NOT for rule in table.rules)
    if not refuses and table.otherwise is not method.Outcome.NOT:
        return None
    if people is None:
        raise errors.NotTried
    before = before_it(version)
    known = {fact.code for fact in table.facts}
    everyone = _of_known(population_of(people), known)
    limits = method.Limits(own.most_rise, own.most_apart)
    try:
        old = _comparable(table_of(before), known) if before else None
        return trials(table, everyone, limits, old)
    except BadInput as error:
        raise errors.BadTable(error) from None


def _of_known(people: method.Population, known: set[str]) -> method.Population:
    """Leave out facts that are no longer asked."""
    return method.Population.of(
        method.Cell({c: v for c, v in one.facts.items() if c in known}, one.groups, one.people)
        for one in people.cells
    )


def _comparable(table: method.Table, known: set[str]) -> method.Table | None:
    """Return the table that holds now, if every fact that it has is still asked."""
    return table if {fact.code for fact in table.facts} <= known else None


def as_data(found: Sequence[method.Trial]) -> list[dict[str, Any]]:
    """Return trials as they are published."""
    return [{"rule": one.rule, "lines": [_line(line) for line in one.lines]} for one in found]


def _line(line: method.Line) -> dict[str, Any]:
    return {
        "grouping": line.grouping,
        "group": line.group,
        "people": line.people,
        "before": _share(line.before),
        "after": _share(line.after),
        "p_value": line.p_value,
        "over": line.over,
    }


def _share(share: Share | None) -> dict[str, Any] | None:
    return vars(share) | {} if share else None


def from_data(data: Sequence[dict[str, Any]]) -> tuple[method.Trial, ...]:
    """Return what `as_data` gave."""
    return tuple(
        method.Trial(one["rule"], tuple(_line_from(line) for line in one["lines"])) for one in data
    )


def _line_from(data: dict[str, Any]) -> method.Line:
    shares = {name: Share(**data[name]) if data[name] else None for name in ("before", "after")}
    return method.Line(**{**data, **shares})
