import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from jenjang.kernel import schema


class Migration(schema.Migration):
    initial = True

    dependencies = [
        ("kernel", "0001_initial"),
        ("organization", "0001_initial"),
        ("personnel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CompetencyRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_from", models.DateField(verbose_name="TMT")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "correction",
                    models.CharField(
                        blank=True,
                        choices=[("", "–"), ("koreksi", "Koreksi"), ("batal", "Dibatalkan")],
                        default="",
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                ("decree_number", models.CharField(blank=True, default="", max_length=100, verbose_name="Nomor SK")),
                ("decree_date", models.DateField(blank=True, null=True, verbose_name="Tanggal SK")),
                ("decree_by", models.CharField(blank=True, default="", max_length=200, verbose_name="Pejabat")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("impor", "Impor SIASN"),
                            ("petugas", "Petugas kepegawaian"),
                            ("keputusan", "Keputusan di Jenjang"),
                            ("peragaan", "Data peragaan"),
                        ],
                        default="petugas",
                        max_length=12,
                    ),
                ),
                ("siasn_id", models.CharField(blank=True, default="", max_length=42)),
                ("achieved", models.TextField(blank=True, default="{}", verbose_name="Capaian")),
                ("score", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="Nilai")),
                ("method", models.CharField(blank=True, default="", max_length=120, verbose_name="Metode")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.document",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="personnel.employee"
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="competency.competencyrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="competencyrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="competencyrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="competencyrecord_superseded_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="competencyrecord_score_to_100"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PotentialRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_from", models.DateField(verbose_name="TMT")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "correction",
                    models.CharField(
                        blank=True,
                        choices=[("", "–"), ("koreksi", "Koreksi"), ("batal", "Dibatalkan")],
                        default="",
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                ("decree_number", models.CharField(blank=True, default="", max_length=100, verbose_name="Nomor SK")),
                ("decree_date", models.DateField(blank=True, null=True, verbose_name="Tanggal SK")),
                ("decree_by", models.CharField(blank=True, default="", max_length=200, verbose_name="Pejabat")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("impor", "Impor SIASN"),
                            ("petugas", "Petugas kepegawaian"),
                            ("keputusan", "Keputusan di Jenjang"),
                            ("peragaan", "Data peragaan"),
                        ],
                        default="petugas",
                        max_length=12,
                    ),
                ),
                ("siasn_id", models.CharField(blank=True, default="", max_length=42)),
                ("score", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="Nilai")),
                ("method", models.CharField(blank=True, default="", max_length=120, verbose_name="Metode")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.document",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="personnel.employee"
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="competency.potentialrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="potentialrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="potentialrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="potentialrecord_superseded_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="potentialrecord_score_to_100"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeatStandard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_from", models.DateField(verbose_name="Berlaku sejak")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "decree_number",
                    models.CharField(blank=True, default="", max_length=100, verbose_name="Nomor keputusan"),
                ),
                ("decree_date", models.DateField(blank=True, null=True, verbose_name="Tanggal keputusan")),
                ("decree_by", models.CharField(blank=True, default="", max_length=200, verbose_name="Pejabat")),
                ("reason", models.CharField(blank=True, default="", max_length=500, verbose_name="Keterangan")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("impor", "Impor SIASN"),
                            ("petugas", "Petugas kepegawaian"),
                            ("keputusan", "Keputusan di Jenjang"),
                            ("peragaan", "Data peragaan"),
                        ],
                        default="petugas",
                        max_length=12,
                    ),
                ),
                ("standard", models.TextField(verbose_name="Standar")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.document",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="standards", to="organization.seat"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["seat", "-effective_from"], name="seatstandard_by_day")],
            },
        ),
        migrations.CreateModel(
            name="TechnicalRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("effective_from", models.DateField(verbose_name="TMT")),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "correction",
                    models.CharField(
                        blank=True,
                        choices=[("", "–"), ("koreksi", "Koreksi"), ("batal", "Dibatalkan")],
                        default="",
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                ("decree_number", models.CharField(blank=True, default="", max_length=100, verbose_name="Nomor SK")),
                ("decree_date", models.DateField(blank=True, null=True, verbose_name="Tanggal SK")),
                ("decree_by", models.CharField(blank=True, default="", max_length=200, verbose_name="Pejabat")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("impor", "Impor SIASN"),
                            ("petugas", "Petugas kepegawaian"),
                            ("keputusan", "Keputusan di Jenjang"),
                            ("peragaan", "Data peragaan"),
                        ],
                        default="petugas",
                        max_length=12,
                    ),
                ),
                ("siasn_id", models.CharField(blank=True, default="", max_length=42)),
                ("field", models.CharField(blank=True, default="", max_length=200, verbose_name="Bidang")),
                ("score", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="Nilai")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.document",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="personnel.employee"
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="competency.technicalrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="technicalrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="technicalrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="technicalrecord_superseded_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="technicalrecord_score_to_100"
                    ),
                ],
            },
        ),
    ]
