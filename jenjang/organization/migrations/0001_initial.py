import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from jenjang.kernel import schema


class Migration(schema.Migration):
    initial = True

    dependencies = [
        ("kernel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("siasn_id", models.CharField(max_length=42, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                ("short_name", models.CharField(blank=True, default="", max_length=80, verbose_name="Nama pendek")),
                ("code", models.CharField(blank=True, default="", max_length=10, verbose_name="Kode cepat BKN")),
                ("address", models.CharField(blank=True, default="", max_length=300, verbose_name="Alamat")),
            ],
        ),
        migrations.CreateModel(
            name="OrgUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("siasn_id", models.CharField(max_length=42, unique=True)),
                ("name", models.CharField(max_length=300, verbose_name="Nama unit")),
                ("echelon", models.CharField(blank=True, default="", max_length=6, verbose_name="Eselon")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="Ditutup pada")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="units", to="organization.agency"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="organization.orgunit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["parent", "name"], name="orgunit_by_parent")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="orgunit_is_not_its_own_parent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrgUnitRecord",
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
                ("name", models.CharField(max_length=300)),
                ("echelon", models.CharField(blank=True, default="", max_length=6)),
                ("closed", models.BooleanField(default=False)),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organization.orgunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="records", to="organization.orgunit"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "-effective_from"], name="orgunitrecord_by_day")],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300, verbose_name="Nama jabatan")),
                ("kind", models.CharField(max_length=20, verbose_name="Jenis jabatan")),
                ("echelon", models.CharField(blank=True, default="", max_length=6, verbose_name="Eselon")),
                ("career_level", models.CharField(default="tidak_ada", max_length=20, verbose_name="Jenjang")),
                ("job_class", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Kelas jabatan")),
                ("need", models.PositiveSmallIntegerField(default=1, verbose_name="Kebutuhan")),
                ("is_head", models.BooleanField(default=False, verbose_name="Memimpin unit")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("ref_unor", "Pohon unit SIASN"),
                            ("pemegang", "Dari pemegangnya"),
                            ("petugas", "Ditambahkan petugas"),
                        ],
                        max_length=12,
                        verbose_name="Asal",
                    ),
                ),
                ("siasn_id", models.CharField(blank=True, default="", max_length=42)),
                ("opened_on", models.DateField(verbose_name="Dibuka pada")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="Ditutup pada")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="organization.orgunit"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "title"], name="seat_by_kind")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("unit", "title", "kind", "career_level"),
                        name="seat_open_once_in_its_unit",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None), ("is_head", True)),
                        fields=("unit",),
                        name="seat_one_head_a_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                        ),
                        name="seat_closed_after_opened",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeatRecord",
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
                ("title", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=20)),
                ("echelon", models.CharField(blank=True, default="", max_length=6)),
                ("career_level", models.CharField(default="tidak_ada", max_length=20)),
                ("job_class", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("need", models.PositiveSmallIntegerField(default=1)),
                ("is_head", models.BooleanField(default=False)),
                ("closed", models.BooleanField(default=False)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("ref_unor", "Pohon unit SIASN"),
                            ("pemegang", "Dari pemegangnya"),
                            ("petugas", "Ditambahkan petugas"),
                        ],
                        max_length=12,
                    ),
                ),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="records", to="organization.seat"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organization.orgunit"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["seat", "-effective_from"], name="seatrecord_by_day")],
            },
        ),
    ]
