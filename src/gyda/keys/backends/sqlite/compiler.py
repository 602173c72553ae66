"""Writes queries so that SQLite's planner cannot read a whole hub for the sake of one page.

SQLite chooses the order of joins by what all rows would cost and does not see that a page ends
after twenty. CROSS JOIN is its word for an inner join whose order is kept
(sqlite.org/optoverview.html, "Manual Control Of Query Plans Using CROSS JOIN").
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models.sql import compiler
from django.db.models.sql.compiler import SQLAggregateCompiler, SQLInsertCompiler

from gyda.keys.backends.naming import SQLDeleteCompiler, SQLUpdateCompiler

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]

INNER, IN_ORDER = "INNER JOIN ", "CROSS JOIN "


class SQLCompiler(compiler.SQLCompiler):
    """Django's compiler; a slice of an ordered list starts at the list's own table."""

    def get_from_clause(self) -> tuple[list[str], tuple[str | int, ...]]:
        """Return the tables to read from and the parameters of their joins."""
        clauses, parameters = super().get_from_clause()
        if self.query.is_sliced and self.query.order_by:
            clauses = [
                IN_ORDER + clause.removeprefix(INNER) if clause.startswith(INNER) else clause
                for clause in clauses
            ]
        return clauses, parameters
