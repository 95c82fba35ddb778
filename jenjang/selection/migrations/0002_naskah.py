import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from jenjang.ledger.operations import Seal


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0002_segel"),
        ("ledger", "0001_initial"),
        ("selection", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DecreeOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("keputusan", "Surat keputusan"),
                            ("petikan", "Petikan keputusan"),
                            ("berita_acara_rapat", "Berita acara rapat tim"),
                            ("berita_acara_sumpah", "Berita acara pengambilan sumpah jabatan"),
                            ("berita_acara_pelantikan", "Berita acara pelantikan"),
                        ],
                        max_length=24,
                    ),
                ),
                ("number", models.CharField(max_length=100, unique=True)),
                ("dated_on", models.DateField()),
                ("effective_from", models.DateField(null=True)),
                ("fields", models.TextField()),
                ("letter", models.TextField()),
                ("entry", models.BigIntegerField()),
                ("ordered_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decree_orders",
                        to="selection.decision",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decree_orders",
                        to="selection.meeting",
                    ),
                ),
                (
                    "ordered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decree_orders",
                        to="selection.vacancy",
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision__isnull", False)),
                        fields=("decision", "kind"),
                        name="decision_orders_a_decree_of_a_kind_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("meeting__isnull", False)),
                        fields=("meeting", "kind"),
                        name="meeting_orders_its_minutes_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutsideApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("mendagri", "Persetujuan tertulis Menteri Dalam Negeri"),
                            ("sebelum_dua_tahun", "Persetujuan penggantian JPT sebelum dua tahun"),
                        ],
                        max_length=20,
                        verbose_name="Jenis",
                    ),
                ),
                ("number", models.CharField(max_length=100, verbose_name="Nomor")),
                ("dated_on", models.DateField(verbose_name="Tanggal")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="selection.candidate"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.document"
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outside_approvals",
                        to="selection.vacancy",
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="outside_approval_has_a_number"
                    )
                ],
            },
        ),
        Seal("OutsideApproval"),
    ]
