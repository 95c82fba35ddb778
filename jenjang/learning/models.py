"""Pengembangan kompetensi yang tercatat: courses, lesson hours and certificates."""

from django.db import models

from jenjang.kernel.histories import HistoryRecord


class CourseRecord(HistoryRecord):
    """Riwayat diklat dan kursus: `effective_from` is its first day; lesson hours (JP) and certificate count from its last."""

    kind = models.CharField("Jenis", max_length=80)
    name = models.CharField("Nama", max_length=300)
    organizer = models.CharField("Penyelenggara", max_length=200, blank=True, default="")
    lesson_hours = models.PositiveSmallIntegerField("Jam pelajaran", default=0)
    finished_on = models.DateField("Selesai pada")
    certificate_number = models.CharField("Nomor sertifikat", max_length=120, blank=True, default="")
