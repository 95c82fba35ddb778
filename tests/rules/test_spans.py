"""Ages and spans count by the day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.spans import (
    add_months,
    add_years,
    days_between,
    each_day,
    first_of_next_month,
    full_months,
    full_years,
    is_complete,
    within_age,
)

days = st.dates(date(1930, 1, 1), date(2150, 1, 1))


def test_the_last_of_a_shorter_month_stands_for_a_missing_date():
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_years(date(2000, 2, 29), 1) == date(2001, 2, 28)
    assert add_months(date(2026, 1, 15), -1) == date(2025, 12, 15)


def test_four_years_are_complete_on_the_same_date():
    assert is_complete(date(2022, 2, 1), date(2026, 2, 1), years=4)
    assert not is_complete(date(2022, 2, 2), date(2026, 2, 1), years=4)


def test_an_age_limit_holds_through_the_birthday():
    assert within_age(date(1970, 6, 15), date(2026, 6, 15), 56)
    assert not within_age(date(1970, 6, 15), date(2026, 6, 16), 56)


def test_the_first_of_the_next_month_crosses_the_year():
    assert first_of_next_month(date(2026, 12, 31)) == date(2027, 1, 1)


@given(days, st.integers(0, 600))
def test_a_span_of_months_is_complete_exactly_when_added(day, months):
    end = add_months(day, months)

    assert is_complete(day, end, months=months)
    assert not is_complete(day, end - timedelta(days=1), months=months)


@given(days, st.integers(0, 600))
def test_full_months_count_what_was_added(day, months):
    end = add_months(day, months)

    assert full_months(day, end) == months
    assert full_months(day, end - timedelta(days=1)) == max(months - 1, 0)


@given(days, days)
def test_full_months_and_years_never_exceed_the_span(first, until):
    months = full_months(first, until)

    assert full_years(first, until) == months // 12
    if until >= first:
        assert add_months(first, months) <= until < add_months(first, months + 1)
    else:
        assert months == 0


@given(days, st.integers(0, 400))
def test_each_day_lists_what_days_between_counts(first, length):
    last = first + timedelta(days=length)
    listed = each_day(first, last)

    assert len(listed) == days_between(first, last) == length + 1
    assert (listed[0], listed[-1]) == (first, last)
