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


class PeriodicRecord(HistoryRecord):
    """Predikat kinerja periodik: what was rated elsewhere of months of a year, such as in e-Kinerja before a city came here."""

    year = models.PositiveSmallIntegerField("Tahun")
    first_month = models.PositiveSmallIntegerField("Bulan mulai")
    last_month = models.PositiveSmallIntegerField("Bulan selesai")
    result_rating = models.CharField("Hasil kerja", max_length=20, blank=True, default="")
    behaviour_rating = models.CharField("Perilaku kerja", max_length=20, blank=True, default="")
    predicate = models.CharField("Predikat", max_length=20)

    @property
    def months(self) -> range:
        """The months of the year of which it speaks."""
        return range(self.first_month, self.last_month + 1)


class Feedback360Record(HistoryRecord):
    """Umpan balik 360 derajat: the predicate that superiors, peers and staff gave together."""

    year = models.PositiveSmallIntegerField("Tahun")
    predicate = models.CharField("Predikat", max_length=20)
    raters = models.PositiveSmallIntegerField("Jumlah penilai", default=0)


class CreditPointRecord(HistoryRecord):
    """Angka kredit (Perban BKN 3/2023): points of one period of a functional official; `origin` says from what they come."""

    year = models.PositiveSmallIntegerField("Tahun")
    first = models.DateField("Masa penilaian, mulai")
    last = models.DateField("Masa penilaian, sampai")
    career_level = models.CharField("Jenjang", max_length=20)
    predicate = models.CharField("Predikat", max_length=20, blank=True, default="")
    months = models.PositiveSmallIntegerField("Bulan", default=0)
    points = models.DecimalField("Angka kredit", max_digits=9, decimal_places=2)
    origin = models.CharField("Asal", max_length=20, default="konversi")


class ProfessionalismRecord(HistoryRecord):
    """Indeks profesionalitas ASN: four dimensions of a year, their sum, and the category (PermenPANRB 38/2018)."""

    year = models.PositiveSmallIntegerField("Tahun")
    qualification = models.DecimalField("Kualifikasi", max_digits=5, decimal_places=2)
    competence = models.DecimalField("Kompetensi", max_digits=5, decimal_places=2)
    performance = models.DecimalField("Kinerja", max_digits=5, decimal_places=2)
    discipline = models.DecimalField("Disiplin", max_digits=5, decimal_places=2)
    score = models.DecimalField("Indeks", max_digits=5, decimal_places=2)
    category = models.CharField("Kategori", max_length=20)
