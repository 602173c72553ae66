"""Pools of hours to give, venues with spare places, bookings, settlements."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import django.db.models.deletion
import gyda.keys.models
import gyda.keys.uuid7
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0002_paper_notes'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('pence_per_hour', models.PositiveIntegerField(default=0)),
                ('agreed_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('agreed_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('funder', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='PoolGrant',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('minutes', models.PositiveIntegerField()),
                ('pence', models.PositiveIntegerField(default=0)),
                ('until_on', models.DateField(blank=True, null=True)),
                ('granted_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('request_key', models.UUIDField()),
                ('granted_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='GrantStep',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('GRANTED', 'granted'), ('CHANGED', 'changed'), ('CLOSED', 'closed')], max_length=7)),
                ('minutes', models.IntegerField(default=0)),
                ('pence', models.IntegerField(default=0)),
                ('because', models.CharField(max_length=500)),
                ('because_language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('at', models.DateTimeField()),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('grant', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='deliver.poolgrant')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('is_open', models.BooleanField(default=True)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('place_cy', models.CharField(max_length=200)),
                ('place_en', models.CharField(max_length=200)),
                ('about_cy', models.TextField(blank=True)),
                ('about_en', models.TextField(blank=True)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='SparePlace',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('price_minutes', models.PositiveIntegerField()),
                ('places', models.PositiveSmallIntegerField()),
                ('most_each', models.PositiveSmallIntegerField(default=4)),
                ('access', models.PositiveSmallIntegerField(default=0)),
                ('starts_at', models.DateTimeField()),
                ('lasts_minutes', models.PositiveIntegerField()),
                ('is_weekly', models.BooleanField(default=False)),
                ('last_on', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('request_key', models.UUIDField()),
                ('title_cy', models.CharField(max_length=120)),
                ('title_en', models.CharField(max_length=120)),
                ('about_cy', models.TextField(blank=True)),
                ('about_en', models.TextField(blank=True)),
                ('for_whom_cy', models.CharField(blank=True, max_length=200)),
                ('for_whom_en', models.CharField(blank=True, max_length=200)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('put_up_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('venue', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.venue')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('until', models.DateTimeField()),
                ('minutes', models.PositiveIntegerField()),
                ('pence', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('PROPOSED', 'Waits for a second person'), ('SETTLED', 'Settled'), ('WITHDRAWN', 'Withdrawn'), ('REVERSED', 'Taken back')], default='PROPOSED', max_length=9)),
                ('reference', models.CharField(blank=True, max_length=80)),
                ('needs_two', models.BooleanField()),
                ('proposed_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('transfer_id', models.UUIDField(blank=True, null=True)),
                ('reversal_id', models.UUIDField(blank=True, null=True)),
                ('because', models.CharField(blank=True, max_length=500)),
                ('because_language', models.CharField(blank=True, choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('request_key', models.UUIDField()),
                ('agreement', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.agreement')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('proposed_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('settled_by', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('venue', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.venue')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('places', models.PositiveSmallIntegerField()),
                ('taken', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('OPEN', 'open'), ('CLOSED', 'no more bookings'), ('CANCELLED', 'Cancelled')], default='OPEN', max_length=9)),
                ('because_cy', models.CharField(blank=True, max_length=300)),
                ('because_en', models.CharField(blank=True, max_length=300)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('spare', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='occasions', to='deliver.spareplace')),
                ('venue', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.venue')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('people', models.PositiveSmallIntegerField(default=1)),
                ('minutes', models.PositiveIntegerField()),
                ('pence', models.PositiveIntegerField(default=0)),
                ('code', models.CharField(max_length=8)),
                ('state', models.CharField(choices=[('BOOKED', 'Booked'), ('CAME', 'Came'), ('AWAY', 'Did not come'), ('CANCELLED', 'Cancelled'), ('LAPSED', 'Nobody said'), ('REFUNDED', 'Hours given back')], default='BOOKED', max_length=9)),
                ('state_at', models.DateTimeField()),
                ('no_show', models.CharField(choices=[('REFUND', 'they come back to the person'), ('CHARGE', 'they are spent, as the place was kept')], max_length=6)),
                ('cancel_until', models.DateTimeField()),
                ('tick_until', models.DateTimeField()),
                ('hold_id', models.UUIDField()),
                ('money_hold_id', models.UUIDField(blank=True, null=True)),
                ('transfer_id', models.UUIDField(blank=True, null=True)),
                ('money_id', models.UUIDField(blank=True, null=True)),
                ('reversal_id', models.UUIDField(blank=True, null=True)),
                ('because', models.CharField(blank=True, max_length=500)),
                ('because_language', models.CharField(blank=True, choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('request_key', models.UUIDField()),
                ('agreement', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.agreement')),
                ('booked_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('ticked_by', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('occasion', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='deliver.occasion')),
                ('settlement', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.settlement')),
                ('venue', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.venue')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='venue',
            field=gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='deliver.venue'),
        ),
        migrations.CreateModel(
            name='VenueRules',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('cancel_hours', models.PositiveSmallIntegerField(default=24)),
                ('tick_days', models.PositiveSmallIntegerField(default=7)),
                ('no_show', models.CharField(choices=[('REFUND', 'they come back to the person'), ('CHARGE', 'they are spent, as the place was kept')], default='REFUND', max_length=6)),
                ('below_nothing', models.BooleanField(default=False)),
                ('settle_by_two', models.BooleanField(default=True)),
                ('expiry', models.CharField(choices=[('NONE', 'they stay for good'), ('EXPIRY', 'after some months they go to the community pot'), ('RETURN', 'a small part goes to the community pot each month')], default='NONE', max_length=6)),
                ('expiry_months', models.PositiveSmallIntegerField(default=12)),
                ('return_percent', models.PositiveSmallIntegerField(default=5)),
                ('return_free_minutes', models.PositiveIntegerField(default=600)),
                ('returns_from', models.DateField(blank=True, null=True)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'verbose_name_plural': 'venue rules',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Lapse',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('minutes', models.PositiveIntegerField()),
                ('transfer_id', models.UUIDField()),
                ('lapsed_at', models.DateTimeField()),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['hub', 'on'], name='deliver_lapse_on_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='deliver_lapse_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'member', 'on'), name='deliver_lapse_once_uq'), models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='deliver_lapse_minutes_ck')],
            },
        ),
        migrations.CreateModel(
            name='LapseNotice',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('days', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveIntegerField()),
                ('told_at', models.DateTimeField()),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['hub', 'on'], name='deliver_lapsenotice_on_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='deliver_lapsenotice_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'member', 'on', 'days'), name='deliver_lapsenotice_once_uq')],
            },
        ),
        migrations.CreateModel(
            name='PoolGift',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('minutes', models.PositiveIntegerField()),
                ('words', models.CharField(max_length=500)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('given_at', models.DateTimeField()),
                ('transfer_id', models.UUIDField()),
                ('reversal_id', models.UUIDField(blank=True, null=True)),
                ('because', models.CharField(blank=True, max_length=500)),
                ('because_language', models.CharField(blank=True, choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('given_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['hub', 'organisation', 'id'], name='deliver_poolgift_org_ix'), models.Index(fields=['hub', 'member', 'id'], name='deliver_poolgift_member_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='deliver_poolgift_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'transfer_id'), name='deliver_poolgift_transfer_uq'), models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='deliver_poolgift_minutes_ck')],
            },
        ),
        migrations.AddIndex(
            model_name='poolgrant',
            index=models.Index(fields=['hub', 'organisation', 'id'], name='deliver_poolgrant_org_ix'),
        ),
        migrations.AddConstraint(
            model_name='poolgrant',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_poolgrant_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='poolgrant',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='deliver_poolgrant_request_uq'),
        ),
        migrations.AddIndex(
            model_name='grantstep',
            index=models.Index(fields=['hub', 'grant', 'id'], name='deliver_grantstep_grant_ix'),
        ),
        migrations.AddConstraint(
            model_name='grantstep',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_grantstep_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='grantstep',
            constraint=models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='deliver_grantstep_because_ck'),
        ),
        migrations.AddConstraint(
            model_name='venue',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_venue_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='venue',
            constraint=models.UniqueConstraint(fields=('hub', 'organisation'), name='deliver_venue_organisation_uq'),
        ),
        migrations.AddIndex(
            model_name='spareplace',
            index=models.Index(fields=['hub', 'venue', 'id'], name='deliver_spareplace_venue_ix'),
        ),
        migrations.AddConstraint(
            model_name='spareplace',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_spareplace_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='spareplace',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='deliver_spareplace_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='spareplace',
            constraint=models.CheckConstraint(condition=models.Q(('lasts_minutes__gt', 0), ('most_each__gt', 0), ('places__gt', 0), ('price_minutes__gt', 0), ('access__lte', 255)), name='deliver_spareplace_sizes_ck'),
        ),
        migrations.AddIndex(
            model_name='settlement',
            index=models.Index(fields=['hub', 'venue', 'id'], name='deliver_settlement_venue_ix'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_settlement_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='deliver_settlement_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='deliver_settlement_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('SETTLED', 'REVERSED')), _negated=True), models.Q(('settled_by__isnull', False), ('transfer_id__isnull', False)), _connector='OR'), name='deliver_settlement_paid_ck'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(('needs_two', False), ('settled_by__isnull', True), models.Q(('settled_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='deliver_settlement_two_ck'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'REVERSED'), _negated=True), ('reversal_id__isnull', False), _connector='OR'), name='deliver_settlement_reversed_ck'),
        ),
        migrations.AddIndex(
            model_name='occasion',
            index=models.Index(fields=['hub', 'state', 'starts_at'], name='deliver_occasion_coming_ix'),
        ),
        migrations.AddIndex(
            model_name='occasion',
            index=models.Index(fields=['hub', 'venue', 'starts_at'], name='deliver_occasion_venue_ix'),
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_occasion_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.UniqueConstraint(fields=('hub', 'spare', 'starts_at'), name='deliver_occasion_time_uq'),
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.CheckConstraint(condition=models.Q(('taken__lte', models.F('places'))), name='deliver_occasion_room_ck'),
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='deliver_occasion_times_ck'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['hub', 'member', 'id'], name='deliver_booking_member_ix'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['hub', 'occasion', 'id'], name='deliver_booking_occasion_ix'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['hub', 'venue', 'state_at'], name='deliver_booking_venue_ix'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(condition=models.Q(('state', 'BOOKED')), fields=['hub', 'tick_until'], name='deliver_booking_waits_ix'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(condition=models.Q(('money_id__isnull', False), ('settlement__isnull', True)), fields=['hub', 'agreement', 'state_at'], name='deliver_booking_owed_ix'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_booking_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(fields=('hub', 'code'), name='deliver_booking_code_uq'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='deliver_booking_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['BOOKED', 'CAME'])), fields=('hub', 'occasion', 'member'), name='deliver_booking_once_uq'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gt', 0), ('people__gt', 0)), name='deliver_booking_sizes_ck'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'CAME'), _negated=True), ('transfer_id__isnull', False), _connector='OR'), name='deliver_booking_came_is_spent_ck'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'REFUNDED'), _negated=True), ('reversal_id__isnull', False), _connector='OR'), name='deliver_booking_refund_is_reversal_ck'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(('settlement__isnull', True), models.Q(('state__in', ['CAME', 'AWAY']), ('transfer_id__isnull', False), ('money_id__isnull', False), ('reversal_id__isnull', True)), _connector='OR'), name='deliver_booking_settled_is_spent_ck'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['hub', 'funder'], name='deliver_agreement_funder_ix'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_agreement_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('hub', 'venue'), name='deliver_agreement_one_in_force_uq'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('funder__isnull', True), ('pence_per_hour', 0)), models.Q(('funder__isnull', False), ('pence_per_hour__gt', 0)), _connector='OR'), name='deliver_agreement_money_has_a_payer_ck'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('agreed_at')), _connector='OR'), name='deliver_agreement_days_ck'),
        ),
        migrations.AddConstraint(
            model_name='venuerules',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='deliver_venuerules_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='venuerules',
            constraint=models.UniqueConstraint(fields=('hub',), name='deliver_venuerules_hub_uq'),
        ),
        migrations.AddConstraint(
            model_name='venuerules',
            constraint=models.CheckConstraint(condition=models.Q(('expiry_months__gte', 1), ('expiry_months__lte', 60), ('return_percent__gte', 1), ('return_percent__lte', 50), ('tick_days__gte', 1), ('tick_days__lte', 60)), name='deliver_venuerules_sizes_ck'),
        ),
        migrations.AddConstraint(
            model_name='venuerules',
            constraint=models.CheckConstraint(condition=models.Q(('expiry', 'NONE'), ('returns_from__isnull', False), _connector='OR'), name='deliver_venuerules_nothing_by_surprise_ck'),
        ),
    ]
