"""Weeks: Monday to Sunday, named so that a person knows which is meant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.performance.weeks import Week, name_of, read, week_of, weeks_until

DAY = date(2026, 3, 18)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_falls_into_the_week_of_its_monday(day: date) -> None:
    week = week_of(day)
    assert week.first <= day <= week.last
    assert (week.first.weekday(), week.last.weekday()) == (0, 6)
    assert week_of(week.last) == week
    assert week_of(week.last + timedelta(days=1)).before() == week


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (DAY, "16–22 Maret 2026"),
        (date(2026, 4, 1), "30 Maret – 5 April 2026"),
        (date(2027, 1, 1), "28 Desember 2026 – 3 Januari 2027"),
    ],
)
def test_a_week_says_its_days(day: date, label: str) -> None:
    assert week_of(day).label == label


def test_weeks_are_named_from_today() -> None:
    assert [name_of(week, DAY) for week in weeks_until(DAY, 3)] == [
        "Pekan ini", "Pekan lalu", "2 pekan lalu", "3 pekan lalu",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [("", Week(date(2026, 3, 16))), ("2026-03-10", Week(date(2026, 3, 9))), ("2026-03-01", None), ("2026-03-23", None), ("besok", None)],
)  # fmt: skip
def test_an_address_names_an_open_week_by_any_of_its_days(text: str, found: Week | None) -> None:
    assert read(text, DAY, 2) == found
