from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decide', '0008_kept_limits'),
    ]

    operations = [
        migrations.AddField(
            model_name='panelmotion',
            name='minutes',
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='panelmotion',
            name='pence',
            field=models.PositiveBigIntegerField(blank=True, null=True),
        ),
    ]
