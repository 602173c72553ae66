"""The name of a referee who declined is forgotten, as it is of one who did not answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import migrations, models

FORGET = "UPDATE safeguarding_reference SET name = '' WHERE state IN ('DECLINED', 'EXPIRED')"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_small_areas"),
        ("safeguarding", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(FORGET, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="reference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("DECLINED", "EXPIRED")), _negated=True),
                    ("name", ""),
                    _connector="OR",
                ),
                name="safeguarding_reference_name_erased_ck",
            ),
        ),
    ]
