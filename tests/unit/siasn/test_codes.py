"""Kode BKN agree with the law that says what they mean."""

from datetime import date

import pytest

from jenjang.kernel.policy import law_on
from jenjang.siasn.codes import ECHELON, ECHELON_KIND


@pytest.mark.django_db
def test_an_echelon_comes_in_as_the_kind_of_post_that_the_law_makes_equal_to_it():
    kinds = law_on(date(2026, 11, 23))["jabatan.eselon"].value
    told = {code: kind in kinds[ECHELON[code]] for code, kind in ECHELON_KIND.items() if ECHELON[code] in kinds}
    assert set(kinds) == {ECHELON[code] for code in told} and all(told.values()), told
