import django.db.models.deletion
import gyda.keys.models
import gyda.keys.uuid7
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decide', '0005_scoring'),
        ('people', '0002_small_areas'),
    ]

    operations = [
        migrations.CreateModel(
            name='Turnout',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('could', models.PositiveIntegerField()),
                ('did', models.PositiveIntegerField()),
                ('groups', models.JSONField(default=dict)),
                ('ballot', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='turnouts', to='decide.ballot')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='decide_turnout_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'ballot'), name='decide_turnout_once_uq'), models.CheckConstraint(condition=models.Q(('did__lte', models.F('could'))), name='decide_turnout_ck')],
            },
        ),
        migrations.AddIndex(
            model_name='option',
            index=models.Index(fields=['hub', 'source_id'], name='decide_option_source_ix'),
        ),
    ]
