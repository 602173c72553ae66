"""The engine for PostgreSQL and Citus."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.features import DatabaseFeatures as PostgresFeatures
from django.db.backends.postgresql.operations import DatabaseOperations as PostgresOperations
from django.db.backends.postgresql.schema import DatabaseSchemaEditor as PostgresSchemaEditor


class DatabaseFeatures(PostgresFeatures):
    """On Citus the primary key is (hub, id), so GROUP BY id alone does not cover the columns."""

    def allows_group_by_selected_pks_on_model(self, model: Any) -> bool:
        from gyda.keys.models import HubModel

        return not issubclass(model, HubModel) and super().allows_group_by_selected_pks_on_model(
            model
        )


class DatabaseOperations(PostgresOperations):
    """Django's operations, with our compilers."""

    compiler_module = "gyda.keys.backends.postgresql.compiler"


class DatabaseSchemaEditor(PostgresSchemaEditor):
    """Writes a HubForeignKey as (hub_id, x_id) -> (hub_id, id)."""

    sql_create_column_inline_fk = None  # type: ignore[assignment]  # Django reads None as never

    def _create_fk_sql(self, model: Any, field: Any, suffix: str) -> Any:
        from gyda.keys.models import HubForeignKey

        statement = super()._create_fk_sql(model, field, suffix)  # type: ignore[misc]  # not in the stubs
        if isinstance(field, HubForeignKey):
            quote = self.quote_name
            statement.parts["column"] = f'"hub_id", {quote(str(field.column))}'
            statement.parts["to_column"] = f'"hub_id", {quote(str(field.target_field.column))}'
        return statement


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL with composite links."""

    SchemaEditorClass = DatabaseSchemaEditor
    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
