import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from jenjang.kernel import schema


class Migration(schema.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("kernel", "0001_initial"),
        ("organization", "0001_initial"),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name="Employee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("siasn_id", models.CharField(blank=True, default="", max_length=42, verbose_name="ID SIASN")),
                ("nip", models.CharField(max_length=18, unique=True, verbose_name="NIP")),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employee",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("siasn_id", ""), _negated=True),
                        fields=("siasn_id",),
                        name="employee_siasn_id_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nip__regex", "^[0-9]{18}$")), name="employee_nip_has_18_digits"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitTally",
            fields=[
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="tally",
                        serialize=False,
                        to="organization.orgunit",
                    ),
                ),
                ("active", models.PositiveIntegerField(default=0)),
                ("inactive", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "employee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="contact",
                        serialize=False,
                        to="personnel.employee",
                    ),
                ),
                ("phone", models.CharField(blank=True, default="", max_length=30, verbose_name="Nomor telepon")),
                ("email", models.CharField(blank=True, default="", max_length=254, verbose_name="Surel")),
                ("work_email", models.CharField(blank=True, default="", max_length=254, verbose_name="Surel dinas")),
                ("address", models.CharField(blank=True, default="", max_length=500, verbose_name="Alamat")),
                ("tax_number", models.CharField(blank=True, default="", max_length=30, verbose_name="NPWP")),
                (
                    "health_insurance",
                    models.CharField(blank=True, default="", max_length=30, verbose_name="Nomor BPJS"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AwardRecord",
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
                ("level", models.CharField(max_length=20, verbose_name="Tingkat")),
                ("name", models.CharField(max_length=200, verbose_name="Nama penghargaan")),
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
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="personnel.awardrecord",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="personnel.employee"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="awardrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="awardrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="awardrecord_superseded_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20, verbose_name="Riwayat")),
                ("record_id", models.BigIntegerField(verbose_name="Baris")),
                ("field", models.CharField(max_length=40, verbose_name="Isian")),
                ("old_value", models.CharField(blank=True, default="", max_length=300, verbose_name="Tertulis")),
                ("new_value", models.CharField(max_length=300, verbose_name="Seharusnya")),
                ("statement", models.CharField(max_length=500, verbose_name="Penjelasan")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction_requests",
                        to="personnel.employee",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.document"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["employee", "-at"], name="correctionrequest_by_person")],
            },
        ),
        migrations.CreateModel(
            name="CorrectionTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ("from_state", models.CharField(blank=True, default="", max_length=10)),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("diajukan", "Menunggu petugas"),
                            ("diterima", "Diterima"),
                            ("ditolak", "Ditolak"),
                            ("dicabut", "Dicabut pengaju"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, default="", max_length=500)),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions",
                        to="personnel.correctionrequest",
                    ),
                ),
            ],
            options={
                "db_table": "personnel_correctionrequest_transition",
                "indexes": [models.Index(fields=["request", "-id"], name="correctiontransition_newest")],
            },
        ),
        migrations.CreateModel(
            name="EducationRecord",
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
                ("level", models.CharField(max_length=10, verbose_name="Tingkat")),
                ("field", models.CharField(blank=True, default="", max_length=200, verbose_name="Program studi")),
                ("school", models.CharField(blank=True, default="", max_length=200, verbose_name="Sekolah")),
                ("graduated", models.PositiveSmallIntegerField(verbose_name="Tahun lulus")),
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
                        to="personnel.educationrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="educationrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="educationrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="educationrecord_superseded_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdentityRecord",
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
                ("nip", models.CharField(blank=True, default="", max_length=18, verbose_name="NIP")),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                ("title_before", models.CharField(blank=True, default="", max_length=60, verbose_name="Gelar depan")),
                (
                    "title_after",
                    models.CharField(blank=True, default="", max_length=120, verbose_name="Gelar belakang"),
                ),
                ("birth_place", models.CharField(blank=True, default="", max_length=120, verbose_name="Tempat lahir")),
                ("birth_date", models.DateField(verbose_name="Tanggal lahir")),
                ("sex", models.CharField(max_length=1, verbose_name="Jenis kelamin")),
                ("religion", models.CharField(blank=True, default="", max_length=40, verbose_name="Agama")),
                ("marital", models.CharField(blank=True, default="", max_length=40, verbose_name="Status kawin")),
                ("nik", models.CharField(blank=True, default="", max_length=16, verbose_name="NIK")),
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
                        to="personnel.identityrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["employee", "-effective_from"], name="identityrecord_by_day"),
                    models.Index(
                        condition=models.Q(("nik", ""), _negated=True), fields=["nik"], name="identityrecord_by_nik"
                    ),
                    models.Index(fields=["birth_date"], name="identityrecord_by_birth_date"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="identityrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="identityrecord_superseded_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="KinshipRecord",
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
                ("relation", models.CharField(max_length=20, verbose_name="Hubungan")),
                ("relative_name", models.CharField(max_length=200, verbose_name="Nama keluarga")),
                ("relative_birth_date", models.DateField(blank=True, null=True, verbose_name="Tanggal lahir")),
                ("relative_nik", models.CharField(blank=True, default="", max_length=16, verbose_name="NIK")),
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
                    "relative_employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="personnel.employee",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="personnel.kinshiprecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["employee", "-effective_from"], name="kinshiprecord_by_day"),
                    models.Index(fields=["relative_employee"], name="kinshiprecord_by_relative"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="kinshiprecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="kinshiprecord_superseded_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonalDataReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(max_length=300, verbose_name="Keperluan")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="personnel.employee"
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["employee", "-at"], name="personaldatareading_by_person")],
            },
        ),
        migrations.CreateModel(
            name="PositionRecord",
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
                ("title", models.CharField(max_length=300, verbose_name="Nama jabatan")),
                (
                    "unit_name",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="Nama unit saat itu"),
                ),
                ("kind", models.CharField(max_length=20, verbose_name="Jenis jabatan")),
                ("career_level", models.CharField(default="tidak_ada", max_length=20, verbose_name="Jenjang")),
                ("echelon", models.CharField(blank=True, default="", max_length=6, verbose_name="Eselon")),
                (
                    "assignment",
                    models.CharField(
                        choices=[
                            ("definitif", "Definitif"),
                            ("plt", "Pelaksana tugas (Plt.)"),
                            ("plh", "Pelaksana harian (Plh.)"),
                            ("pj", "Penjabat (Pj.)"),
                            ("tambahan", "Tugas tambahan"),
                        ],
                        default="definitif",
                        max_length=10,
                        verbose_name="Penugasan",
                    ),
                ),
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
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to="organization.seat",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="personnel.positionrecord",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to="organization.orgunit",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="positionrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="positionrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="positionrecord_superseded_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("effective_from")), _connector="OR"
                        ),
                        name="positionrecord_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RankRecord",
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
                ("grade", models.CharField(max_length=5, verbose_name="Golongan/ruang")),
                ("service_years", models.PositiveSmallIntegerField(default=0, verbose_name="Masa kerja, tahun")),
                ("service_months", models.PositiveSmallIntegerField(default=0, verbose_name="Masa kerja, bulan")),
                (
                    "promotion_kind",
                    models.CharField(blank=True, default="", max_length=80, verbose_name="Jenis kenaikan pangkat"),
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
                        to="personnel.rankrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="rankrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="rankrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="rankrecord_superseded_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusRecord",
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
                ("status", models.CharField(max_length=20, verbose_name="Status")),
                ("standing", models.CharField(default="Aktif", max_length=80, verbose_name="Kedudukan hukum")),
                ("appointed_on", models.DateField(verbose_name="TMT CPNS atau perjanjian kerja")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="TMT PNS")),
                ("active", models.BooleanField(default=True, verbose_name="Aktif")),
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
                        to="personnel.statusrecord",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["employee", "-effective_from"], name="statusrecord_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction", ""), ("supersedes", None)),
                            models.Q(models.Q(("correction", ""), _negated=True), ("supersedes__isnull", False)),
                            _connector="OR",
                        ),
                        name="statusrecord_correction_names_its_row",
                    ),
                    models.UniqueConstraint(fields=("supersedes",), name="statusrecord_superseded_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EmployeeCurrent",
            fields=[
                (
                    "employee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="current",
                        serialize=False,
                        to="personnel.employee",
                    ),
                ),
                ("nip", models.CharField(max_length=18)),
                ("name", models.CharField(max_length=200)),
                ("full_name", models.CharField(max_length=400)),
                ("sex", models.CharField(max_length=1)),
                ("birth_date", models.DateField()),
                ("status", models.CharField(max_length=20)),
                ("standing", models.CharField(max_length=80)),
                ("active", models.BooleanField()),
                ("appointed_on", models.DateField(null=True)),
                ("grade", models.CharField(max_length=5)),
                ("grade_order", models.SmallIntegerField(default=0)),
                ("grade_since", models.DateField(null=True)),
                ("service_years", models.SmallIntegerField(default=0)),
                ("service_months", models.SmallIntegerField(default=0)),
                ("title", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=20)),
                ("echelon", models.CharField(max_length=6)),
                ("career_level", models.CharField(max_length=20)),
                ("position_since", models.DateField(null=True)),
                ("unit_name", models.CharField(max_length=300)),
                ("education", models.CharField(max_length=10)),
                ("education_field", models.CharField(max_length=200)),
                ("retires_on", models.DateField(null=True)),
                ("search", models.TextField()),
                (
                    "seat",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holders",
                        to="organization.seat",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="organization.orgunit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(models.F("search"), name="gin_trgm_ops"),
                        name="employeecurrent_search",
                    ),
                    models.Index(fields=["name", "employee"], name="employeecurrent_by_name"),
                    models.Index(fields=["nip"], name="employeecurrent_by_nip"),
                    models.Index(fields=["unit", "name", "employee"], name="employeecurrent_by_unit"),
                    models.Index(fields=["kind", "name", "employee"], name="employeecurrent_by_kind"),
                    models.Index(fields=["grade", "name", "employee"], name="employeecurrent_by_grade"),
                    models.Index(fields=["status", "name", "employee"], name="employeecurrent_by_status"),
                    models.Index(
                        condition=models.Q(("active", True)),
                        fields=["retires_on", "name"],
                        name="employeecurrent_by_retirement",
                    ),
                ],
            },
        ),
    ]
