"""On SQLite a transfer writes one index less and two shorter ones; elsewhere nothing changes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import migrations

from gyda.keys.models import HubIndex, HubKey

KEY = HubKey(fields=["hub", "id"], name="ledger_transfer_hub_id_uq")
SIDES = [
    HubIndex(fields=["hub", side, "at"], name=f"ledger_transfer_{side}_ix")
    for side in ("debit", "credit")
]


def write_anew(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor._remake_table(apps.get_model("ledger", "Transfer"))


class Migration(migrations.Migration):
    dependencies = [("ledger", "0005_opening_and_partners")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterConstraint("transfer", KEY.name, KEY),
                *(migrations.RemoveIndex("transfer", index.name) for index in SIDES),
                *(migrations.AddIndex("transfer", index) for index in SIDES),
            ]
        ),
        migrations.RunPython(write_anew, write_anew),
    ]
