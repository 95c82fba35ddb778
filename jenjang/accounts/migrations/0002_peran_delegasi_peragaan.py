import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from jenjang.kernel import schema


class Migration(schema.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("atasan", "Atasan langsung"),
                            ("admin_opd", "Pengelola kepegawaian unit"),
                            ("bkpsdm", "Petugas BKPSDM"),
                            ("tim_penilai", "Anggota Tim Penilai Kinerja"),
                            ("pansel", "Anggota panitia seleksi"),
                            ("pyb", "Pejabat yang Berwenang (PyB)"),
                            ("ppk", "Pejabat Pembina Kepegawaian"),
                            ("inspektorat", "Inspektorat"),
                        ],
                        max_length=16,
                    ),
                ),
                ("scope_unit", models.CharField(blank=True, default="", max_length=64)),
                ("since", models.DateField()),
                ("reason", models.CharField(max_length=500)),
                ("recorded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "kind",
                    models.CharField(
                        choices=[("plt", "Pelaksana tugas (Plt.)"), ("plh", "Pelaksana harian (Plh.)")], max_length=3
                    ),
                ),
                ("until", models.DateField()),
                ("decree_number", models.CharField(max_length=100)),
                ("decree_date", models.DateField()),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations_held",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ends",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ended_by",
                        to="accounts.delegation",
                    ),
                ),
                (
                    "principal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations_given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["delegate", "since"], name="delegation_delegate_since")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))), name="delegation_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("principal", models.F("delegate")), _negated=True),
                        name="delegation_is_to_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DemoAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("atasan", "Atasan langsung"),
                            ("admin_opd", "Pengelola kepegawaian unit"),
                            ("bkpsdm", "Petugas BKPSDM"),
                            ("tim_penilai", "Anggota Tim Penilai Kinerja"),
                            ("pansel", "Anggota panitia seleksi"),
                            ("pyb", "Pejabat yang Berwenang (PyB)"),
                            ("ppk", "Pejabat Pembina Kepegawaian"),
                            ("inspektorat", "Inspektorat"),
                        ],
                        max_length=16,
                    ),
                ),
                ("note", models.CharField(blank=True, default="", max_length=200)),
                ("secret", models.CharField(max_length=64)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="demo_account",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GrantProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("atasan", "Atasan langsung"),
                            ("admin_opd", "Pengelola kepegawaian unit"),
                            ("bkpsdm", "Petugas BKPSDM"),
                            ("tim_penilai", "Anggota Tim Penilai Kinerja"),
                            ("pansel", "Anggota panitia seleksi"),
                            ("pyb", "Pejabat yang Berwenang (PyB)"),
                            ("ppk", "Pejabat Pembina Kepegawaian"),
                            ("inspektorat", "Inspektorat"),
                        ],
                        max_length=16,
                    ),
                ),
                ("scope_unit", models.CharField(blank=True, default="", max_length=64)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("reason", models.CharField(max_length=500)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("plt", "Pelaksana tugas (Plt.)"), ("plh", "Pelaksana harian (Plh.)")],
                        default="",
                        max_length=3,
                    ),
                ),
                ("decree_number", models.CharField(blank=True, default="", max_length=100)),
                ("decree_date", models.DateField(null=True)),
                ("proposed_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu persetujuan"),
                            ("disetujui", "Disetujui"),
                            ("ditolak", "Ditolak"),
                            ("ditarik", "Ditarik"),
                        ],
                        default="menunggu",
                        max_length=10,
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True)),
                ("answer", models.CharField(blank=True, default="", max_length=500)),
                (
                    "principal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(
                                models.Q(("settled_by", None), _negated=True),
                                models.Q(("settled_at", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="grantproposal_settled_by_and_at_together",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Installation",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("peragaan", "Peragaan"), ("nyata", "Nyata")], max_length=8)),
                ("marked_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="installation_is_one_row")],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pegawai", "Pegawai"),
                            ("atasan", "Atasan langsung"),
                            ("admin_opd", "Pengelola kepegawaian unit"),
                            ("bkpsdm", "Petugas BKPSDM"),
                            ("tim_penilai", "Anggota Tim Penilai Kinerja"),
                            ("pansel", "Anggota panitia seleksi"),
                            ("pyb", "Pejabat yang Berwenang (PyB)"),
                            ("ppk", "Pejabat Pembina Kepegawaian"),
                            ("inspektorat", "Inspektorat"),
                        ],
                        max_length=16,
                    ),
                ),
                ("scope_unit", models.CharField(blank=True, default="", max_length=64)),
                ("since", models.DateField()),
                ("reason", models.CharField(max_length=500)),
                ("recorded_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("until", models.DateField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ends",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ended_by",
                        to="accounts.rolegrant",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["user", "since"], name="rolegrant_user_since")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="rolegrant_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_by", None), ("proposed_by", None)),
                            models.Q(
                                ("approved_by__isnull", False),
                                ("proposed_by__isnull", False),
                                models.Q(("proposed_by", models.F("approved_by")), _negated=True),
                            ),
                            ("ends__isnull", False),
                            _connector="OR",
                        ),
                        name="rolegrant_needs_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UsedCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("counter", models.BigIntegerField()),
                ("used_at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "counter"), name="usedcode_once")],
            },
        ),
        migrations.CreateModel(
            name="UserSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("session_key", models.CharField(max_length=40, unique=True)),
                ("device", models.CharField(blank=True, default="", max_length=120)),
                ("address", models.GenericIPAddressField(null=True)),
                ("started_at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("email", ""), _negated=True),
                name="user_email_unique_if_given",
            ),
        ),
    ]
