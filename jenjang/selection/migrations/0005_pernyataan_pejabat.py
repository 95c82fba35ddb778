"""Who proposes or decides declares an interest first; a person settles what may be a tie."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [
        ("selection", "0004_run_entry_references"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficialInterest",
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
                        verbose_name="Jenis",
                    ),
                ),
                ("words", models.TextField(blank=True, default="", max_length=2000, verbose_name="Uraian")),
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
                        related_name="+",
                        to="selection.candidate",
                    ),
                ),
                (
                    "shortlist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interests", to="selection.shortlist"
                    ),
                ),
            ],
            options={
                "ordering": ["shortlist", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("shortlist", "by", "candidate"),
                        name="official_declares_once_about_a_candidate",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("candidate", None), ("kind", "tidak_ada")),
                            models.Q(
                                models.Q(("kind", "tidak_ada"), _negated=True),
                                ("candidate__isnull", False),
                                models.Q(("words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="official_interest_names_candidate_and_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficialTieRuling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("relation", models.CharField(max_length=200, verbose_name="Hubungan")),
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
                    "candidate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="selection.candidate"
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("official", "candidate"), name="official_tie_is_ruled_once"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="official_tie_ruling_says_why"
                    ),
                ],
            },
        ),
        SealMany("OfficialInterest", "OfficialTieRuling"),
    ]
