import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kernel", "0001_initial"),
        ("personnel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeamRoleRecord",
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
                ("role", models.CharField(max_length=20, verbose_name="Peran")),
                ("name", models.CharField(max_length=300, verbose_name="Nama tim")),
                ("until", models.DateField(blank=True, null=True, verbose_name="Sampai")),
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
                        to="projects.teamrolerecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="teamrolerecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="teamrolerecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="teamrolerecord_superseded_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("effective_from")), _connector="OR"
                        ),
                        name="teamrolerecord_ends_after_start",
                    ),
                ],
            },
        ),
    ]
