"""Letters may go to people who are no members: someone referred, a referee."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import django.db.models.deletion
import gyda.keys.models
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='letter',
            name='post',
            field=models.CharField(blank=True, db_default='', default='', max_length=300),
        ),
        migrations.AlterField(
            model_name='letter',
            name='member',
            field=gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member'),
        ),
    ]
