"""What the law leaves to the agency is asked of the law of the day, and an agency's own choice counts."""

from datetime import date
from typing import Any

import pytest

from jenjang.law.parameters import LawOn, default_book
from jenjang.performance import years
from jenjang.performance.models import SKP
from jenjang.performance.openings import months_of


def law(**policy: Any) -> LawOn:
    return default_book().on(date(2026, 12, 31), {key.replace("__", "."): value for key, value in policy.items()})


def test_a_coming_year_opens_in_the_month_that_the_agency_chose() -> None:
    assert years.opens_on(2027, law()) == date(2026, 10, 1)
    assert years.opens_on(2027, law(kinerja__tahun__bulan_buka=12)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("begins", "usual", "chosen"), [((2026, 3, 1), 10, 10), ((2026, 3, 2), 10, 9), ((2026, 3, 16), 10, 9), ((2026, 3, 17), 9, 9),
     ((2026, 1, 16), 12, 11), ((2026, 12, 16), 1, 0), ((2026, 12, 17), 0, 0), ((2026, 12, 30), 0, 0)]
)  # fmt: skip
def test_a_shared_month_belongs_to_the_position_of_the_day_that_the_agency_chose(
    begins: tuple[int, int, int], usual: int, chosen: int
) -> None:
    skp, earlier = SKP(effective_from=date(*begins)), SKP(effective_from=date(2026, 1, 1))
    earlier.until = date.fromordinal(date(*begins).toordinal() - 1)
    for law_then, months in ((law(), usual), (law(kinerja__predikat__tanggal_penentu=1), chosen)):
        assert (months_of(skp, 2026, law_then), months_of(earlier, 2026, law_then)) == (months, 12 - months)
