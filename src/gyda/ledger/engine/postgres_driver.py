"""Statements on psycopg's own connection, past Django's cursor and client-side quoting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

from gyda.ledger.engine import driver

Texts = Sequence[bytes | None]
Row = tuple[Any, ...]

# libpq's numbers: enum members would cost more than the comparison.
ROWS_CAME = 2
IDLE = 0
SQLSTATE = ord("C")
STALE = (b"26000", b"0A000")  # the statement is not there any more; its tables have changed

# Under this name a connection of psycopg keeps which statements it has prepared, and goes with it.
PREPARED = "prepared_by_gyda"
NESTED_LOOPS = "SELECT set_config('enable_nestloop', $1, true)"
_numbers = count()


def one_row(connection: Any, sql: str, parameters: Texts) -> list[str]:
    """Run a prepared statement whose answer is one row of texts (null: an empty one), or none.

    In autocommit that is the whole transaction, in one round trip; in atomic() it is part of it.
    """
    result = driver.observed(connection, _run, sql, parameters)
    if not result.ntuples:
        return []
    return [(result.get_value(0, n) or b"").decode() for n in range(result.nfields)]


def rows(sql: str, parameters: Sequence[Any]) -> list[Row]:
    """Run a statement with parameters that the driver turns into arrays and times."""
    from psycopg import RawCursor  # only where there is a PostgreSQL

    connection = driver.connection()
    with connection.wrap_database_errors:
        cursor: Any = RawCursor(connection.connection)
        cursor.execute(sql, parameters)
        return list(cursor.fetchall()) if cursor.description else []


@contextmanager
def joined_by_hash() -> Iterator[None]:
    """Have a statement over large arrays joined by hash; inside atomic(), which undoes it too.

    Before the first ANALYZE the planner takes a list of 10,000 for a few rows, and a nested loop
    that compares each with each looks cheap.
    """
    rows(NESTED_LOOPS, ("off",))
    yield
    rows(NESTED_LOOPS, ("on",))


def _run(connection: Any, sql: str, parameters: Texts) -> Any:
    raw = connection.connection
    pgconn = raw.pgconn
    if not connection.autocommit and pgconn.transaction_status == IDLE:
        _checked(pgconn.exec_(b"BEGIN"))  # what psycopg does before a first statement
    prepared = raw.__dict__.setdefault(PREPARED, {})
    name = prepared.get(sql) or _prepare(pgconn, prepared, sql)
    result = pgconn.exec_prepared(name, parameters)
    if result.status != ROWS_CAME:
        if result.error_field(SQLSTATE) in STALE:
            del prepared[sql]
        _checked(result)
    return result


def _prepare(pgconn: Any, prepared: dict[str, bytes], sql: str) -> bytes:
    name = b"gyda_%d" % next(_numbers)
    _checked(pgconn.prepare(name, sql.encode()))
    prepared[sql] = name
    return name


def _checked(result: Any) -> None:
    from psycopg import errors

    if result.status > ROWS_CAME:
        raise errors.error_from_result(result)
