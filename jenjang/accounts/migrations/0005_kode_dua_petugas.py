"""Seal who was given a code that opens an account: above `pegawai` two officers give it."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from jenjang.ledger.operations import Seal


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_kode_aktivasi'),
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='activationcode',
            name='by_one',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='CodeGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_above_employee', models.BooleanField()),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('is_above_employee', False), models.Q(('approved_by', None), ('proposed_by', None)), models.Q(('approved_by__isnull', False), ('proposed_by__isnull', False), models.Q(('proposed_by', models.F('approved_by')), _negated=True)), _connector='OR'), name='codegrant_above_employee_needs_two_people')],
            },
        ),
        migrations.CreateModel(
            name='CodeProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500)),
                ('proposed_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('menunggu', 'Menunggu persetujuan'), ('disetujui', 'Disetujui'), ('ditolak', 'Ditolak'), ('ditarik', 'Ditarik')], default='menunggu', max_length=10)),
                ('settled_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, default='', max_length=500)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at', None), ('settled_by', None)), models.Q(models.Q(('settled_by', None), _negated=True), models.Q(('settled_at', None), _negated=True)), _connector='OR'), name='codeproposal_settled_by_and_at_together'), models.UniqueConstraint(condition=models.Q(('state', 'menunggu')), fields=('user',), name='codeproposal_one_waits')],
            },
        ),
        Seal("CodeGrant"),
    ]
