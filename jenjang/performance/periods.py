"""Masa evaluasi: the periods of a year by the rhythm that the agency chose, and the days on which something is due. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jenjang.law.errors import NotInForce
from jenjang.law.parameters import LawOn
from jenjang.law.spans import MONTHS_A_YEAR, add_months
from jenjang.law.workdays import working_calendar

MONTHLY = "bulanan"
YEARLY = 0
_ROMAN = ("I", "II", "III", "IV")
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """Satu masa evaluasi: number 1… within the year, or 0 for the year itself."""

    year: int
    number: int
    first: date
    last: date
    rhythm: str

    @property
    def label(self) -> str:
        """Triwulan III 2026, Maret 2026, or Tahun 2026."""
        if self.number == YEARLY:
            return f"Tahun {self.year}"
        if self.rhythm == MONTHLY:
            return f"{_MONTHS[self.number - 1]} {self.year}"
        return f"Triwulan {_ROMAN[self.number - 1]} {self.year}"

    @property
    def inline(self) -> str:
        """The same within a sentence: triwulan III 2026, Maret 2026, tahun 2026."""
        return (
            self.label if self.rhythm == MONTHLY and self.number != YEARLY else self.label[0].lower() + self.label[1:]
        )

    @property
    def short(self) -> str:
        """TW III, Mar, Tahun."""
        if self.number == YEARLY:
            return "Tahun"
        return _MONTHS[self.number - 1][:3] if self.rhythm == MONTHLY else f"TW {_ROMAN[self.number - 1]}"

    def overlap(self, first: date, last: date | None) -> tuple[date, date] | None:
        """The days of the period that fall between two days; None without any."""
        start, end = max(self.first, first), min(self.last, last or self.last)
        return (start, end) if start <= end else None


def periods_of(year: int, rhythm: str) -> list[Period]:
    """All periods of a year in order, and the year itself last."""
    step = 1 if rhythm == MONTHLY else 3
    starts = [date(year, month, 1) for month in range(1, MONTHS_A_YEAR + 1, step)]
    parts = [
        Period(year, number, first, add_months(first, step) - timedelta(days=1), rhythm)
        for number, first in enumerate(starts, 1)
    ]
    return [*parts, whole_year(year, rhythm)]


def whole_year(year: int, rhythm: str) -> Period:
    """The yearly evaluation's period."""
    return Period(year, YEARLY, date(year, 1, 1), date(year, MONTHS_A_YEAR, 31), rhythm)


def period_of(year: int, rhythm: str, number: int) -> Period | None:
    """One period by its number; None when the year has none of that number."""
    return next((one for one in periods_of(year, rhythm) if one.number == number), None)


def kept(year: int, rhythm: str, number: int) -> Period:
    """The period of a row: the database keeps its number within the year."""
    return {one.number: one for one in periods_of(year, rhythm)}[number]


def current(periods: Sequence[Period], day: date) -> Period | None:
    """The part of the year in which a day falls."""
    return next((one for one in periods if one.number != YEARLY and one.first <= day <= one.last), None)


def opens_on(period: Period, law: LawOn) -> date:
    """From which day the evaluation of a period can be filled in."""
    return period.last - timedelta(days=law["kinerja.evaluasi.buka"].value)


def fill_by(period: Period, law: LawOn) -> date | None:
    """Until when the person fills it in; afterwards the appraiser need not wait. None in a year without a calendar."""
    return _working_days_after(period.last, law["kinerja.evaluasi.tenggat_isi"].value, law)


def rate_by(period: Period, law: LawOn) -> date | None:
    """Until when the appraiser rates it."""
    if period.number == YEARLY:
        day = law["kinerja.evaluasi.tenggat_tahunan"].value
        return date(period.year + 1, day["bulan"], day["hari"])
    return _working_days_after(period.last, law["kinerja.evaluasi.tenggat_nilai"].value, law)


def _working_days_after(day: date, count: int, law: LawOn) -> date | None:
    try:
        return working_calendar(law).add(day, count)
    except NotInForce:
        return None


def draft_by(year: int, law: LawOn) -> date:
    """Until when a person has begun the own SKP; afterwards the officer of the unit may prepare one."""
    return _day_of("kinerja.skp.tenggat_rancangan", year, law)


def begin_by(year: int, law: LawOn, *, begins: date | None) -> date | None:
    """The same for somebody whose position began on a day; none where that day was over, for the law names no other."""
    return _unless_over(draft_by(year, law), begins)


def agree_by(year: int, law: LawOn, *, begins: date | None = None) -> date | None:
    """Until when an SKP is agreed, by the day on which its position began."""
    return _unless_over(_day_of("kinerja.skp.tenggat", year, law), begins)


def _day_of(parameter: str, year: int, law: LawOn) -> date:
    day = law[parameter].value
    return date(year, day["bulan"], day["hari"])


def _unless_over(due: date, begins: date | None) -> date | None:
    return due if begins is None or begins <= due else None
