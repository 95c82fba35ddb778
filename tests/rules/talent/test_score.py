"""The talent score explains itself part by part, and never hides that something has no data."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.codes import Acting, Award, Education, Predicate, SanctionLevel, TeamRole, Variety
from jenjang.law.parameters import default_book
from jenjang.law.results import points
from jenjang.talent.rules.score import PositionExperience, TalentFacts, decide_talent_score, talent_parts

DAY = date(2026, 3, 2)
LAW = default_book().on(DAY)
REWEIGHING = default_book().on(DAY, {"talenta.data_kosong": "keluarkan_dan_timbang_ulang"})

FULL = TalentFacts(
    predicate=Predicate.GOOD,
    award=Award.NATIONAL,
    team_role=TeamRole.LEADER_INTERNAL,
    feedback_360=Predicate.GOOD,
    competence=Decimal(85),
    certificates=6,
    position_experience=PositionExperience(Decimal(4), Variety.CROSS_UNIT, Acting.PLT_EQUAL),
    potential=Decimal(82),
    education=Education.S2,
    field_match=True,
    sanction=SanctionLevel.NONE,
    serving=False,
)
OPTIONAL = ["predicate", "feedback_360", "competence", "position_experience", "potential", "education", "field_match"]


def test_the_parts_add_up_to_the_score():
    decision = decide_talent_score(FULL, LAW)
    parts = talent_parts(FULL, LAW)

    assert points(sum(part.points for part in parts)) == decision.result.score
    assert sum(part.weight for part in parts) == 100
    assert all(part.label and part.cites for part in parts)


@given(st.sets(st.sampled_from(OPTIONAL)), st.booleans())
def test_what_is_missing_is_always_an_unmet_finding_and_the_parts_still_add_up(missing, reweigh):
    law = REWEIGHING if reweigh else LAW
    facts = replace(FULL, **dict.fromkeys(missing))
    decision = decide_talent_score(facts, law)

    assert len(decision.objections) == len(missing)
    assert all("belum ada data" in finding.reason for finding in decision.objections)
    assert points(sum(part.points for part in talent_parts(facts, law))) == decision.result.score


def test_missing_data_counts_nothing_by_default():
    without = decide_talent_score(replace(FULL, competence=None), LAW)
    at_zero = decide_talent_score(replace(FULL, competence=Decimal(0)), LAW)

    assert without.result == at_zero.result


def test_reweighing_lets_the_rest_of_the_axis_speak_for_it():
    weights = LAW["talenta.bobot.kinerja"].value
    others = [("predikat", 80), ("penghargaan", 75), ("tim_kerja", 75)]
    expected = sum(weights[code] * score for code, score in others) / sum(Decimal(weights[code]) for code, _ in others)

    decision = decide_talent_score(replace(FULL, feedback_360=None), REWEIGHING)

    assert decision.result.performance == points(expected)
    assert sum(part.weight for part in talent_parts(replace(FULL, feedback_360=None), REWEIGHING)) == pytest.approx(100)


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_better_assessment_never_lowers_the_score(one, other):
    low, high = sorted((one, other))
    scores = [decide_talent_score(replace(FULL, potential=Decimal(value)), LAW).result.score for value in (low, high)]

    assert scores == sorted(scores)


def test_an_agency_may_weigh_the_axes_its_own_way():
    law = default_book().on(DAY, {"talenta.bobot.sumbu": {"kinerja": 100, "potensial": 0}})
    decision = decide_talent_score(FULL, law)

    assert decision.result.score == decision.result.performance
