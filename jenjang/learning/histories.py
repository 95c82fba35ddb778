"""Riwayat pengembangan kompetensi, as the profile shows it."""

from jenjang.learning.models import CourseRecord
from jenjang.personnel.kinds import HistoryKind, joined

kinds = [
    HistoryKind(
        "diklat", "Diklat", CourseRecord,
        ("kind", "name", "organizer", "lesson_hours", "finished_on", "certificate_number"), order=50,
        summary=lambda row: joined(row.name, row.organizer, f"{row.lesson_hours} JP"),
    ),
]  # fmt: skip
