"""Statements find what their lines are about without reading every row."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('deliver', '0004_venues_held_tighter'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='attendance',
            index=models.Index(fields=['hub', 'transfer_id'], name='deliver_attendance_transfer_ix'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['hub', 'transfer_id'], name='deliver_booking_transfer_ix'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['hub', 'money_id'], name='deliver_booking_money_ix'),
        ),
        migrations.AddIndex(
            model_name='exchange',
            index=models.Index(fields=['hub', 'transfer_id'], name='deliver_exchange_transfer_ix'),
        ),
    ]
