"""PKN Tingkat II: which condition refuses, and until when a person is young enough."""

from datetime import date

import pytest

from jenjang.law.codes import CareerLevel, Grade, PositionKind
from jenjang.law.parameters import default_book
from jenjang.learning.rules.leadership import LeadershipFacts, decide_leadership_training

LAW = default_book().on(date(2026, 8, 1))


def objections(**changes):
    facts = {
        "held_kind": PositionKind.ADMINISTRATOR,
        "career_level": CareerLevel.NONE,
        "grade": Grade.IV_A,
        "grade_since": date(2023, 1, 1),
        "birth_date": date(1972, 3, 10),
        "bup": 58,
    }
    decision = decide_leadership_training(LeadershipFacts(**facts | changes), LAW)
    return [finding.code for finding in decision.objections]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"grade": Grade.III_D}, ["pangkat"]),
        ({"grade_since": date(2024, 1, 1)}, ["lama_pangkat"]),
        ({"birth_date": date(1971, 7, 31)}, ["usia"]),
        ({"held_kind": PositionKind.SUPERVISOR}, ["jabatan"]),
        ({"grade": Grade.III_D, "birth_date": date(1960, 1, 1)}, ["pangkat", "usia"]),
    ],
)
def test_each_condition_refuses_by_itself(changes, expected):
    assert objections(**changes) == expected
