"""The connection: as Django's, with our compiler of queries."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations as DjangoOperations


class DatabaseOperations(DjangoOperations):
    """Django's operations, with our compiler."""

    compiler_module = "gyda.keys.backends.sqlite.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, with our operations."""

    ops_class = DatabaseOperations
