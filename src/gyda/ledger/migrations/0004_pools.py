"""An organisation may have a pool of hours to give, beside its own account."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0003_notes_account'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_organisation_uq',
        ),
        migrations.RemoveConstraint(
            model_name='account',
            name='ledger_account_owner_ck',
        ),
        migrations.AlterField(
            model_name='account',
            name='kind',
            field=models.CharField(choices=[('MEMBER', 'member'), ('ORGANISATION', 'organisation'), ('POOL', "organisation's pool"), ('POT', 'community pot'), ('ISSUE', 'issue'), ('RETIREMENT', 'retirement'), ('NOTES', 'paper notes')], max_length=12),
        ),
        migrations.AlterField(
            model_name='limitgroup',
            name='kind',
            field=models.CharField(choices=[('MEMBER', 'member'), ('ORGANISATION', 'organisation'), ('POOL', "organisation's pool"), ('POT', 'community pot'), ('ISSUE', 'issue'), ('RETIREMENT', 'retirement'), ('NOTES', 'paper notes')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.UniqueConstraint(fields=('hub', 'organisation', 'kind', 'unit'), name='ledger_account_organisation_uq'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'MEMBER'), ('member__isnull', False), ('organisation__isnull', True)), models.Q(('kind__in', ('ORGANISATION', 'POOL')), ('member__isnull', True), ('organisation__isnull', False)), models.Q(('kind__in', ('POT', 'ISSUE', 'RETIREMENT', 'NOTES')), ('member__isnull', True), ('organisation__isnull', True)), _connector='OR'), name='ledger_account_owner_ck'),
        ),
    ]
