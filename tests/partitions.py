"""A database cut up by hub, and a watch that names whatever looks beyond its own hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg
from django.core.management import call_command
from django.db import connection, connections
from django.db.utils import load_backend

from gyda.keys.backends.partitioned.base import PARTITIONS
from gyda.keys.context import hub_or_none, is_everywhere

ENGINE = "gyda.keys.backends.partitioned"
# A transaction keeps a lock on each partition that a statement of it could not leave out: also
# those of the ledger's own statements and of the checks of links, which no wrapper sees.
LOCKED = """
SELECT virtualtransaction, relname FROM pg_locks JOIN pg_class ON pg_class.oid = relation
WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relispartition AND relkind = 'r'
"""
HOMES = """
SELECT satisfies_hash_partition('people_member'::regclass, %s, number, %s)
FROM generate_series(0, %s - 1) number ORDER BY number
"""
# A generic plan would lock all partitions and leave them out only while it runs.
CUSTOM = "-c plan_cache_mode=force_custom_plan"
NUMBER = re.compile(r"_p(\d+)$")


@contextmanager
def a_partitioned_database() -> Iterator[None]:
    """Run the block on a new database cut up by hub, in place of the test database."""
    before = connections["default"]
    name = f"{before.settings_dict['NAME']}_partitioned"
    with _database(before, name):
        options = before.settings_dict["OPTIONS"] | {"options": CUSTOM}
        terms = before.settings_dict | {"ENGINE": ENGINE, "NAME": name, "OPTIONS": options}
        wrapper = load_backend(ENGINE).DatabaseWrapper(terms, "default")
        connections["default"] = wrapper
        try:
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
            yield
        finally:
            wrapper.close()
            connections["default"] = before


@contextmanager
def _database(server: Any, name: str) -> Iterator[None]:
    parameters = server.get_connection_params() | {"dbname": "postgres"}
    known = {k: v for k, v in parameters.items() if k in {"user", "host", "port", "password"}}
    with psycopg.connect(dbname="postgres", **known, autocommit=True) as plain:
        plain.execute(f'DROP DATABASE IF EXISTS "{name}"')  # type: ignore[call-overload]
        plain.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
        try:
            yield
        finally:
            plain.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload]


@dataclass
class Watch:
    """An execute wrapper: after each statement of a transaction it looks which hubs were met."""

    complaints: dict[str, set[int]] = field(default_factory=dict)
    of_actions: dict[str, set[int]] = field(default_factory=dict)
    homes: dict[UUID, int] = field(default_factory=dict)
    allowed: set[int] = field(default_factory=set)  # in this transaction
    transaction: str = ""

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        result = execute(sql, params, many, context)
        if connection.in_atomic_block and not connection.needs_rollback:
            self._look(sql)
        return result

    def _look(self, sql: str) -> None:
        met = self._met()
        if is_everywhere():
            self.allowed |= met
            return
        strange = met - self.allowed - self._home()
        if strange:
            self.complaints.setdefault(sql[:300], set()).update(strange)
            self.allowed |= strange  # said once

    def _met(self) -> set[int]:
        with connection.connection.cursor() as plain:
            rows = plain.execute(LOCKED).fetchall()
        if rows and rows[0][0] != self.transaction:
            self.transaction, self.allowed = rows[0][0], set()
        return {int(number) for _, name in rows for number in NUMBER.findall(name)}

    def _home(self) -> set[int]:
        hub = hub_or_none()
        if hub is None:
            return set()
        if hub not in self.homes:
            self.homes[hub] = _partition_of(hub)
        return {self.homes[hub]}


def _partition_of(hub: UUID) -> int:
    """Return the number of the partition in which a hub lives, in every table the same."""
    with connection.connection.cursor() as plain:
        return [fits for (fits,) in plain.execute(HOMES, [PARTITIONS, hub, PARTITIONS])].index(True)
