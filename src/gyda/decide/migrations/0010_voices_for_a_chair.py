import django.db.models.deletion
import gyda.keys.models
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('decide', '0009_sums_of_motions'),
    ]

    operations = [
        migrations.AddField(
            model_name='panelseat',
            name='wants',
            field=gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decide.panelseat'),
        ),
    ]
