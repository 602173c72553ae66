"""Referrals, who may make them, and the areas of the coverage."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import django.db.models.deletion
import gyda.keys.models
import gyda.keys.uuid7
import gyda.people.models.folded
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CoverageArea',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('area', models.CharField(max_length=60)),
                ('area_folded', gyda.people.models.folded.FoldedField(blank=True, editable=False, last_word=False, max_length=160, source='area')),
                ('list_size', models.PositiveIntegerField()),
                ('east', models.FloatField(null=True)),
                ('north', models.FloatField(null=True)),
                ('loaded_at', models.DateTimeField()),
                ('cluster_cy', models.CharField(max_length=80)),
                ('cluster_en', models.CharField(max_length=80)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('loaded_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='referral_coveragearea_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'area_folded'), name='referral_coverage_area_uq'), models.CheckConstraint(condition=models.Q(models.Q(('cluster_cy', ''), _negated=True), models.Q(('cluster_en', ''), _negated=True)), name='referral_coverage_cluster_ck'), models.CheckConstraint(condition=models.Q(models.Q(('east__isnull', True), ('north__isnull', True)), models.Q(('east__gte', -180), ('east__lte', 180), ('north__gte', -90), ('north__lte', 90)), _connector='OR'), name='referral_coverage_point_ck')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField()),
                ('consent_how', models.CharField(choices=[('ONLINE', 'On this site'), ('SPOKEN', 'By word of mouth'), ('PHONE', 'On the phone'), ('PAPER', 'On signed paper')], max_length=8)),
                ('consent_on', models.DateField()),
                ('name', models.CharField(blank=True, max_length=80)),
                ('reach', models.CharField(choices=[('EMAIL', 'E-mail'), ('SMS', 'Text message'), ('POST', 'Letter by post'), ('CALL', 'A connector rings them')], max_length=5)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('words', models.TextField(blank=True, max_length=1000)),
                ('words_language', models.CharField(blank=True, choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('digest', models.CharField(max_length=64)),
                ('second_digest', models.CharField(blank=True, max_length=64)),
                ('remind_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('expires_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('WAITING', 'Waiting for their answer'), ('NOT_NOW', 'Not now'), ('JOINED', 'Joined'), ('NO', 'No, thank you'), ('EXPIRED', 'No answer'), ('TAKEN_BACK', 'Taken back')], default='WAITING', max_length=10)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.CharField(blank=True, choices=[('CODE', 'With the code of the letter'), ('PHONE', 'On the phone'), ('PAPER', 'On paper'), ('SPOKEN', 'Face to face')], max_length=6)),
                ('welcomed_at', models.DateTimeField(null=True)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('recorded_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('referred_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('welcomed_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['hub', 'referred_by', 'id'], name='referral_referral_of_ix'), models.Index(condition=models.Q(('state__in', ('WAITING', 'NOT_NOW'))), fields=['hub', 'expires_at'], name='referral_referral_open_ix'), models.Index(condition=models.Q(('state', 'JOINED'), ('welcomed_at__isnull', True)), fields=['hub', 'id'], name='referral_referral_welcome_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='referral_referral_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'number'), name='referral_referral_number_uq'), models.UniqueConstraint(fields=('hub', 'digest'), name='referral_referral_digest_uq'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('NO', 'EXPIRED', 'TAKEN_BACK')), _negated=True), models.Q(('address', ''), ('member__isnull', True), ('name', ''), ('words', '')), _connector='OR'), name='referral_referral_erased_ck'), models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('member__isnull', False), ('state', 'JOINED')), models.Q(models.Q(('state', 'JOINED'), _negated=True), ('member__isnull', True)), _connector='OR'), name='referral_referral_joined_ck'), models.CheckConstraint(condition=models.Q(('consent_how', 'ONLINE'), _negated=True), name='referral_referral_consent_ck'), models.CheckConstraint(condition=models.Q(('recorded_by__isnull', True), models.Q(('answered_by__in', ('', 'CODE')), _negated=True), _connector='OR'), name='referral_referral_recorded_ck'), models.CheckConstraint(condition=models.Q(('welcomed_at__isnull', True), models.Q(('state', 'JOINED'), ('words', '')), _connector='OR'), name='referral_referral_welcomed_ck')],
            },
        ),
        migrations.CreateModel(
            name='ReferralPolicy',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('answer_days', models.PositiveSmallIntegerField(default=28)),
                ('remind_days', models.PositiveSmallIntegerField(default=14)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'verbose_name_plural': 'referral policies',
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='referral_referralpolicy_hub_id_uq'), models.UniqueConstraint(fields=('hub',), name='referral_policy_hub_uq'), models.CheckConstraint(condition=models.Q(('answer_days__gte', 7), ('answer_days__lte', 90), ('remind_days__lt', models.F('answer_days'))), name='referral_policy_days_ck')],
            },
        ),
        migrations.CreateModel(
            name='Referrer',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('allowed_at', models.DateTimeField()),
                ('allowed_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='referral_referrer_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'organisation'), name='referral_referrer_organisation_uq')],
            },
        ),
    ]
