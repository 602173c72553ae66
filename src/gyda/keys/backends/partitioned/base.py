"""Every hub table is cut up by its hub and keyed (hub, id): what fails on Citus fails here."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

from gyda.keys.backends.postgresql import base

PARTITIONS = 8
STORAGE = re.compile(r"ALTER TABLE (\w+) SET (\(.*\))$")


def is_hub_table(model: Any) -> bool:
    """Tell it of a migration's model as well, which has the columns but not our base class."""
    return any(field.name == "hub" for field in model._meta.local_fields)


class DatabaseSchemaEditor(base.DatabaseSchemaEditor):
    """Makes the tables as `gyda distribute` would on Citus."""

    def table_sql(self, model: Any) -> tuple[str, Any]:
        sql, params = super().table_sql(model)
        if not is_hub_table(model):
            return sql, params
        columns = sql.replace(" PRIMARY KEY", "", 1).rpartition(")")[0]
        return f'{columns}, PRIMARY KEY ("hub_id", "id")) PARTITION BY HASH ("hub_id")', params

    def execute(self, sql: Any, params: Any = ()) -> None:
        # A storage parameter is a matter of the parts; Citus hands it on by itself.
        stored = STORAGE.match(str(sql))
        if not stored:
            super().execute(sql, params)
            return
        for number in range(PARTITIONS):
            super().execute(f"ALTER TABLE {stored[1]}_p{number} SET {stored[2]}", params)

    def create_model(self, model: Any) -> None:
        super().create_model(model)
        if is_hub_table(model):
            table = model._meta.db_table
            for number in range(PARTITIONS):
                self.execute(
                    f'CREATE TABLE "{table}_p{number}" PARTITION OF "{table}" '
                    f"FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {number})"
                )


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL in which a hub is a partition."""

    SchemaEditorClass = DatabaseSchemaEditor
