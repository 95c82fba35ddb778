"""A seat without a standard of its own is asked what the nation asks of its kind."""

from datetime import date

import pytest

from jenjang.competency.rules.standard import national_level
from jenjang.law.parameters import default_book

LAW = default_book().on(date(2026, 3, 2))


@pytest.mark.parametrize(
    ("kind", "career_level", "level"),
    [
        ("jpt_madya", "", 5), ("jpt_pratama", "", 4), ("administrator", "", 3), ("pengawas", "", 2), ("pelaksana", "", 1),
        ("fungsional", "ahli_utama", 5), ("fungsional", "ahli_madya", 4), ("fungsional", "ahli_muda", 3),
        ("fungsional", "ahli_pertama", 2), ("fungsional", "penyelia", 2), ("fungsional", "terampil", 1),
    ],
)  # fmt: skip
def test_each_kind_and_level_has_one_level_for_all_nine(kind, career_level, level):
    assert national_level(kind, career_level, LAW) == level


@pytest.mark.parametrize(("kind", "career_level"), [("fungsional", ""), ("fungsional", "tidak_ada"), ("", "")])
def test_what_the_regulation_does_not_name_has_none(kind, career_level):
    assert national_level(kind, career_level, LAW) is None
