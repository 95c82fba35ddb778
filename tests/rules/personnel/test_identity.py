"""Usia saat diangkat is advice: an unusual one is read all the same and said."""

import pytest

from jenjang.law.catalogue import evaluate


@pytest.mark.parametrize(
    ("nip", "is_usual"),
    [
        ("199703012015031001", True),  # eighteen on the first of the month
        ("199703022015031001", False),  # a day later
        ("197503012015031001", True),  # forty on the first of the month
        ("197502282015031001", False),  # forty the day before
        ("200512012023211001", True),  # PPPK: the year alone, eighteen on the first of its last month
        ("200512022023211001", False),
        ("196001012023211001", True),  # PPPK may be appointed at any later age
    ],
)
def test_the_age_at_appointment_is_advice_on_both_sides_of_both_limits(nip, is_usual):
    answer = evaluate("identitas.nip", "2026-03-02", {"nip": nip})

    assert [finding["met"] for finding in answer["findings"]] == [True, is_usual]
    assert ("tidak lazim" in answer["findings"][1]["reason"]) is not is_usual
