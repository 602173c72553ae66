"""Django's compilers; whatever changes or deletes a hub's row names the hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models.sql.compiler import SQLAggregateCompiler, SQLCompiler, SQLInsertCompiler

from gyda.keys.backends.naming import SQLDeleteCompiler, SQLUpdateCompiler

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]
