"""Survei kepuasan dan pengaduan: bounds of the index, order of the clocks."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import ComplaintKind
from jenjang.law.parameters import default_book
from jenjang.law.workdays import working_calendar
from jenjang.participation.rules.complaints import ComplaintFacts, decide_complaint_clock
from jenjang.participation.rules.satisfaction import SurveyFacts, decide_satisfaction

LAW = default_book().on(date(2026, 3, 2))
surveys = st.integers(1, 500).flatmap(
    lambda n: st.builds(
        SurveyFacts,
        respondents=st.just(n),
        sums=st.fixed_dictionaries({f"u{i}": st.integers(n, 4 * n) for i in range(1, 10)}),
    )
)


@given(surveys)
def test_an_index_lies_between_the_scale_s_ends_and_has_a_grade(facts):
    index = decide_satisfaction(facts, LAW).result
    assert Decimal(25) <= index.ikm <= Decimal(100)
    assert index.grade in "ABCD"
    assert all(Decimal(1) <= average <= Decimal(4) for average in index.averages.values())


@given(surveys)
def test_the_index_is_the_exact_mean_rounded_half_up(facts):
    exact = Decimal(25 * sum(facts.sums.values())) / Decimal(9 * facts.respondents)
    assert abs(decide_satisfaction(facts, LAW).result.ikm - exact) <= Decimal("0.005")


@given(st.dates(date(2025, 1, 1), date(2026, 9, 1)), st.sampled_from(ComplaintKind))
def test_a_complaint_is_checked_before_it_is_answered_and_both_on_working_days(received_on, kind):
    clock = decide_complaint_clock(ComplaintFacts(received_on, kind), LAW).result
    assert received_on < clock.verify_by < clock.answer_by
    assert all(working_calendar(LAW).is_working_day(day) for day in (clock.verify_by, clock.answer_by))


def test_a_clock_that_runs_into_estimated_holidays_warns():
    decision = decide_complaint_clock(ComplaintFacts(date(2026, 12, 15), ComplaintKind.COMPLAINT), LAW)
    assert decision.objections[0].code == "hari_libur_perkiraan"
