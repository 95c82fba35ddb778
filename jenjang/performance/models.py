"""Kinerja yang tercatat: yearly appraisals and 360-degree feedback."""

from django.db import models

from jenjang.kernel.histories import HistoryRecord


class AppraisalRecord(HistoryRecord):
    """Predikat kinerja tahunan (PermenPANRB 6/2022): both ratings of a year and the predicate that they give."""

    year = models.PositiveSmallIntegerField("Tahun")
    result_rating = models.CharField("Hasil kerja", max_length=20, blank=True, default="")
    behaviour_rating = models.CharField("Perilaku kerja", max_length=20, blank=True, default="")
    predicate = models.CharField("Predikat", max_length=20)

    class Meta(HistoryRecord.Meta):
        indexes = [
            *HistoryRecord.Meta.indexes,
            models.Index(fields=["year", "employee"], name="appraisalrecord_by_year"),
        ]


class Feedback360Record(HistoryRecord):
    """Umpan balik 360 derajat: the predicate that superiors, peers and staff gave together."""

    year = models.PositiveSmallIntegerField("Tahun")
    predicate = models.CharField("Predikat", max_length=20)
    raters = models.PositiveSmallIntegerField("Jumlah penilai", default=0)
