"""What both engines' own statements share: Django's connection, and who listens to it.

A transfer costs more on the way to the driver than in it, so few functions lie on that way.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

Run = Callable[[Any, str, Any], Any]


def connection() -> Any:
    """Return this thread's connection, open and in a state to take a statement."""
    found: Any = connections[DEFAULT_DB_ALIAS]
    if found.connection is None:
        found.ensure_connection()
    if found.needs_rollback:
        found.validate_no_broken_transaction()
    return found


def observed(connection: Any, run: Run, sql: str, parameters: Any) -> Any:
    """Run a statement as Django's cursor would: logged, wrapped, errors translated."""
    try:
        if connection.execute_wrappers or connection.queries_logged:
            return _watched(connection, run, sql, parameters)
        return run(connection, sql, parameters)
    except Exception:
        with connection.wrap_database_errors:
            raise


def _watched(connection: Any, run: Run, sql: str, parameters: Any) -> Any:
    def execute(sql: str, parameters: Any, many: bool, context: Any) -> Any:
        return run(connection, sql, parameters)

    for wrapper in reversed(connection.execute_wrappers):
        execute = partial(wrapper, execute)
    if connection.queries_logged:
        connection.queries_log.append({"sql": sql, "time": "0"})
    return execute(sql, parameters, False, {"connection": connection})
