"""Riwayat: what is known of a person is appended, never edited. Two times stand in every row.

`effective_from` (TMT) is the day from which a fact counts; `recorded_at` is the moment this program learnt it. A correction
is a new row that names the one it supersedes.
"""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now


class Correction(models.TextChoices):
    """Koreksi: what a row does to the row that it supersedes."""

    NONE = "", "–"
    CORRECTED = "koreksi", "Koreksi"
    CANCELLED = "batal", "Dibatalkan"


class Source(models.TextChoices):
    """Sumber: the way by which a row came in."""

    IMPORT = "impor", "Impor SIASN"
    OFFICER = "petugas", "Petugas kepegawaian"
    DECISION = "keputusan", "Keputusan di Jenjang"
    DEMO = "peragaan", "Data peragaan"


class HistoryQuerySet(models.QuerySet):
    """Reads of a history as it stood."""

    def known(self, at: datetime | None = None) -> Self:
        """Rows recorded by then, without those superseded by then and without cancellations."""
        later = self.model._base_manager.filter(supersedes=OuterRef("pk"))
        if at is not None:
            later = later.filter(recorded_at__lte=at)
        rows = self.filter(~Exists(later)).exclude(correction=Correction.CANCELLED)
        return rows if at is None else rows.filter(recorded_at__lte=at)

    def as_of(self, day: date, known_at: datetime | None = None) -> Self:
        """Rows in effect on a day, newest first: `effective_from`, then `recorded_at`, then id."""
        return self.known(known_at).filter(effective_from__lte=day).order_by("-effective_from", "-recorded_at", "-pk")

    def current(self, day: date, known_at: datetime | None = None) -> Self:
        """One row a person: the newest in effect on the day."""
        return (
            self.as_of(day, known_at)
            .order_by("employee_id", "-effective_from", "-recorded_at", "-pk")
            .distinct("employee_id")
        )


class HistoryRecord(models.Model):
    """Riwayat: a dated fact about one person, with the decree behind it."""

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    effective_from = models.DateField("TMT")
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    correction = models.CharField(max_length=8, choices=Correction, blank=True, default=Correction.NONE)
    reason = models.CharField(max_length=500, blank=True, default="")
    decree_number = models.CharField("Nomor SK", max_length=100, blank=True, default="")
    decree_date = models.DateField("Tanggal SK", null=True, blank=True)
    decree_by = models.CharField("Pejabat", max_length=200, blank=True, default="")
    document = models.ForeignKey("kernel.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=12, choices=Source, default=Source.OFFICER)
    siasn_id = models.CharField(max_length=42, blank=True, default="")

    objects = HistoryQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["employee", "-effective_from"], name="%(class)s_by_day")]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_correction_names_its_row",
                condition=Q(correction="", supersedes=None) | (~Q(correction="") & Q(supersedes__isnull=False)),
            ),
            models.UniqueConstraint(fields=["supersedes"], name="%(class)s_superseded_once"),
        ]


class DatedRecord(models.Model):
    """Catatan bertanggal about a thing that is no person: day of effect, moment of record, decree."""

    effective_from = models.DateField("Berlaku sejak")
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    decree_number = models.CharField("Nomor keputusan", max_length=100, blank=True, default="")
    decree_date = models.DateField("Tanggal keputusan", null=True, blank=True)
    decree_by = models.CharField("Pejabat", max_length=200, blank=True, default="")
    document = models.ForeignKey("kernel.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("Keterangan", max_length=500, blank=True, default="")
    source = models.CharField(max_length=12, choices=Source, default=Source.OFFICER)

    class Meta:
        abstract = True
