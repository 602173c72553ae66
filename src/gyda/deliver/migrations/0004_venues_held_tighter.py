"""One promise is one booking's, what was not spent moved nothing, one settlement waits at a time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0003_venues'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(fields=('hub', 'hold_id'), name='deliver_booking_hold_uq'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('money_id__isnull', True), ('transfer_id__isnull', True)), models.Q(('state__in', ['BOOKED', 'CANCELLED', 'LAPSED']), _negated=True), _connector='OR'), name='deliver_booking_unspent_ck'),
        ),
        migrations.AddConstraint(
            model_name='settlement',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'PROPOSED')), fields=('hub', 'agreement'), name='deliver_settlement_one_waits_uq'),
        ),
    ]
