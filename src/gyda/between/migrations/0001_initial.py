"""Agreements between hubs, and hours that cross."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import django.db.models.deletion
import gyda.keys.models
import gyda.keys.uuid7
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Across',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=8)),
                ('shows_offers', models.BooleanField(default=True)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='between_across_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'member'), name='between_across_member_uq'), models.UniqueConstraint(fields=('hub', 'code'), name='between_across_code_uq')],
            },
        ),
        migrations.CreateModel(
            name='Crossing',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('key', models.UUIDField()),
                ('side', models.CharField(choices=[('OUT', 'sent'), ('IN', 'received')], max_length=3)),
                ('why', models.CharField(choices=[('PAYMENT', 'Hours to someone of another hub'), ('SETTLEMENT', 'Settled between hubs')], default='PAYMENT', max_length=10)),
                ('state', models.CharField(choices=[('HELD', 'On its way'), ('PAID', 'Done'), ('REFUSED', 'Came back')], max_length=7)),
                ('reason', models.CharField(blank=True, choices=[('', ''), ('NO_PACT', 'The hubs have no agreement any more.'), ('NOBODY', 'This person takes no hours any more.'), ('LIMIT', 'One of the limits is reached.')], default='', max_length=8)),
                ('other', models.UUIDField(null=True)),
                ('other_name', models.CharField(blank=True, max_length=80)),
                ('minutes', models.PositiveIntegerField()),
                ('words', models.TextField(blank=True)),
                ('language', models.CharField(blank=True, max_length=2)),
                ('transfer_id', models.UUIDField(null=True)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('entered_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('state', 'HELD')), fields=['hub', 'id'], name='between_crossing_held_ix'), models.Index(fields=['hub', 'member', 'id'], name='between_crossing_member_ix'), models.Index(fields=['hub', 'partner', 'at'], name='between_crossing_partner_ix'), models.Index(fields=['hub', 'transfer_id'], name='between_crossing_moved_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='between_crossing_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'key', 'side'), name='between_crossing_key_uq'), models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='between_crossing_minutes_ck'), models.CheckConstraint(condition=models.Q(('side', 'OUT'), models.Q(('state', 'HELD'), _negated=True), _connector='OR'), name='between_crossing_in_ck'), models.CheckConstraint(condition=models.Q(models.Q(('side', 'IN'), ('state', 'REFUSED')), ('transfer_id__isnull', False), _connector='OR'), name='between_crossing_moved_ck')],
            },
        ),
        migrations.CreateModel(
            name='Pact',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('ours', models.BooleanField(default=False)),
                ('we_may_owe', models.PositiveIntegerField(default=0)),
                ('they_may_owe', models.PositiveIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=0)),
                ('told', models.PositiveIntegerField(default=0)),
                ('theirs', models.BooleanField(default=False)),
                ('said_we_may_owe', models.PositiveIntegerField(default=0)),
                ('said_they_may_owe', models.PositiveIntegerField(default=0)),
                ('heard', models.PositiveIntegerField(default=0)),
                ('shows_offers', models.BooleanField(default=False)),
                ('changed_at', models.DateTimeField()),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='between_pact_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'partner'), name='between_pact_partner_uq'), models.CheckConstraint(condition=models.Q(('hub', models.F('partner')), _negated=True), name='between_pact_two_ck'), models.CheckConstraint(condition=models.Q(('told__lte', models.F('version'))), name='between_pact_told_ck')],
            },
        ),
    ]
