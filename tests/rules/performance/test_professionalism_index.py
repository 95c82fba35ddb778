"""Indeks Profesionalitas ASN: the four dimensions add up, and no more than a hundred."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import Education, PositionGroup, Predicate, SanctionLevel
from jenjang.law.parameters import default_book
from jenjang.performance.rules.professionalism_index import IndexFacts, decide_professionalism_index, highest_of

LAW = default_book().on(date(2026, 3, 2))
people = st.builds(
    IndexFacts,
    position_group=st.sampled_from(PositionGroup),
    education=st.sampled_from(Education),
    leadership_training=st.booleans(),
    functional_training=st.booleans(),
    technical_lesson_hours=st.decimals(0, 200, places=1),
    seminar=st.booleans(),
    performance=st.one_of(st.sampled_from(Predicate), st.decimals(0, 100, places=2)),
    sanction=st.sampled_from(SanctionLevel),
)


@given(people)
def test_the_dimensions_add_up_to_the_score(facts):
    index = decide_professionalism_index(facts, LAW).result
    assert index.score == index.qualification + index.competence + index.performance + index.discipline
    assert Decimal(0) < index.score <= Decimal(100)


@given(people)
def test_no_dimension_is_above_its_highest_and_the_highest_add_up_to_a_hundred(facts):
    index, highest = decide_professionalism_index(facts, LAW).result, highest_of(facts.position_group, LAW)
    assert all(getattr(index, name) <= most for name, most in highest.items())
    assert sum(highest.values()) == 100


@pytest.mark.parametrize("group", list(PositionGroup))
def test_every_group_can_reach_the_full_forty_points_of_competence(group):
    weights = LAW[f"ip_asn.kompetensi.{group}"].value
    assert sum(weights.values()) == 40
