"""Kompetensi: what a seat demands and what a person has shown."""

from django.db import models
from django.db.models import Q

from jenjang.kernel.histories import DatedRecord, HistoryRecord


def between_0_and_100(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(score__gte=0, score__lte=100))


class CompetencyRecord(HistoryRecord):
    """Penilaian kompetensi: the level shown in each competency, as canonical JSON, and the score (JPM) it gave."""

    achieved = models.TextField("Capaian", blank=True, default="{}")
    score = models.DecimalField("Nilai", max_digits=5, decimal_places=2)
    method = models.CharField("Metode", max_length=120, blank=True, default="")

    class Meta(HistoryRecord.Meta):
        constraints = [*HistoryRecord.Meta.constraints, between_0_and_100("competencyrecord_score_to_100")]


class PotentialRecord(HistoryRecord):
    """Penilaian potensi: one score of 0 to 100."""

    score = models.DecimalField("Nilai", max_digits=5, decimal_places=2)
    method = models.CharField("Metode", max_length=120, blank=True, default="")

    class Meta(HistoryRecord.Meta):
        constraints = [*HistoryRecord.Meta.constraints, between_0_and_100("potentialrecord_score_to_100")]


class TechnicalRecord(HistoryRecord):
    """Uji kompetensi teknis, in one field of work."""

    field = models.CharField("Bidang", max_length=200, blank=True, default="")
    score = models.DecimalField("Nilai", max_digits=5, decimal_places=2)

    class Meta(HistoryRecord.Meta):
        constraints = [*HistoryRecord.Meta.constraints, between_0_and_100("technicalrecord_score_to_100")]


class SeatStandard(DatedRecord):
    """Standar kompetensi jabatan: the level that a seat demands in each competency, as canonical JSON, from a day on."""

    seat = models.ForeignKey("organization.Seat", on_delete=models.PROTECT, related_name="standards")
    standard = models.TextField("Standar")

    class Meta:
        indexes = [models.Index(fields=["seat", "-effective_from"], name="seatstandard_by_day")]
