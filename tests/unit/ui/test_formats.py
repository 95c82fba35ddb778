"""Values as Indonesians write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from jenjang.ui import citing, formats

DAY = date(2026, 11, 19)


def test_dates_are_written_long_short_and_with_their_weekday() -> None:
    assert formats.long_date(DAY) == "19 November 2026"
    assert formats.short_date(date(2026, 8, 1)) == "1 Agu 2026"
    assert formats.weekday_date(DAY) == "Kamis, 19 November 2026"
    assert formats.long_date(None) == "–"


def test_hours_take_a_full_stop() -> None:
    assert formats.clock_time(datetime(2026, 11, 19, 16, 5, tzinfo=UTC)) == "16.05"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("87.45", "87,45"),
        ("87.445", "87,45"),
        ("87.444", "87,44"),
        (0, "0,00"),
        ("1234.5", "1.234,50"),
        (None, "–"),
        ("NaN", "–"),
    ],
)
def test_scores_have_two_decimals_after_a_comma(number: str | None, written: str) -> None:
    assert formats.score(number) == written


def test_thousands_take_a_full_stop() -> None:
    assert formats.whole(1250) == "1.250"
    assert formats.rupiah(Decimal("3497300")) == "Rp3.497.300"
    assert formats.rupiah(-1500) == "-Rp1.500"


def test_a_nip_is_written_in_its_four_parts_and_anything_else_is_left_alone() -> None:
    assert formats.nip("199002142013032007") == "19900214 201303 2 007"
    assert formats.nip("19900214 201303 2 007") == "19900214 201303 2 007"
    assert formats.nip("12345") == "12345"
    assert formats.nip(None) == "–"


def test_a_masked_number_shows_its_end_only() -> None:
    assert formats.masked("199002142013032007") == "•" * 15 + "007"


def test_initials_are_taken_from_names_not_from_titles() -> None:
    assert formats.initials("dr. Sri Wahyuni, A.Md.Keb.") == "SW"
    assert formats.initials("Zulfahmi, S.H.") == "Z"


def test_a_citation_reads_as_its_article_and_leads_to_it() -> None:
    assert citing.reading("pp-11-2017#54") == "PP 11/2017 Pasal 54"
    assert citing.address("pp-11-2017#54") == "/hukum/instrumen/pp-11-2017/#pasal-54"
    assert citing.reading("Bukan kutipan <b>") == "Bukan kutipan <b>"


def test_an_instant_after_five_in_the_evening_of_utc_is_the_next_day_in_jakarta() -> None:
    from datetime import UTC, datetime

    from jenjang.ui.components import filters

    late = datetime(2026, 11, 22, 19, 17, tzinfo=UTC)
    assert filters.tanggal(late) == "23 November 2026"
    assert filters.tgl(late) == "23 Nov 2026"
    assert filters.hari_tanggal(late) == "Senin, 23 November 2026"
    assert filters.jam(late) == "02.17"
