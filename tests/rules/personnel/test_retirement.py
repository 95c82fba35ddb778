"""Batas usia pensiun: always the first of the month after the birthday."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import CareerLevel, PositionKind
from jenjang.law.parameters import default_book
from jenjang.personnel.rules.retirement import RetirementFacts, decide_retirement

LAW = default_book().on(date(2026, 3, 2))
people = st.builds(
    RetirementFacts,
    position_kind=st.sampled_from(PositionKind),
    career_level=st.sampled_from([level for level in CareerLevel if level is not CareerLevel.NONE]),
    teacher=st.booleans(),
    birth_date=st.dates(date(1940, 1, 1), date(2005, 12, 31)),
)


@given(people)
def test_service_ends_with_the_month_of_the_birthday(facts):
    answer = decide_retirement(facts, LAW).result
    months = (answer.effective_from.year - facts.birth_date.year) * 12
    months += answer.effective_from.month - facts.birth_date.month
    assert answer.effective_from.day == 1
    assert months == answer.age * 12 + 1


@given(people)
def test_a_teacher_serves_at_least_as_long_as_others_of_the_first_levels(facts):
    answer = decide_retirement(facts, LAW).result
    if facts.teacher and facts.position_kind is PositionKind.FUNCTIONAL:
        assert answer.age == 60
