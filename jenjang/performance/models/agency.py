"""Kinerja organisasi: what units set out to reach, agreed upwards, with what was reached and the predicate of it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.performance.models.year import PerformanceYear


class Perspective(models.TextChoices):
    """Perspektif indikator JPT dan pimpinan unit mandiri (PermenPANRB 6/2022)."""

    CUSTOMER = "penerima_layanan", "Penerima layanan"
    PROCESS = "proses_bisnis", "Proses bisnis"
    STRENGTHENING = "penguatan_internal", "Penguatan internal"
    BUDGET = "anggaran", "Anggaran"


class Objective(models.Model):
    """Sasaran kinerja unit: what a unit wants to have reached this year; `parent` is the objective that it serves."""

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="objectives")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="objectives")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="serving")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField("Sasaran", max_length=500)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["unit", "order", "pk"]
        indexes = [models.Index(fields=["year", "unit", "order"], name="objective_of_unit")]

    def __str__(self) -> str:
        return self.text


class UnitIndicator(models.Model):
    """Indikator kinerja unit: how one sees that an objective is reached, and its target for the year."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="indicators")
    order = models.PositiveSmallIntegerField(default=0)
    perspective = models.CharField("Perspektif", max_length=20, choices=Perspective, blank=True, default="")
    text = models.CharField("Indikator", max_length=500)
    target = models.CharField("Target", max_length=200)
    target_number = models.DecimalField("Target, angka", max_digits=16, decimal_places=2, null=True, blank=True)
    measure = models.CharField("Satuan", max_length=60, blank=True, default="")

    class Meta:
        ordering = ["objective", "order", "pk"]

    def __str__(self) -> str:
        return self.text


class UnitAgreement(models.Model):
    """Perjanjian kinerja: objectives, indicators and targets of a unit as its head and the leader above agreed. Sealed."""

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="agreements")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    content = models.TextField()
    reason = models.CharField(max_length=500, blank=True, default="")
    head = models.ForeignKey("personnel.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField("Disepakati")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "unit", "version"], name="unitagreement_version_once"),
            models.CheckConstraint(
                name="unitagreement_change_says_why", condition=Q(version=1) | ~Q(reason="")
            ),
        ]  # fmt: skip


class AgreementProposal(models.Model):
    """Usul perjanjian kinerja: put before the leader above; while it waits, nothing in it is rewritten."""

    class State(models.TextChoices):
        OPEN = "menunggu", "Menunggu kesepakatan"
        AGREED = "disepakati", "Disepakati"
        RETURNED = "dikembalikan", "Dikembalikan"
        WITHDRAWN = "ditarik", "Ditarik kembali"

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="proposals")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("Alasan perubahan", max_length=500, blank=True, default="")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(db_default=Now(), editable=False)
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    answer = models.CharField("Alasan dikembalikan", max_length=500, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["year", "unit", "-id"], name="agreementproposal_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "unit"], condition=Q(state="menunggu"), name="agreementproposal_one_waits"
            ),
            models.CheckConstraint(
                name="agreementproposal_settled_with_a_time",
                condition=Q(state="menunggu", settled_by=None, settled_at=None)
                | ~Q(state="menunggu") & Q(settled_by__isnull=False, settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="agreementproposal_returned_with_a_reason", condition=~Q(state="dikembalikan") | ~Q(answer="")
            ),
        ]


class UnitResult(models.Model):
    """Capaian kinerja unit: what was reached of an indicator by the end of a period. The newest row counts. Sealed."""

    indicator = models.ForeignKey(UnitIndicator, on_delete=models.PROTECT, related_name="results")
    period = models.PositiveSmallIntegerField("Periode")
    text = models.CharField("Capaian", max_length=500)
    number = models.DecimalField("Capaian, angka", max_digits=16, decimal_places=2, null=True, blank=True)
    document = models.ForeignKey("kernel.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["indicator", "period", "-id"], name="unitresult_newest")]


class UnitPredicate(models.Model):
    """Predikat kinerja organisasi: of a unit for a period (0 = the year), set one level above. The newest counts. Sealed."""

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="unit_predicates")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    period = models.PositiveSmallIntegerField("Periode", default=0)
    predicate = models.CharField("Predikat", max_length=20)
    reason = models.CharField("Alasan", max_length=1000)
    recommendation = models.CharField(
        "Rekomendasi unit perencanaan dan pengawasan", max_length=1000, blank=True, default=""
    )
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["year", "period", "unit", "-id"], name="unitpredicate_newest")]
        constraints = [models.CheckConstraint(name="unitpredicate_says_why", condition=~Q(reason=""))]


class DistributionOverride(models.Model):
    """Pengecualian pola distribusi: why a unit's predicates stay as they are although the pattern is broken. Sealed.

    `findings` is the decision's JSON as it was shown.
    """

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="overrides")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    period = models.PositiveSmallIntegerField("Periode", default=0)
    reason = models.CharField("Alasan", max_length=1000)
    findings = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["year", "period", "unit", "-id"], name="distributionoverride_newest")]
        constraints = [models.CheckConstraint(name="distributionoverride_says_why", condition=~Q(reason=""))]


class Tally(models.Model):
    """Hitungan per unit: how many SKP or evaluations stand in which state, with which predicate.

    A projection, kept by whatever moves them, so that no page counts a whole city. `period`: -1 for SKP, 0 for the year.
    """

    year = models.ForeignKey(PerformanceYear, on_delete=models.CASCADE, related_name="tallies")
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.CASCADE, related_name="+")
    period = models.SmallIntegerField()
    state = models.CharField(max_length=20)
    predicate = models.CharField(max_length=20, blank=True, default="")
    people = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "period", "unit", "state", "predicate"], name="tally_once"),
        ]


class PatternReading(models.Model):
    """Pembacaan pola penilai satu masa: when everybody's way of rating was last looked at, and the agency's own share.

    A projection, read anew each night while anything changes: comparing every appraiser of a large city takes longer than a page.
    """

    year = models.ForeignKey(PerformanceYear, on_delete=models.CASCADE, related_name="+")
    period = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    people = models.IntegerField()
    above = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "period"], name="patternreading_once")]


class AppraiserPattern(models.Model):
    """Pola yang terbaca dari seorang penilai: how many people, and the codes of what was seen; `place` orders the list."""

    reading = models.ForeignKey(PatternReading, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveIntegerField()
    appraiser = models.ForeignKey("personnel.Employee", on_delete=models.CASCADE, related_name="+")
    people = models.IntegerField()
    codes = ArrayField(models.CharField(max_length=20))

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["reading", "place"], name="appraiserpattern_once")]
