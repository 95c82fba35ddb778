"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.ui import dates, formats

SEVENTH = date(2026, 12, 7)


@pytest.mark.parametrize(
    "typed",
    [
        "7/12/2026", "07/12/2026", "07-12-2026", "7.12.2026", "7 12 2026", "7/12/26", "7 des 26", "7 Des 2026", "7des2026",
        "7 Desember 2026", "7 December 2026", "07122026", "2026-12-07", "  7 / 12 / 2026 ",
    ],
)  # fmt: skip
def test_every_usual_way_of_typing_a_day_is_understood(typed: str) -> None:
    assert dates.parse(typed) == SEVENTH


def test_a_two_digit_year_is_this_century_until_forty_nine_and_the_last_one_after() -> None:
    assert dates.parse("1/1/49") == date(2049, 1, 1)
    assert dates.parse("1/1/79") == date(1979, 1, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("30/2/1979", "30 Februari 1979 tidak ada; Februari 1979 sampai tanggal 28."),
        ("12/25/2026", "Tulis hari dulu, baru bulan: mungkin maksud Anda 25/12/2026."),
        ("7 foo 2026", "Bulan “foo” tidak dikenal."),
        ("7/12/0026", "Tahun 26 di luar 1900 sampai 2199."),
        ("besok", "Tanggal tidak terbaca."),
        ("7/12", "Tanggal tidak terbaca."),
        ("1" * 400, "Tanggal terlalu panjang."),
        ("7/12/2026\x00", "Tanggal tidak terbaca."),
        ("٧/١٢/٢٠٢٦", ""),
    ],
)
def test_what_is_no_day_is_answered_with_a_sentence(typed: str, sentence: str) -> None:
    if not sentence:
        assert dates.parse(typed) == SEVENTH  # digits of another script are digits
        return
    with pytest.raises(dates.NotADate, match=sentence[:20]) as refused:
        dates.parse(typed)
    assert str(refused.value).startswith(sentence)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_back_as_it_is_written(day: date) -> None:
    for written in (formats.typed_date(day), formats.long_date(day), formats.short_date(day), day.isoformat()):
        assert dates.parse(written) == day


@given(st.text(max_size=60))
def test_any_text_gives_a_day_or_a_sentence_and_nothing_else(text: str) -> None:
    try:
        dates.parse(text)
    except dates.NotADate as refused:
        assert str(refused).endswith((".",))
