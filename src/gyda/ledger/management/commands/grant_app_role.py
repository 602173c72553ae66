"""`gyda grant_app_role ROLE`: a PostgreSQL role that can run Gyda but not rewrite its history."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

# Rows of these tables are only ever added.
APPEND_ONLY = ("ledger.Transfer", "journal.Entry", "journal.Seal", "journal.SealedEntry")


class Command(BaseCommand):
    help = "Give a role what the application needs; history it may only add to and read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="an existing role, other than the owner of the tables")

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            raise CommandError("Only PostgreSQL has roles.")
        role = connection.ops.quote_name(options["role"])
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements(role):
                cursor.execute(statement)
        self.stdout.write(f"{options['role']} can run Gyda and cannot change what was done")


def statements(role: str) -> list[str]:
    """Return the grants, in order; safe to run again after each migration."""
    every = "ALL TABLES IN SCHEMA public"
    history = ", ".join(f'"{apps.get_model(name)._meta.db_table}"' for name in APPEND_ONLY)
    return [
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {every} TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"REVOKE TRUNCATE, REFERENCES, TRIGGER ON {every} FROM {role}",
        f"REVOKE UPDATE, DELETE ON {history} FROM {role}",
    ]
