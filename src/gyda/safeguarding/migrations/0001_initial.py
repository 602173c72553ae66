import django.db.models.deletion
import gyda.keys.models
import gyda.keys.uuid7
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('deliver', '0005_found_by_transfer'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('about', models.CharField(choices=[('PERSON', 'A person'), ('EXCHANGE', 'An exchange or an activity'), ('PLACE', 'A place'), ('OTHER', 'Something else')], max_length=8)),
                ('about_words', models.CharField(blank=True, max_length=200)),
                ('words', models.TextField(max_length=5000)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('received_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('overdue_told_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('about_member', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('exchange', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.exchange')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('told_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['hub', 'due_at'], name='safeguarding_concern_due_ix'), models.Index(condition=models.Q(('told_by__isnull', False)), fields=['hub', 'told_by'], name='safeguarding_concern_told_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_concern_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'number'), name='safeguarding_concern_number_uq'), models.UniqueConstraint(fields=('hub', 'digest'), name='safeguarding_concern_digest_uq'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='safeguarding_concern_words_ck'), models.CheckConstraint(condition=models.Q(('due_at__gt', models.F('received_at'))), name='safeguarding_concern_due_ck'), models.CheckConstraint(condition=models.Q(('closed_at__isnull', True), ('answered_at__isnull', False), _connector='OR'), name='safeguarding_concern_answered_first_ck')],
            },
        ),
        migrations.CreateModel(
            name='ConcernStep',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('RECEIVED', 'It came in'), ('READ', 'Read for the first time by'), ('NOTE', 'A note of the leads'), ('ANSWER', 'Answered to who told it'), ('CLOSED', 'Closed'), ('REOPENED', 'Taken up again')], max_length=8)),
                ('at', models.DateTimeField()),
                ('words', models.TextField(blank=True, max_length=5000)),
                ('language', models.CharField(blank=True, choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('concern', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='safeguarding.concern')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['hub', 'concern', 'id'], name='safeguarding_step_of_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_concernstep_hub_id_uq'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('NOTE', 'ANSWER')), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='safeguarding_concernstep_words_ck')],
            },
        ),
        migrations.CreateModel(
            name='Lead',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('named_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('named_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_lead_hub_id_uq'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('hub', 'member'), name='safeguarding_lead_member_uq')],
            },
        ),
        migrations.CreateModel(
            name='Reference',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=16)),
                ('post', models.CharField(blank=True, max_length=300)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('digest', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('ASKED', 'Asked for'), ('GIVEN', 'Given, to be read'), ('COUNTS', 'Read, and it counts'), ('SET_ASIDE', 'Read, and it does not count'), ('DECLINED', 'They would rather not'), ('EXPIRED', 'No answer')], default='ASKED', max_length=9)),
                ('given_at', models.DateTimeField(null=True)),
                ('on_paper', models.BooleanField(default=False)),
                ('knows', models.CharField(blank=True, max_length=300)),
                ('trusts', models.CharField(blank=True, choices=[('YES', 'Yes'), ('UNSURE', 'I am not sure'), ('NO', 'No')], max_length=6)),
                ('words', models.TextField(blank=True, max_length=2000)),
                ('words_language', models.CharField(blank=True, choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('read_at', models.DateTimeField(null=True)),
                ('asked_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('read_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('recorded_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['hub', 'member', 'id'], name='safeguarding_reference_of_ix'), models.Index(condition=models.Q(('state', 'ASKED')), fields=['hub', 'expires_at'], name='safeguarding_reference_ends_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_reference_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'digest'), name='safeguarding_reference_digest_uq'), models.CheckConstraint(condition=models.Q(('state', 'ASKED'), models.Q(('email', ''), ('phone', ''), ('post', '')), _connector='OR'), name='safeguarding_reference_reach_erased_ck'), models.CheckConstraint(condition=models.Q(('state', 'GIVEN'), models.Q(('knows', ''), ('trusts', ''), ('words', '')), _connector='OR'), name='safeguarding_reference_words_erased_ck'), models.CheckConstraint(condition=models.Q(models.Q(('read_at__isnull', False), ('state__in', ('COUNTS', 'SET_ASIDE'))), models.Q(models.Q(('state__in', ('COUNTS', 'SET_ASIDE')), _negated=True), ('read_at__isnull', True)), _connector='OR'), name='safeguarding_reference_read_ck')],
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('GIVER', 'Gives time to someone'), ('ORGANISER', 'Looks after an activity'), ('HELPER', 'Gives time at an activity'), ('CONNECTOR', 'Is a connector'), ('STEWARD', 'Is a steward')], max_length=9)),
                ('level', models.CharField(choices=[('MEETING', 'A meeting face to face'), ('REFERENCES', 'Two references'), ('ACCOMPANIED', 'A first exchange in company'), ('DRIVING', 'Driving licence, insurance and MOT'), ('BASIC', 'Basic DBS check'), ('STANDARD', 'Standard DBS check'), ('ENHANCED', 'Enhanced DBS check'), ('BARRED', 'Enhanced DBS check with the barred lists')], max_length=11)),
                ('set_at', models.DateTimeField()),
                ('because_cy', models.CharField(blank=True, max_length=200)),
                ('because_en', models.CharField(blank=True, max_length=200)),
                ('category', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.category')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('set_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_requirement_hub_id_uq'), models.UniqueConstraint(condition=models.Q(('category__isnull', True)), fields=('hub', 'part', 'level'), name='safeguarding_requirement_all_uq'), models.UniqueConstraint(fields=('hub', 'category', 'level'), name='safeguarding_requirement_category_uq'), models.CheckConstraint(condition=models.Q(('category__isnull', True), ('part', 'GIVER'), _connector='OR'), name='safeguarding_requirement_category_ck'), models.CheckConstraint(condition=models.Q(models.Q(('part', 'GIVER'), _negated=True), ('category__isnull', False), models.Q(('level__in', ('BASIC', 'STANDARD', 'ENHANCED', 'BARRED')), _negated=True), _connector='OR'), name='safeguarding_requirement_no_blanket_ck'), models.CheckConstraint(condition=models.Q(models.Q(('level', 'ACCOMPANIED'), _negated=True), ('part', 'GIVER'), _connector='OR'), name='safeguarding_requirement_company_ck')],
            },
        ),
        migrations.CreateModel(
            name='Withheld',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('concern', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='withheld', to='safeguarding.concern')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'verbose_name_plural': 'withheld',
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_withheld_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'concern', 'member'), name='safeguarding_withheld_member_uq')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('level', models.CharField(choices=[('MEETING', 'A meeting face to face'), ('REFERENCES', 'Two references'), ('ACCOMPANIED', 'A first exchange in company'), ('DRIVING', 'Driving licence, insurance and MOT'), ('BASIC', 'Basic DBS check'), ('STANDARD', 'Standard DBS check'), ('ENHANCED', 'Enhanced DBS check'), ('BARRED', 'Enhanced DBS check with the barred lists')], max_length=11)),
                ('seen_on', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('reminded', models.PositiveSmallIntegerField(null=True)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('seen_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['hub', 'valid_until'], name='safeguarding_check_ends_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_check_hub_id_uq'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('hub', 'member', 'level'), name='safeguarding_check_one_uq'), models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('seen_on')), _connector='OR'), name='safeguarding_check_valid_ck'), models.CheckConstraint(condition=models.Q(('member', models.F('seen_by')), _negated=True), name='safeguarding_check_two_persons_ck')],
            },
        ),
        migrations.CreateModel(
            name='Company',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField()),
                ('named_at', models.DateTimeField(null=True)),
                ('companion', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('exchange', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='deliver.exchange')),
                ('helper', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('named_by', gyda.keys.models.HubForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'verbose_name_plural': 'company',
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(condition=models.Q(('companion__isnull', True)), fields=['hub', 'id'], name='safeguarding_company_open_ix')],
                'constraints': [models.UniqueConstraint(fields=('hub', 'id'), name='safeguarding_company_hub_id_uq'), models.UniqueConstraint(fields=('hub', 'exchange'), name='safeguarding_company_exchange_uq'), models.CheckConstraint(condition=models.Q(('companion__isnull', True), models.Q(('companion', models.F('helper')), _negated=True), _connector='OR'), name='safeguarding_company_two_ck'), models.CheckConstraint(condition=models.Q(models.Q(('companion__isnull', True), ('named_at__isnull', True), ('named_by__isnull', True)), models.Q(('companion__isnull', False), ('named_at__isnull', False), ('named_by__isnull', False)), _connector='OR'), name='safeguarding_company_named_ck')],
            },
        ),
    ]
