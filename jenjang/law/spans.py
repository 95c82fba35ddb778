"""Rentang waktu: ages and spans by the day.

Four years are complete on the same date four years later; an age limit holds through the birthday on which it is
reached and is passed the day after. The last day of a shorter month stands for a date which that month lacks.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

MONTHS_A_YEAR = 12


def add_months(day: date, months: int) -> date:
    """The same date so many months later (or earlier), at most the last of the month."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    month += 1
    if day.day <= 28:  # every month has these days
        return date(year, month, day.day)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_years(day: date, years: int) -> date:
    """The same date so many years later."""
    return add_months(day, years * MONTHS_A_YEAR)


def full_months(first: date, until: date) -> int:
    """Completed months from `first` to `until`; never negative."""
    months = (until.year - first.year) * MONTHS_A_YEAR + until.month - first.month
    if months > 0 and add_months(first, months) > until:
        months -= 1
    return max(months, 0)


def full_years(first: date, until: date) -> int:
    """Completed years: an age, or a length of service."""
    return full_months(first, until) // MONTHS_A_YEAR


def is_complete(first: date, until: date, *, years: int = 0, months: int = 0) -> bool:
    """Whether the span from `first` is complete on `until`."""
    return until >= add_months(first, years * MONTHS_A_YEAR + months)


def within_age(birth: date, day: date, limit_years: int) -> bool:
    """Whether somebody is not yet past the age limit on a day; the birthday itself still counts."""
    return day <= add_years(birth, limit_years)


def first_of_next_month(day: date) -> date:
    """The first day of the month after."""
    return add_months(day.replace(day=1), 1)


def days_between(first: date, last: date) -> int:
    """Calendar days, both ends counted."""
    return (last - first).days + 1


def each_day(first: date, last: date) -> list[date]:
    """Every calendar day, both ends counted."""
    return [first + timedelta(days=offset) for offset in range(days_between(first, last))]
