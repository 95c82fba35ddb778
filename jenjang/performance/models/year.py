"""Tahun kinerja: the yearly cycle of the agency, and how far it has come."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from jenjang.kernel.transitions import TransitionRecord


class Rhythm(models.TextChoices):
    """Irama evaluasi periodik (PermenPANRB 6/2022 Pasal 24): what the agency chose for a year."""

    MONTHLY = "bulanan", "Bulanan"
    QUARTERLY = "triwulanan", "Triwulanan"


class PerformanceYear(models.Model):
    """Tahun kinerja: opened by the personnel office with the rhythm of its periods; closed once, for everybody.

    `state` is a projection of the newest transition.
    """

    year = models.PositiveSmallIntegerField("Tahun", unique=True)
    rhythm = models.CharField("Irama evaluasi", max_length=12, choices=Rhythm)
    state = models.CharField(max_length=12, default="berjalan")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


class PerformanceYearTransition(TransitionRecord):
    """Perpindahan tahun kinerja. Sealed."""

    year = models.ForeignKey(PerformanceYear, on_delete=models.PROTECT, related_name="transitions")

    class Meta:
        db_table = "performance_performanceyear_transition"
        constraints = [models.UniqueConstraint(fields=["year", "sequence"], name="performanceyear_moves_one_by_one")]


class UnitAppraiser(models.Model):
    """Pejabat penilai unit: who appraises its people where no head seat says it (a school, a clinic). Newest counts.

    Sealed: who rates whom decides careers.
    """

    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.PROTECT, related_name="+")
    appraiser = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    since = models.DateField("Sejak")
    decree_number = models.CharField("Nomor surat penunjukan", max_length=100, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["unit", "-since"], name="unitappraiser_newest")]
