"""A NIP is read digit by digit, and whatever is no NIP is refused with a sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.catalogue import evaluate
from jenjang.law.codes import Sex
from jenjang.law.identifiers import NIK, NIP, MalformedNumber

births = st.dates(date(1940, 1, 1), date(2005, 12, 31))


@given(births, st.integers(2006, 2040), st.integers(1, 12), st.sampled_from("12"), st.integers(1, 999))
def test_a_pns_number_gives_back_what_was_put_in(birth, year, month, sex, serial):
    nip = NIP.read(f"{birth:%Y%m%d}{year}{month:02}{sex}{serial:03}")

    assert nip.birth_date == birth
    assert (nip.is_pppk, nip.appointed) == (False, f"{year}-{month:02}")
    assert nip.sex is (Sex.MALE if sex == "1" else Sex.FEMALE)
    assert nip.serial == f"{serial:03}"


@given(births, st.integers(2006, 2040), st.integers(21, 99), st.sampled_from("12"), st.integers(1, 999))
def test_a_pppk_number_knows_only_the_year(birth, year, code, sex, serial):
    nip = NIP.read(f"{birth:%Y%m%d}{year}{code}{sex}{serial:03}")

    assert (nip.is_pppk, nip.appointed, nip.appointed_month) == (True, str(year), None)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    try:
        NIP.read(text)
        NIK.read(text)
    except MalformedNumber as error:
        assert str(error)


@given(st.text(alphabet="0123456789", min_size=18, max_size=18))
def test_any_eighteen_digits_give_an_answer_or_an_error_at_the_number(digits):
    answer = evaluate("identitas.nip", "2026-03-02", {"nip": digits})

    assert "result" in answer or answer["error"]["field"] == "nip"


@pytest.mark.parametrize(
    ("nip", "met"),
    [
        ("200001012018011001", True),  # turns 18 in the month of appointment
        ("200002022018011001", False),  # is still 17 in that month
        ("198001012020011001", True),  # 40 on the first day of the month
        ("197912312020011001", False),  # past 40 by one day
        ("197001012023211001", True),  # PPPK may be appointed at a higher age
    ],
)
def test_an_unusual_age_at_appointment_is_a_warning_not_a_refusal(nip, met):
    answer = evaluate("identitas.nip", "2026-03-02", {"nip": nip})

    assert [finding["met"] for finding in answer["findings"]] == [True, met]
