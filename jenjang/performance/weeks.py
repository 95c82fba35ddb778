"""Pekan: Monday to Sunday. Progress is told by the week, not by the minute. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from jenjang.ui.formats import MONTHS

DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """Satu pekan, known by its Monday."""

    first: date

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=DAYS - 1)

    @property
    def label(self) -> str:
        """23–29 November 2026, or 30 November – 6 Desember 2026."""
        first, last = self.first, self.last
        end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
        if first.month == last.month:
            return f"{first.day}–{end}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{first.day} {MONTHS[first.month - 1]}{year} – {end}"

    def before(self, count: int = 1) -> Week:
        """The week some weeks earlier."""
        return Week(self.first - timedelta(days=DAYS * count))


def week_of(day: date) -> Week:
    """The week in which a day falls."""
    return Week(day - timedelta(days=day.weekday()))


def weeks_until(day: date, back: int) -> list[Week]:
    """The week of a day and those before it that can still be written about, the newest first."""
    return [week_of(day).before(count) for count in range(back + 1)]


def read(text: str, day: date, back: int) -> Week | None:
    """A week as an address names it, by any of its days; the present one without a name, None for one that is closed."""
    if not text:
        return week_of(day)
    try:
        asked = week_of(date.fromisoformat(text))
    except (ValueError, OverflowError):
        return None
    return asked if asked in weeks_until(day, back) else None


def name_of(week: Week, day: date) -> str:
    """Pekan ini, pekan lalu, or how many weeks ago."""
    ago = (week_of(day).first - week.first).days // DAYS
    return {0: "Pekan ini", 1: "Pekan lalu"}.get(ago, f"{ago} pekan lalu")
