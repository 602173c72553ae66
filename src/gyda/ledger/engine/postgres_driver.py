"""Statements on psycopg's own connection, past Django's cursor and client-side quoting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from gyda.ledger.engine import driver

Texts = Sequence[bytes | None]
Row = tuple[Any, ...]

# libpq's numbers: enum members would cost more than the comparison.
ROWS_CAME = 2
IDLE = 0

# What each connection has prepared; a connection that is closed takes its entry with it.
_prepared: WeakKeyDictionary[Any, set[bytes]] = WeakKeyDictionary()


def one_row(name: bytes, sql: bytes, parameters: Texts) -> list[str]:
    """Run a prepared statement whose answer is one row of texts (null: an empty one).

    In autocommit that is the whole transaction, in one round trip; in atomic() it is part of it.
    """
    connection = driver.connection()
    run = partial(_run, connection.connection, name)
    result = driver.observed(connection, run, sql, parameters)
    return [(result.get_value(0, n) or b"").decode() for n in range(result.nfields)]


def rows(sql: str, parameters: Sequence[Any]) -> list[Row]:
    """Run a statement with parameters that the driver turns into arrays and times."""
    from psycopg import RawCursor  # only where there is a PostgreSQL

    connection = driver.connection()
    with connection.wrap_database_errors:
        cursor: Any = RawCursor(connection.connection)
        cursor.execute(sql, parameters)
        return list(cursor.fetchall()) if cursor.description else []


def _run(raw: Any, name: bytes, sql: bytes, parameters: Texts, *_: Any) -> Any:
    pgconn = raw.pgconn
    known = _prepared.setdefault(raw, set())
    if pgconn.transaction_status == IDLE and not raw.autocommit:
        _checked(pgconn.exec_(b"BEGIN"))  # what psycopg does before a first statement
    if name not in known:
        _checked(pgconn.prepare(name, sql))
        known.add(name)
    result = pgconn.exec_prepared(name, parameters)
    if result.status != ROWS_CAME:
        known.discard(name)
        _checked(result)
    return result


def _checked(result: Any) -> None:
    from psycopg import errors

    if result.status > ROWS_CAME:
        raise errors.error_from_result(result)
