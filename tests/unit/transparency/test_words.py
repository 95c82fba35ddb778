"""Words of the law's pages: codes are read by their labels, values with their unit."""

from __future__ import annotations

import pytest

from jenjang.law import catalogue
from jenjang.law.codes import label_of
from jenjang.law.parameters import default_book
from jenjang.transparency.books import case_name, table_of, value_in_words
from jenjang.transparency.describing import facts_of, results_of


@pytest.mark.parametrize(
    ("code", "words"), [("jpt_utama", "JPT Utama"), ("ahli_pertama", "Ahli Pertama"), ("tanpa_nama", "tanpa nama")]
)
def test_a_code_is_read_by_its_label(code: str, words: str) -> None:
    assert label_of(code) == words


@pytest.mark.parametrize(("code", "words"), [("J32", "J32"), ("syarat-jpt_utama-tepat", "Syarat JPT Utama tepat")])
def test_a_worked_case_has_a_name_to_read(code: str, words: str) -> None:
    assert case_name(code) == words


def test_a_table_of_a_parameter_names_its_posts_and_its_unit() -> None:
    table = table_of({"jpt_pratama": 60, "pengawas": 58}, "tahun")
    assert table is not None
    assert table.headings == ["Untuk", "Nilai (tahun)"]
    assert table.rows == [["JPT Pratama", "60"], ["Pengawas", "58"]]


def test_a_list_of_conditions_is_a_row_each_and_no_code_is_left() -> None:
    table = table_of(default_book().parameter("kinerja.distribusi.pola").values[-1].value, "persen")
    assert table is not None
    assert table.headings == ["Untuk", "Syarat", "Predikat", "Persen"]
    assert table.rows[:2] == [
        ["Istimewa", "terbesar", "Sangat baik", "–"],
        ["Istimewa", "paling banyak", "Sangat baik", "70"],
    ]
    assert "_" not in str(table.rows)


def test_a_grade_a_day_and_an_instrument_are_read_by_their_names() -> None:
    assert value_in_words(("III/d", "menikah")) == "III/d (Penata Tingkat I); Melangsungkan perkawinan"
    assert value_in_words("2024-09-22") == "22 Sep 2024"
    assert value_in_words("pp-11-2017") == "PP 11/2017"


def test_a_true_table_keeps_its_prose_and_opens_by_year_or_grade() -> None:
    book = default_book()
    duties = table_of(book.parameter("disiplin.matriks").values[-1].value, prose=True)
    assert duties is not None
    assert "instansi" in duties.rows[2]
    assert [part.title for part in duties.parts] == [""]
    holidays = table_of(book.parameter("kalender.hari_libur").values[-1].value, prose=True)
    assert holidays is not None
    assert [part.title for part in holidays.parts] == ["2025", "2026", "2027"]
    assert holidays.parts[0].lines[0][0] == "1 Jan 2025"
    pay = table_of(book.parameter("gaji.pns").values[-1].value, prose=True)
    assert pay is not None
    assert (pay.parts[0].title, pay.parts[0].lines[0][1]) == ("I/a", [("Mkg", "0"), ("Gaji", "1.685.700")])


@pytest.mark.parametrize("rule", catalogue.all_rules(), ids=lambda rule: rule.id)
def test_every_fact_and_result_says_what_it_may_be(rule: catalogue.Rule) -> None:
    for one in [*facts_of(rule), *results_of(rule)]:
        assert one.label
        assert one.words
        assert "_" not in one.words.replace("_25_", "")


def test_a_fact_is_described_by_its_kind_limits_and_choices() -> None:
    described = {one.label: one.words for one in facts_of(catalogue.get("jabatan.syarat"))}
    assert described["Tanggal lahir"] == "tanggal"
    assert described["Jabatan yang pernah diduduki"] == "daftar; tiap baris: jenis jabatan, jenjang fungsional, lama"
    assert described["Pengalaman pada bidang terkait"] == "bilangan, dalam tahun"
    talent = {one.label: one.words for one in facts_of(catalogue.get("talenta.nilai"))}
    assert talent["Nilai penilaian kompetensi"] == "bilangan, dalam poin, 0 sampai 100; boleh belum ada datanya"
    assert results_of(catalogue.get("jabatan.syarat"))[0].words == "ya atau tidak"
