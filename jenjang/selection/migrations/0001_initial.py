import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from jenjang.kernel import schema
from jenjang.ledger.operations import SealMany


class Migration(schema.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("kernel", "0001_initial"),
        ("ledger", "0001_initial"),
        ("organization", "0001_initial"),
        ("personnel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "begun_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="personnel.employee",
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "begun_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ApplicationDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                (
                    "added_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="selection.application",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.document"
                    ),
                ),
            ],
            options={
                "ordering": ["application", "kind", "-added_at"],
            },
        ),
        migrations.CreateModel(
            name="ApplicationFacts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.TextField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="selection.application"
                    ),
                ),
            ],
            options={
                "ordering": ["application", "-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("drawn", models.PositiveSmallIntegerField(verbose_name="Nomor undian")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "application",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidate",
                        to="selection.application",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidacies",
                        to="personnel.employee",
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "drawn"],
            },
        ),
        migrations.CreateModel(
            name="Criteria",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("content", models.TextField()),
                ("law_on", models.DateField(verbose_name="Hukum per")),
                ("law_snapshot", models.CharField(max_length=64)),
                (
                    "published_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                (
                    "policy_version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.policyversion",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-version"],
            },
        ),
        migrations.CreateModel(
            name="ExternalApplicant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                ("nip", models.CharField(max_length=18, unique=True, verbose_name="NIP")),
                ("nik", models.CharField(blank=True, default="", max_length=16, verbose_name="NIK")),
                ("birth_date", models.DateField(verbose_name="Tanggal lahir")),
                ("agency_name", models.CharField(max_length=300, verbose_name="Instansi asal")),
                ("email", models.EmailField(max_length=254, verbose_name="Surel")),
                ("phone", models.CharField(blank=True, default="", max_length=20, verbose_name="Telepon")),
                (
                    "registered_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="external_applicant",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="application",
            name="external",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="selection.externalapplicant",
            ),
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=40)),
                ("words", models.TextField(max_length=4000, verbose_name="Keberatan")),
                ("closes_on", models.DateField(verbose_name="Batas keberatan")),
                ("answer_by", models.DateField(verbose_name="Dijawab paling lambat")),
                (
                    "filed_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-filed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ObjectionEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.CharField(blank=True, default="", max_length=300)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.document"
                    ),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="selection.objection"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Panel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("decree_number", models.CharField(max_length=100, verbose_name="Nomor SK")),
                ("decree_date", models.DateField(verbose_name="Tanggal SK")),
                (
                    "formed_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "formed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="Tanggal")),
                ("place", models.CharField(max_length=200, verbose_name="Tempat")),
                ("notes", models.TextField(blank=True, default="", max_length=10000, verbose_name="Risalah")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="selection.panel"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PanelMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="Nama")),
                ("origin", models.CharField(max_length=300, verbose_name="Jabatan atau lembaga")),
                ("nik", models.CharField(blank=True, default="", max_length=16, verbose_name="NIK")),
                ("birth_date", models.DateField(null=True, verbose_name="Tanggal lahir")),
                (
                    "seat",
                    models.CharField(
                        choices=[
                            ("ketua", "Ketua"),
                            ("sekretaris", "Sekretaris"),
                            ("anggota", "Anggota"),
                            ("cadangan", "Anggota cadangan"),
                        ],
                        max_length=12,
                        verbose_name="Kedudukan",
                    ),
                ),
                ("internal", models.BooleanField(verbose_name="Dari dalam instansi")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "employee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="personnel.employee",
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="selection.panel"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panel_memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["panel", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("panel", "user"), name="panel_has_a_member_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("seat", "ketua")), fields=("panel",), name="panel_has_one_chair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("internal", False), ("employee__isnull", False), _connector="OR"),
                        name="panel_member_from_inside_is_an_employee",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingAttendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="selection.meeting"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="selection.panelmember"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "member"), name="member_attends_a_meeting_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="present",
            field=models.ManyToManyField(
                related_name="meetings", through="selection.MeetingAttendance", to="selection.panelmember"
            ),
        ),
        migrations.CreateModel(
            name="MarkSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("component", models.CharField(max_length=20)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="selection.panelmember"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("member", "component"), name="mark_sheet_is_locked_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MarkDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("component", models.CharField(max_length=20)),
                ("aspect", models.CharField(blank=True, default="", max_length=40)),
                ("score", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="selection.candidate"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mark_drafts",
                        to="selection.panelmember",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "candidate", "component", "aspect"), name="mark_is_drafted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score", None), models.Q(("score__gte", 0), ("score__lte", 100)), _connector="OR"
                        ),
                        name="drafted_mark_is_between_0_and_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InterestDeclaration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tidak_ada", "Tidak ada kepentingan"),
                            ("keluarga", "Keluarga atau kerabat"),
                            ("usaha", "Usaha atau keuangan"),
                            ("afiliasi", "Afiliasi"),
                            ("pekerjaan_luar", "Pekerjaan di luar tugas"),
                            ("lain", "Kepentingan lain"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "candidate",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="selection.candidate",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="selection.panelmember",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "tidak_ada"),
                            models.Q(("candidate__isnull", False), models.Q(("words", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="declared_interest_names_candidate_and_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True, default="", max_length=4000, verbose_name="Catatan")),
                ("capacity", models.CharField(max_length=200, verbose_name="Bertindak sebagai")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("passed_over_first", models.BooleanField(verbose_name="Bukan peringkat pertama")),
                (
                    "reason_kind",
                    models.CharField(
                        choices=[
                            ("peringkat_pertama", "Peringkat pertama"),
                            ("kesesuaian_jabatan", "Lebih sesuai dengan keperluan jabatan"),
                            ("pengalaman_bidang", "Pengalaman di bidang jabatan"),
                            ("kesinambungan_tugas", "Kesinambungan tugas"),
                            ("calon_berhalangan", "Calon di atasnya berhalangan"),
                            ("pertimbangan_teknis", "Pertimbangan teknis BKN"),
                        ],
                        max_length=24,
                    ),
                ),
                ("words", models.TextField(blank=True, default="", max_length=4000, verbose_name="Alasan")),
                ("findings", models.TextField()),
                ("capacity", models.CharField(max_length=200, verbose_name="Bertindak sebagai")),
                ("law_snapshot", models.CharField(max_length=64)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "chosen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="selection.candidate"
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="selection.decision",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="selection.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Replacement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(max_length=2000)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="selection.candidate",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="selection.panelmember",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stands_in_for",
                        to="selection.panelmember",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "candidate"), name="member_is_replaced_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("member", models.F("replaced_by")), _negated=True),
                        name="nobody_replaces_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "scope",
                    models.CharField(choices=[("pegawai", "Semua pegawai"), ("pelamar", "Pelamar")], max_length=10),
                ),
                ("on", models.DateField(verbose_name="Keadaan per")),
                ("known_at", models.DateTimeField(verbose_name="Diketahui sampai")),
                (
                    "computed_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("program_version", models.CharField(max_length=40)),
                ("law_snapshot", models.CharField(max_length=64)),
                ("law_used", models.TextField(blank=True, default="")),
                ("examined", models.PositiveIntegerField()),
                ("eligible", models.PositiveIntegerField()),
                ("incomplete", models.PositiveIntegerField()),
                ("ineligible", models.PositiveIntegerField()),
                ("unsettled", models.PositiveIntegerField(default=0)),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                (
                    "computed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "criteria",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="selection.criteria"
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="selection.run",
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-number"],
            },
        ),
        migrations.CreateModel(
            name="OrderRuling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rank", models.PositiveIntegerField()),
                ("entries", models.TextField()),
                ("reason", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rulings", to="selection.run"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("run", "rank"), name="order_among_equals_is_ruled_once"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="order_ruling_says_why"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ObjectionAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("granted", models.BooleanField(verbose_name="Diterima")),
                ("words", models.TextField(max_length=4000, verbose_name="Jawaban")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "objection",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answer", to="selection.objection"
                    ),
                ),
                (
                    "new_run",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="selection.run"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="objection_answer_has_words"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RunEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("MS", "Memenuhi syarat"), ("BTL", "Belum lengkap"), ("TMS", "Tidak memenuhi syarat")],
                        max_length=3,
                    ),
                ),
                ("rank", models.PositiveIntegerField(null=True)),
                ("score", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("tied", models.BooleanField(default=False)),
                ("components", models.TextField(blank=True, default="")),
                ("unmet", models.TextField(blank=True, default="")),
                ("missing", models.TextField(blank=True, default="")),
                ("inputs", models.TextField()),
                (
                    "application",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="run_entries",
                        to="selection.application",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="run_entries",
                        to="personnel.employee",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="selection.run"
                    ),
                ),
            ],
            options={
                "ordering": ["run", "rank", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("rank__isnull", False)), fields=["run", "rank"], name="run_entry_by_rank"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("run", "employee"), name="run_entry_ranks_an_employee_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("application__isnull", False)),
                        fields=("run", "application"),
                        name="run_entry_ranks_an_application_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("employee__isnull", False), ("application__isnull", False), _connector="OR"
                        ),
                        name="run_entry_is_about_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rank__isnull", False), ("score__isnull", False), ("verdict", "MS")),
                            models.Q(("rank", None), ("verdict__in", ["BTL", "TMS"])),
                            _connector="OR",
                        ),
                        name="run_entry_has_rank_and_score_only_when_eligible",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="objection",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="objections", to="selection.runentry"
            ),
        ),
        migrations.CreateModel(
            name="RunVoid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="void", to="selection.run"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="run_void_says_why")
                ],
            },
        ),
        migrations.CreateModel(
            name="Shortlist",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(blank=True, default="", max_length=4000, verbose_name="Pertimbangan")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shortlists",
                        to="selection.meeting",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shortlists", to="selection.run"
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="proposal",
            name="shortlist",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="selection.shortlist"
            ),
        ),
        migrations.CreateModel(
            name="ShortlistName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField(verbose_name="Urutan")),
                ("rank", models.PositiveSmallIntegerField(verbose_name="Peringkat")),
                ("score", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="Nilai")),
                ("strength", models.CharField(blank=True, default="", max_length=500, verbose_name="Terkuat")),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="selection.candidate"
                    ),
                ),
                (
                    "shortlist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="names", to="selection.shortlist"
                    ),
                ),
            ],
            options={
                "ordering": ["shortlist", "place"],
                "constraints": [
                    models.UniqueConstraint(fields=("shortlist", "place"), name="shortlist_place_is_filled_once"),
                    models.UniqueConstraint(fields=("shortlist", "candidate"), name="candidate_is_shortlisted_once"),
                    models.CheckConstraint(
                        condition=models.Q(("place__gte", 1), ("place__lte", 3)), name="shortlist_has_three_places"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StageResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "component",
                    models.CharField(
                        choices=[
                            ("rekam_jejak", "Rekam jejak"),
                            ("kompetensi", "Asesmen kompetensi"),
                            ("makalah", "Makalah"),
                            ("wawancara", "Wawancara"),
                        ],
                        max_length=20,
                    ),
                ),
                ("score", models.DecimalField(decimal_places=2, max_digits=5)),
                ("origin", models.CharField(max_length=200, verbose_name="Asal nilai")),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="results", to="selection.application"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.document"
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="selection.stageresult",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("supersedes", None)),
                        fields=("application", "component"),
                        name="stage_result_is_given_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)),
                        name="stage_result_is_between_0_and_100",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes", None), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="stage_result_correction_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("orang_sama", "Orang yang sama"),
                            ("keluarga", "Keluarga"),
                            ("atasan_bawahan", "Atasan atau bawahan langsung"),
                            ("mungkin_keluarga", "Mungkin keluarga"),
                        ],
                        max_length=20,
                    ),
                ),
                ("certain", models.BooleanField()),
                ("relation", models.CharField(max_length=200, verbose_name="Hubungan")),
                ("degree", models.PositiveSmallIntegerField(null=True, verbose_name="Derajat")),
                ("evidence", models.TextField(verbose_name="Sumber")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ties", to="selection.candidate"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ties", to="selection.panelmember"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "candidate", "kind", "relation"), name="tie_is_found_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recusals", to="selection.candidate"
                    ),
                ),
                (
                    "declaration",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="selection.interestdeclaration",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="recusals", to="selection.panelmember"
                    ),
                ),
                (
                    "tie",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="selection.tie"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "candidate"), name="member_is_recused_once_for_a_candidate"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("declaration", None), ("tie__isnull", False)),
                            models.Q(("declaration__isnull", False), ("tie", None)),
                            _connector="OR",
                        ),
                        name="recusal_has_one_ground",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TieRuling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("holds", models.BooleanField(verbose_name="Benar ada hubungan")),
                ("reason", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "tie",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ruling", to="selection.tie"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="tie_ruling_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Vacancy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="Nomor")),
                (
                    "method",
                    models.CharField(
                        choices=[("tim_penilai", "Tim penilai kinerja"), ("seleksi_terbuka", "Seleksi terbuka")],
                        max_length=20,
                        verbose_name="Cara pengisian",
                    ),
                ),
                ("position_kind", models.CharField(max_length=20, verbose_name="Jenis jabatan")),
                ("title", models.CharField(max_length=300, verbose_name="Jabatan")),
                ("unit_name", models.CharField(max_length=300, verbose_name="Unit")),
                ("echelon", models.CharField(blank=True, default="", max_length=6, verbose_name="Eselon")),
                ("vacant_from", models.DateField(blank=True, null=True, verbose_name="Kosong sejak")),
                ("call_from", models.DateField(blank=True, null=True, verbose_name="Pengumuman mulai")),
                ("call_until", models.DateField(blank=True, null=True, verbose_name="Pengumuman sampai")),
                (
                    "opened_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="vacancies", to="organization.seat"
                    ),
                ),
            ],
            options={
                "ordering": ["-opened_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("call_from", None), ("call_until", None)),
                            ("call_until__gte", models.F("call_from")),
                            _connector="OR",
                        ),
                        name="vacancy_call_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ["tim_penilai", "seleksi_terbuka"])),
                        name="vacancy_method_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TechnicalApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=100, verbose_name="Nomor")),
                ("dated_on", models.DateField(verbose_name="Tanggal")),
                ("approved", models.BooleanField(verbose_name="Disetujui")),
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
                        related_name="technical_approvals",
                        to="selection.vacancy",
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="technical_approval_has_a_number"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="shortlist",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="shortlists", to="selection.vacancy"
            ),
        ),
        migrations.AddField(
            model_name="run",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="selection.vacancy"
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="selection.vacancy"
            ),
        ),
        migrations.CreateModel(
            name="PlannedStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=20)),
                ("due_on", models.DateField()),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="selection.vacancy"
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("vacancy", "state"), name="vacancy_step_is_planned_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="panel",
            name="vacancy",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="panel", to="selection.vacancy"
            ),
        ),
        migrations.CreateModel(
            name="Decree",
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
                ("number", models.CharField(max_length=100, unique=True, verbose_name="Nomor")),
                ("dated_on", models.DateField(verbose_name="Tanggal")),
                ("effective_from", models.DateField(null=True, verbose_name="TMT")),
                ("fields", models.TextField()),
                ("signed_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decrees",
                        to="selection.decision",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="decrees", to="selection.vacancy"
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "dated_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision__isnull", False)),
                        fields=("decision", "kind"),
                        name="decision_has_one_decree_of_a_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("peringkat_pertama", "Peringkat pertama"),
                            ("kesesuaian_jabatan", "Lebih sesuai dengan keperluan jabatan"),
                            ("pengalaman_bidang", "Pengalaman di bidang jabatan"),
                            ("kesinambungan_tugas", "Kesinambungan tugas"),
                            ("calon_berhalangan", "Calon di atasnya berhalangan"),
                            ("pertimbangan_teknis", "Pertimbangan teknis BKN"),
                        ],
                        default="",
                        max_length=24,
                    ),
                ),
                ("words", models.TextField(blank=True, default="", max_length=4000)),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "chosen",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="selection.candidate",
                    ),
                ),
                (
                    "vacancy",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decision_draft",
                        to="selection.vacancy",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="decision",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="selection.vacancy"
            ),
        ),
        migrations.CreateModel(
            name="CriteriaDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.TextField()),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vacancy",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criteria_draft",
                        to="selection.vacancy",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="criteria",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="criteria", to="selection.vacancy"
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="candidates", to="selection.vacancy"
            ),
        ),
        migrations.CreateModel(
            name="CallExtension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(verbose_name="Sampai")),
                ("reason", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="selection.vacancy"
                    ),
                ),
            ],
            options={
                "ordering": ["vacancy", "until"],
                "constraints": [
                    models.UniqueConstraint(fields=("vacancy", "until"), name="call_is_extended_once_to_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="call_extension_says_why"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="application",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="applications", to="selection.vacancy"
            ),
        ),
        migrations.CreateModel(
            name="VacancyTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveSmallIntegerField()),
                ("from_state", models.CharField(blank=True, default="", max_length=20)),
                ("to_state", models.CharField(max_length=20)),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="transitions", to="selection.vacancy"
                    ),
                ),
            ],
            options={
                "db_table": "selection_vacancy_transition",
                "ordering": ["vacancy", "sequence"],
                "constraints": [
                    models.UniqueConstraint(fields=("vacancy", "sequence"), name="vacancy_moves_one_at_a_time")
                ],
            },
        ),
        migrations.CreateModel(
            name="WillingnessRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answer_by", models.DateField(verbose_name="Jawab paling lambat")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="personnel.employee"
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="willingness_requests",
                        to="selection.vacancy",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("vacancy", "employee"), name="employee_is_asked_once_for_a_vacancy")
                ],
            },
        ),
        migrations.CreateModel(
            name="Willingness",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("willing", models.BooleanField(verbose_name="Bersedia")),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="selection.willingnessrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["request", "-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ApplicationTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveSmallIntegerField()),
                ("from_state", models.CharField(blank=True, default="", max_length=20)),
                ("to_state", models.CharField(max_length=20)),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions",
                        to="selection.application",
                    ),
                ),
            ],
            options={
                "db_table": "selection_application_transition",
                "ordering": ["application", "sequence"],
                "constraints": [
                    models.UniqueConstraint(fields=("application", "sequence"), name="application_moves_one_at_a_time")
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                (
                    "verdict",
                    models.CharField(
                        choices=[("MS", "Memenuhi syarat"), ("BTL", "Belum lengkap"), ("TMS", "Tidak memenuhi syarat")],
                        max_length=3,
                    ),
                ),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="selection.application"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.document"
                    ),
                ),
            ],
            options={
                "ordering": ["application", "kind", "-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict", "MS"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="document_check_that_fails_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("aspect", models.CharField(blank=True, default="", max_length=40)),
                ("score", models.DecimalField(decimal_places=2, max_digits=5)),
                ("note", models.CharField(blank=True, default="", max_length=500)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="marks", to="selection.candidate"
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="marks", to="selection.marksheet"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sheet", "candidate", "aspect"), name="mark_is_given_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 100)), name="mark_is_between_0_and_100"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergedMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("component", models.CharField(max_length=20)),
                ("score", models.DecimalField(decimal_places=2, max_digits=5)),
                ("markers", models.PositiveSmallIntegerField(verbose_name="Jumlah penilai")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_marks",
                        to="selection.candidate",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("candidate", "component"), name="marks_are_merged_once"),
                    models.CheckConstraint(condition=models.Q(("markers__gte", 1)), name="merged_mark_has_a_marker"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ObjectionTransition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveSmallIntegerField()),
                ("from_state", models.CharField(blank=True, default="", max_length=20)),
                ("to_state", models.CharField(max_length=20)),
                ("reason", models.TextField(blank=True, default="", max_length=2000)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "objection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions",
                        to="selection.objection",
                    ),
                ),
            ],
            options={
                "db_table": "selection_objection_transition",
                "ordering": ["objection", "sequence"],
                "constraints": [
                    models.UniqueConstraint(fields=("objection", "sequence"), name="objection_moves_one_at_a_time")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="objection_says_what_is_wrong"
            ),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(fields=("vacancy", "number"), name="run_number_is_used_once"),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.CheckConstraint(
                condition=models.Q(("supersedes", None), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="run_that_supersedes_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "examined",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("eligible"), "+", models.F("incomplete")
                            ),
                            "+",
                            models.F("ineligible"),
                        ),
                    )
                ),
                name="run_counts_everybody",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("supersedes", None)), fields=("vacancy",), name="vacancy_is_decided_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("passed_over_first", False), models.Q(("words", ""), _negated=True), _connector="OR"
                ),
                name="decision_that_passes_over_first_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="criteria",
            constraint=models.UniqueConstraint(
                fields=("vacancy", "version"), name="criteria_version_is_published_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="criteria",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__lte", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="criteria_change_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(fields=("vacancy", "employee"), name="employee_is_a_candidate_once"),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.UniqueConstraint(fields=("vacancy", "drawn"), name="candidate_number_is_drawn_once"),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("employee__isnull", False), ("application__isnull", False), _connector="OR"),
                name="candidate_is_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("employee__isnull", False), ("external", None)),
                    models.Q(("employee", None), ("external__isnull", False)),
                    _connector="OR",
                ),
                name="application_is_of_one_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(fields=("vacancy", "employee"), name="employee_applies_once"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(fields=("vacancy", "external"), name="external_applicant_applies_once"),
        ),
        SealMany(
            "VacancyTransition",
            "Criteria",
            "CallExtension",
            "Run",
            "RunVoid",
            "OrderRuling",
            "Willingness",
            "ApplicationTransition",
            "ApplicationFacts",
            "DocumentCheck",
            "StageResult",
            "PanelMember",
            "Tie",
            "TieRuling",
            "InterestDeclaration",
            "Recusal",
            "Replacement",
            "MarkSheet",
            "Mark",
            "MergedMark",
            "Meeting",
            "MeetingAttendance",
            "Shortlist",
            "ShortlistName",
            "Proposal",
            "TechnicalApproval",
            "Decision",
            "Decree",
            "Objection",
            "ObjectionEvidence",
            "ObjectionTransition",
            "ObjectionAnswer",
        ),
        SealMany("RunEntry", "WillingnessRequest", "Candidate", person="employee_id"),
    ]
