"""Leave room in the pages of the pockets, so that a changed row stays where its indexes look."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import migrations


def leave_room(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE ledger_pocket SET (fillfactor = 50)")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(leave_room, migrations.RunPython.noop)]
