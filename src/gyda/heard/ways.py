"""The ways of taking part that are counted: each room declares its own.

A way's query gives the members of one initiative, or with None of the whole hub, as rows of one
column (`.values("member_id")`), not yet fetched: they are counted within the database.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from gyda.initiatives.models import Initiative

Query = Callable[[Initiative | None], "QuerySet[Any, Any]"]
Number = Callable[[Initiative | None], int]


@dataclass(frozen=True)
class Way:
    """How people can take part, and who did."""

    code: str
    label: str | Promise
    query: Query
    unnamed: Number | None = None  # people without an account, of whom nothing is known


_ways: dict[str, Way] = {}


def register(code: str, label: str | Promise, query: Query, unnamed: Number | None = None) -> None:
    """Count these members among those who took part, and how many did without an account."""
    _ways[code] = Way(code, label, query, unnamed)


def registered() -> list[Way]:
    """Return all ways in the order in which they were declared."""
    return list(_ways.values())


def took_part(initiative: Initiative | None, column: str = "member_id") -> Q:
    """Return the condition for rows of those who took part, each once whatever they did."""
    condition = Q()
    for way in _ways.values():
        condition |= Q(**{f"{column}__in": way.query(initiative)})
    return condition


def unnamed(initiative: Initiative | None) -> int:
    """Return how many took part without an account: they are counted as not known."""
    return sum(way.unnamed(initiative) for way in _ways.values() if way.unnamed)
