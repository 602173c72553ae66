"""Writes many rows fast: COPY on PostgreSQL, one prepared statement on SQLite."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.utils import timezone

Row = Sequence[Any]
CHUNK = 20_000


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Row]) -> int:
    """Add rows of (names) values; columns that are not named get the model's default."""
    known = {field.name: field for field in model._meta.local_concrete_fields}
    rest = [field for name, field in known.items() if name not in names and not field.generated]
    constants = [_constant(field) for field in rest]
    columns = [str(known[name].column) for name in names] + [str(field.column) for field in rest]
    written = 0
    for chunk in _chunks([*row, *constants] for row in rows):
        _write(model._meta.db_table, columns, chunk)
        written += len(chunk)
    return written


def _constant(field: "models.Field[Any, Any]") -> Any:
    if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False):
        return timezone.now()
    if not field.has_default() and not field.null and not field.empty_strings_allowed:
        raise ValueError(f"{field} has no default: name it.")
    return field.get_default()


def _chunks(rows: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    source = iter(rows)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _write(table: str, columns: list[str], rows: list[list[Any]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    if connection.vendor == "postgresql":
        _copy(f'COPY "{table}" ({names}) FROM STDIN', rows)
        return
    places = ", ".join("?" * len(columns))
    connection.ensure_connection()
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608  # names of our models
    connection.connection.executemany(sql, _for_sqlite(rows))


def _copy(sql: str, rows: list[list[Any]]) -> None:
    with connection.cursor() as cursor, cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row([json.dumps(v) if isinstance(v, dict) else v for v in row])


def _for_sqlite(rows: list[list[Any]]) -> list[list[Any]]:
    """Turn what SQLite does not know into text, column by column."""
    for column in range(len(rows[0])):
        kinds = {type(row[column]) for row in rows} & _ADAPT.keys()
        for adapt in (_ADAPT[kind] for kind in kinds):
            for row in rows:
                if row[column] is not None:
                    row[column] = adapt(row[column])
    return rows


def _moment(value: datetime.datetime) -> str:
    return value.astimezone(datetime.UTC).replace(tzinfo=None).isoformat(" ")


_ADAPT: dict[type, Callable[[Any], Any]] = {
    datetime.datetime: _moment,
    datetime.date: datetime.date.isoformat,
    dict: json.dumps,
    UUID: attrgetter("hex"),
}
