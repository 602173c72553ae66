"""Money of funds, and the accounts in which it lies, in pence alone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import django.db.models.deletion
import gyda.keys.models
import gyda.keys.uuid7
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decide', '0001_initial'),
        ('initiatives', '0001_initial'),
        ('ledger', '0007_funds'),
        ('people', '0002_small_areas'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bid',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('owner', models.CharField(max_length=120)),
                ('first_year', models.PositiveSmallIntegerField()),
                ('price_year', models.PositiveSmallIntegerField()),
                ('second_rate', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('request_key', models.UUIDField(blank=True, null=True)),
                ('title_cy', models.CharField(max_length=120)),
                ('title_en', models.CharField(max_length=120)),
                ('need_cy', models.TextField(max_length=1000)),
                ('need_en', models.TextField(max_length=1000)),
                ('nothing_cy', models.TextField(max_length=1000)),
                ('nothing_en', models.TextField(max_length=1000)),
                ('risks_cy', models.TextField(max_length=1000)),
                ('risks_en', models.TextField(max_length=1000)),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('initiative', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='initiatives.initiative')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='BidLine',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ONE_OFF', 'cost, once'), ('RECURRING', 'cost, every year'), ('ACCESS', 'cost of taking part: expenses, care, interpreters'), ('SAVING', 'saving')], max_length=9)),
                ('owner', models.CharField(max_length=120)),
                ('is_cash', models.BooleanField()),
                ('grade', models.CharField(choices=[('A', 'A: measured in this service'), ('B', 'B: measured in a like service'), ('C', 'C: from a published study'), ('D', 'D: estimated by those who do the work'), ('E', 'E: a guess with a reason'), ('F', 'F: not known yet')], max_length=1)),
                ('what_cy', models.CharField(max_length=160)),
                ('what_en', models.CharField(max_length=160)),
                ('bid', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='decide.bid')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='BidYear',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('pence', models.BigIntegerField()),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('line', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='years', to='decide.bidline')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Fund',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('pence', models.BigIntegerField()),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('gives_small_grants', models.BooleanField(default=False)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('request_key', models.UUIDField(blank=True, null=True)),
                ('title_cy', models.CharField(max_length=120)),
                ('title_en', models.CharField(max_length=120)),
                ('purpose_cy', models.TextField(max_length=1000)),
                ('purpose_en', models.TextField(max_length=1000)),
                ('conditions_cy', models.TextField(max_length=1000)),
                ('conditions_en', models.TextField(max_length=1000)),
                ('account', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.account')),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('giver', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('initiative', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='initiatives.initiative')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('is_small_grant', models.BooleanField(default=False)),
                ('payee', models.CharField(choices=[('ORGANISATION', 'An organisation of this hub'), ('MEMBER', 'A member of this hub'), ('BODY', 'A business or group outside'), ('PERSON', 'A person outside')], max_length=12)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('pence', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('request_key', models.UUIDField(blank=True, null=True)),
                ('title_cy', models.CharField(max_length=160)),
                ('title_en', models.CharField(max_length=160)),
                ('account', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.account')),
                ('bid', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='decide.bid')),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('decision', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decide.decision')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('initiative', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='initiatives.initiative')),
                ('member', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('organisation', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('fund', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='decide.fund')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddField(
            model_name='bid',
            name='fund',
            field=gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='bids', to='decide.fund'),
        ),
        migrations.CreateModel(
            name='FundPolicy',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('second_above_pence', models.PositiveIntegerField(default=25000)),
                ('grant_most_pence', models.PositiveIntegerField(default=50000)),
                ('stewards_most_pence', models.PositiveIntegerField(default=20000)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'verbose_name_plural': 'fund policies',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Instalment',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('due_on', models.DateField()),
                ('pence', models.BigIntegerField()),
                ('bid', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='instalments', to='decide.bid')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='OrganisationNumber',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=60)),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('organisation', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('pence', models.BigIntegerField()),
                ('paid_on', models.DateField()),
                ('words', models.TextField(blank=True, max_length=500)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('reference', models.CharField(blank=True, max_length=80)),
                ('needs_second', models.BooleanField()),
                ('state', models.CharField(choices=[('ASKED', 'waits for a second person'), ('PAID', 'paid'), ('REFUSED', 'refused'), ('WITHDRAWN', 'taken back')], default='ASKED', max_length=9)),
                ('asked_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('because', models.TextField(blank=True, max_length=500)),
                ('request_key', models.UUIDField(blank=True, null=True)),
                ('asked_by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('commitment', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='decide.commitment')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('settled_by', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Movement',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('RECEIVED', 'came in'), ('PROMISED', 'promised'), ('PAID', 'paid'), ('REFUNDED', 'came back from the payee'), ('FREED', 'no longer promised'), ('REPAID', 'repaid into the fund'), ('RETURNED', 'given back to the giver')], max_length=8)),
                ('pence', models.BigIntegerField()),
                ('on', models.DateField()),
                ('words', models.TextField(blank=True, max_length=500)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('reference', models.CharField(blank=True, max_length=80)),
                ('at', models.DateTimeField()),
                ('request_key', models.UUIDField(blank=True, null=True)),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('commitment', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='decide.commitment')),
                ('fund', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='decide.fund')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('payment', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decide.payment')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='RateSetting',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80)),
                ('since_on', models.DateField()),
                ('review_on', models.DateField(blank=True, null=True)),
                ('source', models.CharField(max_length=300)),
                ('to_year_30', models.PositiveSmallIntegerField()),
                ('to_year_75', models.PositiveSmallIntegerField()),
                ('later', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('PICTURE', 'picture'), ('PDF', 'PDF file')], max_length=7)),
                ('shows', models.CharField(max_length=200)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('at', models.DateTimeField()),
                ('by', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('movement', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='decide.movement')),
                ('payment', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='decide.payment')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='SmallGrant',
            fields=[
                ('id', models.UUIDField(default=gyda.keys.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('group', models.CharField(blank=True, max_length=120)),
                ('what', models.CharField(blank=True, max_length=160)),
                ('gains', models.TextField(blank=True, max_length=500)),
                ('language', models.CharField(choices=[('cy', 'Cymraeg'), ('en', 'English')], max_length=2)),
                ('pence', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('ASKED', 'asked for'), ('ONE_YES', 'one yes; a second is needed'), ('GRANTED', 'granted'), ('REFUSED', 'not granted'), ('WITHDRAWN', 'taken back')], default='ASKED', max_length=9)),
                ('asked_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('request_key', models.UUIDField(blank=True, null=True)),
                ('line_cy', models.CharField(blank=True, max_length=160)),
                ('line_en', models.CharField(blank=True, max_length=160)),
                ('reason_cy', models.TextField(blank=True, max_length=500)),
                ('reason_en', models.TextField(blank=True, max_length=500)),
                ('commitment', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decide.commitment')),
                ('decision', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decide.decision')),
                ('first_by', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('fund', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='decide.fund')),
                ('hub', models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.hub')),
                ('member', gyda.keys.models.HubForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
                ('second_by', gyda.keys.models.HubForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.member')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddIndex(
            model_name='bidline',
            index=models.Index(fields=['hub', 'bid', 'id'], name='decide_bidline_ix'),
        ),
        migrations.AddConstraint(
            model_name='bidline',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_bidline_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='bidline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('what_cy', ''), _negated=True), models.Q(('what_en', ''), _negated=True), models.Q(('owner', ''), _negated=True)), name='decide_bidline_whole_ck'),
        ),
        migrations.AddConstraint(
            model_name='bidyear',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_bidyear_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='bidyear',
            constraint=models.UniqueConstraint(fields=('hub', 'line', 'year'), name='decide_bidyear_year_uq'),
        ),
        migrations.AddConstraint(
            model_name='bidyear',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gte', 0), ('year__lt', 60)), name='decide_bidyear_ck'),
        ),
        migrations.AddIndex(
            model_name='fund',
            index=models.Index(fields=['hub', 'initiative', 'id'], name='decide_fund_initiative_ix'),
        ),
        migrations.AddConstraint(
            model_name='fund',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_fund_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='fund',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='decide_fund_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='fund',
            constraint=models.UniqueConstraint(fields=('hub', 'account'), name='decide_fund_account_uq'),
        ),
        migrations.AddConstraint(
            model_name='fund',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='decide_fund_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='fund',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__lte', models.F('until_on'))), name='decide_fund_days_ck'),
        ),
        migrations.AddConstraint(
            model_name='fund',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title_cy', ''), _negated=True), models.Q(('title_en', ''), _negated=True), models.Q(('purpose_cy', ''), _negated=True), models.Q(('purpose_en', ''), _negated=True), models.Q(('conditions_cy', ''), _negated=True), models.Q(('conditions_en', ''), _negated=True)), name='decide_fund_both_tongues_ck'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(fields=['hub', 'fund', 'id'], name='decide_commitment_fund_ix'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(fields=['hub', 'decision', 'id'], name='decide_commitment_decided_ix'),
        ),
        migrations.AddIndex(
            model_name='commitment',
            index=models.Index(fields=['hub', 'member', 'id'], name='decide_commitment_member_ix'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_commitment_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='decide_commitment_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('hub', 'account'), name='decide_commitment_account_uq'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('hub', 'bid'), name='decide_commitment_bid_uq'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='decide_commitment_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('member__isnull', True), ('name', ''), ('organisation__isnull', False), ('payee', 'ORGANISATION')), models.Q(('member__isnull', False), ('name', ''), ('organisation__isnull', True), ('payee', 'MEMBER')), models.Q(('member', None), ('organisation', None), ('payee__in', ('BODY', 'PERSON')), models.Q(('name', ''), _negated=True)), _connector='OR'), name='decide_commitment_payee_ck'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title_cy', ''), _negated=True), models.Q(('title_en', ''), _negated=True)), name='decide_commitment_title_ck'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('decision__isnull', False), ('is_small_grant', True), _connector='OR'), name='decide_commitment_somebody_decided_ck'),
        ),
        migrations.AddIndex(
            model_name='bid',
            index=models.Index(fields=['hub', 'fund', 'id'], name='decide_bid_fund_ix'),
        ),
        migrations.AddConstraint(
            model_name='bid',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_bid_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='bid',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='decide_bid_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='bid',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title_cy', ''), _negated=True), models.Q(('title_en', ''), _negated=True), models.Q(('need_cy', ''), _negated=True), models.Q(('need_en', ''), _negated=True), models.Q(('nothing_cy', ''), _negated=True), models.Q(('nothing_en', ''), _negated=True)), name='decide_bid_both_tongues_ck'),
        ),
        migrations.AddConstraint(
            model_name='fundpolicy',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_fundpolicy_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='fundpolicy',
            constraint=models.UniqueConstraint(fields=('hub',), name='decide_fundpolicy_hub_uq'),
        ),
        migrations.AddConstraint(
            model_name='fundpolicy',
            constraint=models.CheckConstraint(condition=models.Q(('stewards_most_pence__lte', models.F('grant_most_pence'))), name='decide_fundpolicy_order_ck'),
        ),
        migrations.AddConstraint(
            model_name='instalment',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_instalment_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='instalment',
            constraint=models.UniqueConstraint(fields=('hub', 'bid', 'due_on'), name='decide_instalment_uq'),
        ),
        migrations.AddConstraint(
            model_name='instalment',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='decide_instalment_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='organisationnumber',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_organisationnumber_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='organisationnumber',
            constraint=models.UniqueConstraint(fields=('hub', 'organisation'), name='decide_organisationnumber_uq'),
        ),
        migrations.AddConstraint(
            model_name='organisationnumber',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='decide_organisationnumber_ck'),
        ),
        migrations.AddIndex(
            model_name='payment',
            index=models.Index(fields=['hub', 'commitment', 'id'], name='decide_payment_ix'),
        ),
        migrations.AddIndex(
            model_name='payment',
            index=models.Index(condition=models.Q(('state', 'ASKED')), fields=['hub', 'id'], name='decide_payment_waiting_ix'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_payment_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='decide_payment_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='decide_payment_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('state', 'ASKED')), models.Q(models.Q(('state', 'ASKED'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='decide_payment_settled_ck'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('needs_second', True), ('state', 'PAID'), _negated=True), models.Q(('settled_by__isnull', False), models.Q(('settled_by', models.F('asked_by')), _negated=True)), _connector='OR'), name='decide_payment_by_two_ck'),
        ),
        migrations.AddConstraint(
            model_name='payment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'REFUSED'), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='decide_payment_refused_why_ck'),
        ),
        migrations.AddIndex(
            model_name='movement',
            index=models.Index(fields=['hub', 'fund', 'id'], name='decide_movement_fund_ix'),
        ),
        migrations.AddIndex(
            model_name='movement',
            index=models.Index(fields=['hub', 'commitment', 'id'], name='decide_movement_promise_ix'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_movement_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='decide_movement_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.UniqueConstraint(fields=('hub', 'payment'), name='decide_movement_payment_uq'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='decide_movement_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('commitment__isnull', True), ('kind__in', ('RECEIVED', 'RETURNED'))), models.Q(models.Q(('kind__in', ('RECEIVED', 'RETURNED')), _negated=True), ('commitment__isnull', False)), _connector='OR'), name='decide_movement_commitment_ck'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'PAID'), ('payment__isnull', False)), models.Q(models.Q(('kind', 'PAID'), _negated=True), ('payment__isnull', True)), _connector='OR'), name='decide_movement_payment_ck'),
        ),
        migrations.AddConstraint(
            model_name='ratesetting',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_ratesetting_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='ratesetting',
            constraint=models.UniqueConstraint(fields=('hub', 'since_on'), name='decide_ratesetting_since_uq'),
        ),
        migrations.AddConstraint(
            model_name='ratesetting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('source', ''), _negated=True)), name='decide_ratesetting_source_ck'),
        ),
        migrations.AddConstraint(
            model_name='ratesetting',
            constraint=models.CheckConstraint(condition=models.Q(('later__lte', 3000), ('to_year_30__lte', 3000), ('to_year_75__lte', 3000)), name='decide_ratesetting_rates_ck'),
        ),
        migrations.AddConstraint(
            model_name='ratesetting',
            constraint=models.CheckConstraint(condition=models.Q(('review_on__isnull', True), ('review_on__gt', models.F('since_on')), _connector='OR'), name='decide_ratesetting_days_ck'),
        ),
        migrations.AddIndex(
            model_name='receipt',
            index=models.Index(fields=['hub', 'payment'], name='decide_receipt_payment_ix'),
        ),
        migrations.AddIndex(
            model_name='receipt',
            index=models.Index(fields=['hub', 'movement'], name='decide_receipt_movement_ix'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_receipt_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('movement__isnull', True), ('payment__isnull', False)), models.Q(('movement__isnull', False), ('payment__isnull', True)), _connector='OR'), name='decide_receipt_of_one_ck'),
        ),
        migrations.AddConstraint(
            model_name='receipt',
            constraint=models.CheckConstraint(condition=models.Q(('shows', ''), _negated=True), name='decide_receipt_shows_ck'),
        ),
        migrations.AddIndex(
            model_name='smallgrant',
            index=models.Index(fields=['hub', 'fund', 'id'], name='decide_smallgrant_fund_ix'),
        ),
        migrations.AddIndex(
            model_name='smallgrant',
            index=models.Index(fields=['hub', 'member', 'id'], name='decide_smallgrant_member_ix'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.UniqueConstraint(fields=('hub', 'id'), name='decide_smallgrant_hub_id_uq'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.UniqueConstraint(fields=('hub', 'request_key'), name='decide_smallgrant_request_uq'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.UniqueConstraint(fields=('hub', 'commitment'), name='decide_smallgrant_commitment_uq'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='decide_smallgrant_pence_ck'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('state__in', ('ASKED', 'ONE_YES'))), models.Q(models.Q(('state__in', ('ASKED', 'ONE_YES')), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='decide_smallgrant_settled_ck'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('GRANTED', 'REFUSED')), _negated=True), models.Q(models.Q(('reason_cy', ''), _negated=True), models.Q(('reason_en', ''), _negated=True)), _connector='OR'), name='decide_smallgrant_reason_ck'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('first_by__isnull', True), models.Q(('first_by', models.F('member')), _negated=True), _connector='OR'), models.Q(('second_by__isnull', True), models.Q(('second_by', models.F('member')), _negated=True), _connector='OR')), name='decide_smallgrant_not_oneself_ck'),
        ),
        migrations.AddConstraint(
            model_name='smallgrant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'GRANTED'), _negated=True), models.Q(('commitment__isnull', False), models.Q(('decision__isnull', False), models.Q(('first_by__isnull', False), ('second_by__isnull', False), models.Q(('first_by', models.F('second_by')), _negated=True)), _connector='OR')), _connector='OR'), name='decide_smallgrant_by_two_ck'),
        ),
    ]
