"""Keterlambatan: later is never cheaper, in any variant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.attendance.rules.lateness import LatenessFacts, decide_lateness
from jenjang.law.codes import LatenessVariant
from jenjang.law.parameters import default_book

LAW = default_book().on(date(2026, 3, 2))


@given(st.integers(0, 500), st.sampled_from(LatenessVariant))
def test_a_minute_later_is_never_cheaper_and_not_coming_is_dearest(minutes, variant):
    percents = [
        decide_lateness(LatenessFacts(late, came, variant), LAW).result.percent
        for late, came in ((minutes, True), (minutes + 1, True), (minutes, False))
    ]
    assert percents == sorted(percents)


@pytest.mark.parametrize("variant", list(LatenessVariant))
def test_being_on_time_costs_nothing(variant):
    decision = decide_lateness(LatenessFacts(0, True, variant), LAW)
    assert decision.allowed
    assert decision.result.percent == 0
