import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import gyda.keys.models
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decide', '0007_papers_put_aside'),
        ('people', '0002_small_areas'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='fundpolicy',
            name='decide_fundpolicy_hub_uq',
        ),
        migrations.AddField(
            model_name='fundpolicy',
            name='at',
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
        ),
        migrations.AddField(
            model_name='fundpolicy',
            name='by',
            field=gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member'),
        ),
        migrations.AddField(
            model_name='fundpolicy',
            name='ended_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='fundpolicy',
            name='holds_from',
            field=models.DateTimeField(blank=True, default=django.utils.timezone.now, null=True),
            preserve_default=False,  # what was set before holds
        ),
        migrations.AddField(
            model_name='fundpolicy',
            name='loosens',
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name='fundpolicy',
            name='settled_by',
            field=gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member'),
        ),
        migrations.AddIndex(
            model_name='fundpolicy',
            index=models.Index(fields=['hub', 'holds_from'], name='decide_fundpolicy_since_ix'),
        ),
        migrations.AddConstraint(
            model_name='fundpolicy',
            constraint=models.CheckConstraint(condition=models.Q(('loosens', False), ('holds_from__isnull', True), models.Q(('by__isnull', False), ('settled_by__isnull', False), models.Q(('settled_by', models.F('by')), _negated=True)), _connector='OR'), name='decide_fundpolicy_by_two_ck'),
        ),
        migrations.AddConstraint(
            model_name='fundpolicy',
            constraint=models.CheckConstraint(condition=models.Q(('holds_from__isnull', True), ('ended_at__isnull', True), _connector='OR'), name='decide_fundpolicy_one_end_ck'),
        ),
    ]
