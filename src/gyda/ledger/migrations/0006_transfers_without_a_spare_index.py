"""On SQLite no index of transfers by (hub, id): nothing points at it there, nothing lists by it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import migrations

from gyda.keys.models import HubKey


def write_anew(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor._remake_table(apps.get_model("ledger", "Transfer"))


class Migration(migrations.Migration):
    dependencies = [("ledger", "0005_opening_and_partners")]
    operations = [
        migrations.AlterConstraint(
            model_name="transfer",
            name="ledger_transfer_hub_id_uq",
            constraint=HubKey(fields=["hub", "id"], name="ledger_transfer_hub_id_uq"),
        ),
        migrations.RunPython(write_anew, write_anew),
    ]
