"""Working days follow the published holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.errors import NotInForce
from jenjang.law.parameters import default_book
from jenjang.law.workdays import working_calendar

CALENDAR = working_calendar(default_book().on(date(2026, 3, 2)))
published = st.dates(date(2025, 1, 1), date(2027, 6, 30))


@given(published, st.integers(0, 60))
def test_counting_agrees_with_looking_at_each_day(first, length):
    span = [first + timedelta(days=offset) for offset in range(length + 1)]

    assert CALENDAR.count(span[0], span[-1]) == sum(map(CALENDAR.is_working_day, span))


@given(published, st.integers(1, 60), st.booleans())
def test_the_day_found_is_a_working_day_and_the_count_agrees(start, days, count_start):
    found = CALENDAR.add(start, days, count_start=count_start)
    first = start if count_start else start + timedelta(days=1)

    assert CALENDAR.is_working_day(found)
    assert CALENDAR.count(first, found) == days


def test_a_year_without_published_holidays_is_not_in_force():
    with pytest.raises(NotInForce, match="2028"):
        CALENDAR.is_working_day(date(2028, 1, 3))
    with pytest.raises(NotInForce, match="2028"):
        CALENDAR.add(date(2027, 12, 1), 60)


def test_estimated_years_are_known_as_such():
    assert CALENDAR.is_estimated(date(2026, 12, 31), date(2027, 1, 1))
    assert not CALENDAR.is_estimated(date(2026, 1, 1), date(2026, 12, 31))
