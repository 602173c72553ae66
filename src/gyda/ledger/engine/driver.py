"""What both engines' own statements share: Django's connection, and who listens to it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


def connection() -> Any:
    """Return this thread's connection, open and in a state to take a statement."""
    found = connections[DEFAULT_DB_ALIAS]
    found.ensure_connection()
    found.validate_no_broken_transaction()
    return found


def observed(connection: Any, run: Callable[..., Any], sql: Any, parameters: Any) -> Any:
    """Run a statement as Django's cursor would: logged, wrapped, errors translated."""
    for wrapper in reversed(connection.execute_wrappers):
        run = partial(wrapper, run)
    if connection.queries_logged:
        text = sql.decode() if isinstance(sql, bytes) else sql
        connection.queries_log.append({"sql": text, "time": "0"})
    with connection.wrap_database_errors:
        return run(sql, parameters, False, {"connection": connection})
