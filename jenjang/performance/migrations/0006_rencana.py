import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organization', '0002_seal'),
        ('performance', '0005_indeks_per_unit'),
        ('personnel', '0005_search_in_order'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(blank=True, default='', max_length=500, verbose_name='Alasan perubahan')),
                ('proposed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('state', models.CharField(choices=[('menunggu', 'Menunggu kesepakatan'), ('disepakati', 'Disepakati'), ('dikembalikan', 'Dikembalikan'), ('ditarik', 'Ditarik kembali')], default='menunggu', max_length=12)),
                ('settled_at', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, default='', max_length=500, verbose_name='Alasan dikembalikan')),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='skp',
            name='skp_once_a_position',
        ),
        migrations.AddIndex(
            model_name='skp',
            index=models.Index(fields=['title', 'year'], name='skp_by_title'),
        ),
        migrations.AddConstraint(
            model_name='skp',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'dibatalkan'), _negated=True), fields=('employee', 'year', 'effective_from', 'title'), name='skp_once_a_position'),
        ),
        migrations.AddField(
            model_name='agreementproposal',
            name='proposed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agreementproposal',
            name='settled_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agreementproposal',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.orgunit'),
        ),
        migrations.AddField(
            model_name='agreementproposal',
            name='year',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='performance.performanceyear'),
        ),
        migrations.AddIndex(
            model_name='agreementproposal',
            index=models.Index(fields=['year', 'unit', '-id'], name='agreementproposal_newest'),
        ),
        migrations.AddConstraint(
            model_name='agreementproposal',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'menunggu')), fields=('year', 'unit'), name='agreementproposal_one_waits'),
        ),
        migrations.AddConstraint(
            model_name='agreementproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at', None), ('settled_by', None), ('state', 'menunggu')), models.Q(models.Q(('state', 'menunggu'), _negated=True), ('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='agreementproposal_settled_with_a_time'),
        ),
        migrations.AddConstraint(
            model_name='agreementproposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'dikembalikan'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='agreementproposal_returned_with_a_reason'),
        ),
    ]
