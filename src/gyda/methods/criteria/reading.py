"""A table from data that people or machines wrote; whatever is wrong with it is named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from enum import StrEnum
from typing import Any, TypeVar

from gyda.methods.criteria.cells import Part, Span
from gyda.methods.criteria.facts import FARTHEST, Choice, Fact, Kind, Value
from gyda.methods.criteria.table import Example, Hit, Outcome, Rule, Table
from gyda.methods.criteria.writing import FORMAT
from gyda.methods.errors import BadInput

E = TypeVar("E", bound=StrEnum)
LONGEST = 2_000
MOST_EXAMPLES = 500


def table_from(data: object) -> Table:
    """Return the table that `as_data` wrote.

    Raises BadInput `not-a-table` (with `where`), `not-one-of`, `not-an-answer`, and what a Table
    itself raises.
    """
    whole = _object(data, "")
    if whole.get("format", FORMAT) != FORMAT:
        raise BadInput("not-a-table", where="format")
    facts = tuple(fact_from(one) for one in _list(whole, "facts"))
    by_code = {fact.code: fact for fact in facts}
    return Table(
        cy=_text(whole, "title_cy"),
        en=_text(whole, "title_en"),
        facts=facts,
        rules=tuple(_rule(one, by_code) for one in _list(whole, "rules")),
        hit=_one_of(Hit, whole.get("hit", Hit.FIRST)),
        otherwise=_one_of(Outcome, whole.get("otherwise", Outcome.PERSON)),
        needs=frozenset(_words(whole.get("needs", []), "needs")),
        examples=tuple(_example(one, by_code) for one in _list(whole, "examples", MOST_EXAMPLES)),
        version=_number(whole.get("version", 0), "version") or 0,
    )


def fact_from(data: object) -> Fact:
    """Return a fact."""
    found = _object(data, "facts")
    kind = _one_of(Kind, found.get("kind"))
    choices = [_object(one, "choices") for one in _list(found, "choices")]
    return Fact(
        code=_text(found, "code"),
        kind=kind,
        cy=_text(found, "cy"),
        en=_text(found, "en"),
        choices=tuple(Choice(_text(c, "code"), _text(c, "cy"), _text(c, "en")) for c in choices),
        low=_number(found.get("low", 0), "low"),
        high=_number(found.get("high"), "high"),
    )


def cells_from(data: object, by_code: dict[str, Fact]) -> dict[str, Part]:
    """Return the cells of a rule."""
    return {code: _cell(one, by_code.get(code), code) for code, one in _object(data, "if").items()}


def known_from(data: object, by_code: dict[str, Fact]) -> dict[str, Value | None]:
    """Return what is known of a case."""
    known: dict[str, Value | None] = {}
    for code, value in _object(data, "facts").items():
        fact = by_code.get(code)
        if fact is None:
            raise BadInput("unknown-fact", rule="", fact=code[:80])
        if value is not None and not (_is_value(value) and fact.takes(value)):
            raise BadInput("not-an-answer", fact=code, value=str(value)[:80])
        known[code] = value
    return known


def _is_value(value: object) -> bool:
    return isinstance(value, bool | int | str)


def _rule(data: object, by_code: dict[str, Fact]) -> Rule:
    found = _object(data, "rules")
    return Rule(
        code=_text(found, "code"),
        cells=cells_from(found.get("if", {}), by_code),
        outcome=_one_of(Outcome, found.get("outcome")),
        because_cy=_text(found, "because_cy"),
        because_en=_text(found, "because_en"),
    )


def _example(data: object, by_code: dict[str, Fact]) -> Example:
    found = _object(data, "examples")
    return Example(
        cy=_text(found, "cy"),
        en=_text(found, "en"),
        facts=known_from(found.get("facts", {}), by_code),
        expected=_one_of(Outcome, found.get("expected")),
    )


def _cell(data: object, fact: Fact | None, code: str) -> Part:
    if fact is None:
        raise BadInput("unknown-fact", rule="", fact=code[:80])
    if fact.kind is Kind.YES_NO and isinstance(data, bool):
        return frozenset({data})
    if fact.kind is Kind.NUMBER and isinstance(data, dict):
        if strange := sorted(set(data) - {"at_least", "at_most"}):
            raise BadInput("not-a-table", where=str(strange[0])[:80])
        return Span(_number(data.get("at_least"), code), _number(data.get("at_most"), code))
    if fact.kind is not Kind.NUMBER and isinstance(data, list) and data:
        if wrong := [one for one in data if not (_is_value(one) and fact.takes(one))]:
            raise BadInput("not-an-answer", fact=code, value=str(wrong[0])[:80])
        return frozenset(data)
    raise BadInput("cell-kind", rule="", fact=code)


def _object(data: object, where: str) -> dict[str, Any]:
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise BadInput("not-a-table", where=where)
    return data


def _list(data: dict[str, Any], name: str, most: int = 1_000) -> list[Any]:
    found = data.get(name, [])
    if not isinstance(found, list) or len(found) > most:
        raise BadInput("not-a-table", where=name)
    return found


def _words(data: object, where: str) -> list[str]:
    if not isinstance(data, list) or not all(isinstance(one, str) for one in data):
        raise BadInput("not-a-table", where=where)
    return data


def _text(data: dict[str, Any], name: str) -> str:
    found = data.get(name, "")
    if not isinstance(found, str) or len(found) > LONGEST:
        raise BadInput("not-a-table", where=name)
    return found


def _number(data: object, where: str) -> int | None:
    if data is None:
        return None
    if isinstance(data, bool) or not isinstance(data, int) or abs(data) >= FARTHEST:
        raise BadInput("not-a-table", where=where)
    return data


def _one_of(kind: type[E], data: object) -> E:
    try:
        return kind(str(data))
    except ValueError:
        raise BadInput("not-one-of", value=str(data)[:80], known=", ".join(kind)) from None
