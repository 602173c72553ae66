"""Accounts for what was brought from elsewhere, and for what is owed between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0004_pools'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_has_floor_ck',
        ),
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_hubs_own_uq',
        ),
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_owner_ck',
        ),
        migrations.AddField(
            model_name='account',
            name='partner',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub'),
        ),
        migrations.AlterField(
            model_name='account',
            name='kind',
            field=models.CharField(choices=[('MEMBER', 'member'), ('ORGANISATION', 'organisation'), ('POOL', "organisation's pool"), ('POT', 'community pot'), ('ISSUE', 'issue'), ('RETIREMENT', 'retirement'), ('NOTES', 'paper notes'), ('OPENING', 'brought over'), ('PARTNER', 'another hub')], max_length=12),
        ),
        migrations.AlterField(
            model_name='limitgroup',
            name='kind',
            field=models.CharField(choices=[('MEMBER', 'member'), ('ORGANISATION', 'organisation'), ('POOL', "organisation's pool"), ('POT', 'community pot'), ('ISSUE', 'issue'), ('RETIREMENT', 'retirement'), ('NOTES', 'paper notes'), ('OPENING', 'brought over'), ('PARTNER', 'another hub')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.UniqueConstraint(fields=('hub', 'partner', 'unit'), name='ledger_account_partner_uq'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ('POT', 'ISSUE', 'RETIREMENT', 'NOTES', 'OPENING'))), fields=('hub', 'kind', 'unit'), name='ledger_account_hubs_own_uq'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'MEMBER'), ('member__isnull', False), ('organisation__isnull', True), ('partner__isnull', True)), models.Q(('kind__in', ('ORGANISATION', 'POOL')), ('member__isnull', True), ('organisation__isnull', False), ('partner__isnull', True)), models.Q(('kind', 'PARTNER'), ('member__isnull', True), ('organisation__isnull', True), ('partner__isnull', False)), models.Q(('kind__in', ('POT', 'ISSUE', 'RETIREMENT', 'NOTES', 'OPENING')), ('member__isnull', True), ('organisation__isnull', True), ('partner__isnull', True)), _connector='OR'), name='ledger_account_owner_ck'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('ISSUE', 'OPENING')), ('floor__isnull', False), _connector='OR'), name='ledger_account_has_floor_ck'),
        ),
    ]
