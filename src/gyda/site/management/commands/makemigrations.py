"""`gyda makemigrations`: Django's, but a new table is made with its constraints and indexes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from django.core.management.commands import makemigrations
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation

Addition = AddConstraint | AddIndex


def folded(operations: Iterable[Operation]) -> list[Operation]:
    """Move what is added to a table of the same migration into the table itself.

    Each operation of its own makes Django draw every related model anew, a fifth of a second, and
    most of the time of `migrate` went there. Django's optimizer stops at tables in between; what
    names a column that comes later stays where it is.
    """
    left: list[Operation] = []
    made: dict[str, CreateModel] = {}
    late: list[tuple[str, str]] = []
    for operation in operations:
        if isinstance(operation, CreateModel):
            made[operation.name_lower] = operation
        elif isinstance(operation, AddField):
            late.append((operation.model_name_lower, operation.name))
        if isinstance(operation, Addition) and _fits(operation, made, late):
            _put(operation, made[operation.model_name_lower])
        else:
            left.append(operation)
    return left


def _fits(operation: Addition, made: dict[str, CreateModel], late: list[tuple[str, str]]) -> bool:
    words = repr(_added(operation).deconstruct())
    names = [column for table, column in late if table == operation.model_name_lower]
    return operation.model_name_lower in made and not any(name in words for name in names)


def _added(operation: Addition) -> Any:
    return operation.constraint if isinstance(operation, AddConstraint) else operation.index


def _put(operation: Addition, table: CreateModel) -> None:
    kind = "constraints" if isinstance(operation, AddConstraint) else "indexes"
    table.options[kind] = [*table.options.get(kind, []), _added(operation)]


class Command(makemigrations.Command):
    help = "Write migrations for what changed in the models."

    def write_migration_files(self, changes: dict[str, list[Any]], *args: Any) -> None:
        """Fold each migration, then write it."""
        for migration in (one for several in changes.values() for one in several):
            migration.operations = folded(migration.operations)
        super().write_migration_files(changes, *args)
