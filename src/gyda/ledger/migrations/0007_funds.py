"""Accounts of funds and of promises out of them: money alone, never hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0006_less_to_write_on_sqlite'),
        ('people', '0002_small_areas'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_owner_ck',
        ),
        migrations.AlterField(
            model_name='account',
            name='kind',
            field=models.CharField(choices=[('MEMBER', 'member'), ('ORGANISATION', 'organisation'), ('POOL', "organisation's pool"), ('POT', 'community pot'), ('ISSUE', 'issue'), ('RETIREMENT', 'retirement'), ('NOTES', 'paper notes'), ('OPENING', 'brought over'), ('PARTNER', 'another hub'), ('FUND', 'fund'), ('PROMISE', 'promise out of a fund')], max_length=12),
        ),
        migrations.AlterField(
            model_name='limitgroup',
            name='kind',
            field=models.CharField(choices=[('MEMBER', 'member'), ('ORGANISATION', 'organisation'), ('POOL', "organisation's pool"), ('POT', 'community pot'), ('ISSUE', 'issue'), ('RETIREMENT', 'retirement'), ('NOTES', 'paper notes'), ('OPENING', 'brought over'), ('PARTNER', 'another hub'), ('FUND', 'fund'), ('PROMISE', 'promise out of a fund')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'MEMBER'), ('member__isnull', False), ('organisation__isnull', True), ('partner__isnull', True)), models.Q(('kind__in', ('ORGANISATION', 'POOL')), ('member__isnull', True), ('organisation__isnull', False), ('partner__isnull', True)), models.Q(('kind', 'PARTNER'), ('member__isnull', True), ('organisation__isnull', True), ('partner__isnull', False)), models.Q(('kind__in', ('POT', 'ISSUE', 'RETIREMENT', 'NOTES', 'OPENING')), ('member__isnull', True), ('organisation__isnull', True), ('partner__isnull', True)), models.Q(('kind__in', ('FUND', 'PROMISE')), ('member__isnull', True), ('organisation__isnull', True), ('partner__isnull', True), ('unit', 'PENCE')), _connector='OR'), name='ledger_account_owner_ck'),
        ),
    ]
