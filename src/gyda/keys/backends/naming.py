"""Every UPDATE and DELETE of a hub's table names the hub in its own condition.

Django deletes what it has collected by primary key, and writes across tables as
`id IN (SELECT … hub …)`: right on one machine, but the outer half would go to every shard of
Citus. All of it passes through the compilers, so it is mended there.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q
from django.db.models.lookups import Exact
from django.db.models.sql import Query, compiler
from django.db.models.sql.where import AND

from gyda.keys.context import hub_or_none


def _name_hub(query: Query) -> None:
    from gyda.keys.models import HubModel

    hub, model = hub_or_none(), query.model
    if hub is not None and model and issubclass(model, HubModel) and not _names_hub(query):
        query.add_q(Q(hub_id=hub))


def _names_hub(query: Query) -> bool:
    where = query.where
    if where.connector != AND or where.negated:
        return False
    return any(isinstance(part, Exact) and _is_hub(part.lhs) for part in where.children)


def _is_hub(column: Any) -> bool:
    return getattr(getattr(column, "target", None), "name", "") == "hub"


class SQLUpdateCompiler(compiler.SQLUpdateCompiler):
    """Django's; the hub is named also where only ids were left."""

    def pre_sql_setup(self) -> Any:  # type: ignore[override]  # as Django has it
        """Name the hub once Django has put the ids in the place of the joins."""
        super().pre_sql_setup()
        _name_hub(self.query)


class SQLDeleteCompiler(compiler.SQLDeleteCompiler):
    """Django's; the hub is named also where only ids were left."""

    def _as_sql(self, query: Query) -> Any:
        _name_hub(query)
        return super()._as_sql(query)  # type: ignore[misc]  # not in the stubs
