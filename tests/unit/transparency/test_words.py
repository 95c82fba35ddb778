"""Words of the law's pages: codes are read by their labels, values with their unit."""

from __future__ import annotations

import pytest

from jenjang.law.codes import label_of
from jenjang.transparency.books import case_name, table_of


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
