"""Gaji pokok dan KGB pertama: the pay tables as a whole, and how they are read."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import Grade, PPPKGrade, Status
from jenjang.law.parameters import default_book
from jenjang.rewards.rules.salary import FirstIncrementFacts, SalaryFacts, decide_base_salary, decide_first_increment

LAW = default_book().on(date(2026, 3, 2))
grades = st.one_of(st.sampled_from(Grade), st.sampled_from(PPPKGrade))


def pay(grade, years, status=None):
    status = status or (Status.PNS if isinstance(grade, Grade) else Status.PPPK)
    return decide_base_salary(SalaryFacts(status, grade, years), LAW).result.amount


@given(grades, st.integers(0, 50))
def test_pay_never_falls_with_service(grade, years):
    assert pay(grade, years) <= pay(grade, years + 1)


@pytest.mark.parametrize("grades", [list(Grade), list(PPPKGrade)])
@given(years=st.integers(0, 40))
def test_a_higher_grade_is_never_paid_less(grades, years):
    amounts = [pay(grade, years) for grade in grades]
    assert amounts == sorted(amounts)


@given(st.sampled_from(Grade), st.integers(0, 40))
def test_a_candidate_receives_four_fifths(grade, years):
    assert pay(grade, years, Status.CPNS) == int(
        (Decimal(pay(grade, years)) * 8 / 10).to_integral_value("ROUND_HALF_UP")
    )


@given(grades, st.integers(0, 31), st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_an_increment_raises_the_pay_within_two_years(grade, years, appointed_on):
    answer = decide_first_increment(FirstIncrementFacts(grade, appointed_on, years), LAW).result
    if answer.effective_from is None:
        assert answer.amount == pay(grade, years)
        return
    assert answer.amount > pay(grade, years)
    assert answer.service_years > years
    assert 1 <= answer.effective_from.year - appointed_on.year <= 2


@pytest.mark.parametrize("key", ["gaji.pns", "gaji.pppk"])
def test_every_step_of_a_table_rises_by_the_same_share(key):
    """A mistyped amount would stand out: two years are worth 3.15 percent throughout."""
    rows = LAW[key].value
    assert len(rows) == 272
    for before, after in pairwise(rows):
        years = int(after["mkg"]) - int(before["mkg"])
        if before["golongan"] == after["golongan"] and years == 2:
            assert int(after["gaji"]) / int(before["gaji"]) == pytest.approx(1.0315, abs=0.0005)


def test_a_part_time_worker_is_refused_with_a_reason_not_with_an_amount():
    decision = decide_base_salary(SalaryFacts(Status.PPPK_PART_TIME, PPPKGrade.IX, 0), LAW)
    assert decision.result.amount is None
    assert "paruh waktu" in decision.objections[0].reason


def test_the_last_step_has_no_increment_and_says_so():
    decision = decide_first_increment(FirstIncrementFacts(Grade.III_A, date(2024, 3, 1), 32), LAW)
    assert decision.result.effective_from is None
    assert decision.objections[0].reason == "Langkah terakhir golongan III/a sudah tercapai."
