"""Hari kerja: the working calendar that the law on a day gives (weekdays, national holidays, collective leave)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date

from jenjang.law.errors import NotInForce
from jenjang.law.parameters import LawOn
from jenjang.law.spans import each_day

HOLIDAYS = "kalender.hari_libur"
WEEKDAYS = "kalender.hari_kerja_sepekan"
_ESTIMATE = "perkiraan"


class _Days:
    """The days themselves, from one edition of the holiday table; shared by all who ask under it."""

    def __init__(self, weekdays: Iterable[int], rows: Iterable[Mapping[str, str]]) -> None:
        self.weekdays = frozenset(weekdays)
        self.holidays = {date.fromisoformat(row["tanggal"]): row for row in rows}
        self.years = {day.year for day in self.holidays}
        self.estimated = {day.year for day, row in self.holidays.items() if row["status"] == _ESTIMATE}
        self.working = [day for year in sorted(self.years) for day in self._of(year)]

    def _of(self, year: int) -> list[date]:
        days = each_day(date(year, 1, 1), date(year, 12, 31))
        return [day for day in days if day.isoweekday() in self.weekdays and day not in self.holidays]


class WorkingCalendar:
    """Kalender kerja: counts and adds working days; a year whose holidays are not published is `NotInForce`."""

    def __init__(self, law: LawOn) -> None:
        weekdays, holidays = law[WEEKDAYS], law[HOLIDAYS]
        self.cites = weekdays.cites + holidays.cites
        self._law_day = law.day
        key = (HOLIDAYS, holidays.since, weekdays.value)
        days = law.book.share(key, lambda: _Days(weekdays.value, holidays.value))
        self._weekdays = days.weekdays
        self.holidays = days.holidays
        self._years = days.years
        self._estimated = days.estimated
        self._working = days.working

    def is_working_day(self, day: date) -> bool:
        """A weekday of the working week that is neither a holiday nor collective leave."""
        self._require(day)
        return day.isoweekday() in self._weekdays and day not in self.holidays

    def is_estimated(self, first: date, last: date) -> bool:
        """Whether a year of the span rests on estimated holidays, before the joint decree."""
        return any(year in self._estimated for year in range(first.year, last.year + 1))

    def count(self, first: date, last: date) -> int:
        """Working days from first to last, both counted."""
        for year in range(first.year, last.year + 1):
            self._require(date(year, 1, 1))
        return bisect_right(self._working, last) - bisect_left(self._working, first)

    def add(self, start: date, days: int, *, count_start: bool = False) -> date:
        """The day that is so many working days after start; with `count_start`, start itself may be the first."""
        if days == 0:
            return start
        first = bisect_left(self._working, start) if count_start else bisect_right(self._working, start)
        self._require(start)
        place = first + days - 1
        if place >= len(self._working):
            self._require(date(max(self._years) + 1, 1, 1))
        found = self._working[place]
        for year in range(start.year, found.year + 1):
            self._require(date(year, 1, 1))
        return found

    def _require(self, day: date) -> None:
        if day.year not in self._years:
            said = f"Hari libur tahun {day.year} belum ditetapkan; hari kerjanya belum dapat dihitung."
            raise NotInForce(HOLIDAYS, self._law_day, said)


def working_calendar(law: LawOn) -> WorkingCalendar:
    """The calendar of this law, made once."""
    return law.derive(WorkingCalendar)
