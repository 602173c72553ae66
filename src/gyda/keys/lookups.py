"""Finds texts by how they begin, with an index, on every engine."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import models

from gyda.methods.search import after


class Opens(models.Lookup):
    """`word__opens="ty"`: a range of one b-tree index, in the order of bytes on every engine.

    LIKE would not do: SQLite folds case in it and so leaves the index, and on PostgreSQL the
    plain operators follow the database's language, where Welsh sorts "ch" after "cz".
    """

    lookup_name = "opens"
    prepare_rhs = False
    from_operator, to_operator = ">=", "<"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        column, params = self.process_lhs(compiler, connection)
        sql = f"({column} {self.from_operator} %s AND {column} {self.to_operator} %s)"
        return sql, [*params, self.rhs, *params, after(str(self.rhs))]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        self.from_operator, self.to_operator = "~>=~", "~<~"
        return self.as_sql(compiler, connection)


models.CharField.register_lookup(Opens)
