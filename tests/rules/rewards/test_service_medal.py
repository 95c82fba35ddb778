"""Satyalancana Karya Satya: one sanction or one unpaid leave bars every class."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import SanctionLevel
from jenjang.law.parameters import default_book
from jenjang.rewards.rules.service_medal import MedalFacts, decide_service_medal

LAW = default_book().on(date(2026, 3, 2))
histories = st.lists(st.sampled_from(SanctionLevel), max_size=4).map(tuple)
appointments = st.dates(date(1985, 1, 1), LAW.day)


@given(appointments, histories, st.booleans())
def test_a_class_is_named_exactly_when_the_medal_is_due(appointed_on, history, cltn):
    decision = decide_service_medal(MedalFacts(appointed_on, history, cltn), LAW)
    assert decision.allowed == (decision.result.class_ is not None)
    if cltn or SanctionLevel.HEAVY in history or SanctionLevel.MEDIUM in history:
        assert not decision.allowed


def test_a_refusal_says_how_long_the_service_was():
    decision = decide_service_medal(MedalFacts(date(2016, 4, 1), (), False), LAW)
    assert decision.objections[0].reason == "Masa bakti 9 tahun 11 bulan; paling sedikit 10 tahun."
