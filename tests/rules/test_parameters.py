"""Parameters are dated, cited, read strictly; an agency sets only what the law leaves to it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jenjang.law.errors import LawError, NotInForce, PolicyError
from jenjang.law.parameters import Dated, LawBook, Parameter, default_book

HEAD = 'label = "Contoh"\nunit = "hari"\nconfidence = "high"\n'
SOURCE = """
title = "Peraturan Contoh"
short = "Contoh 1/2020"
kind = "contoh"
year = 2020
in_force_since = 2020-01-01
confidence = "high"

[articles]
"5" = "Isi pasal lima."
"""


def book_with(root, text, name="contoh"):
    for folder in ("sources", "parameters", "tables"):
        (root / folder).mkdir(exist_ok=True)
    (root / "sources" / "contoh-1-2020.toml").write_text(SOURCE, "utf-8")
    (root / "parameters" / f"{name}.toml").write_text(text, "utf-8")
    return LawBook.load(root)


def value(since, number):
    return f'[[values]]\nsince = {since}\nvalue = {number}\ncites = ["contoh-1-2020#5"]\n'


def test_the_newest_value_not_after_the_day_speaks(tmp_path):
    book = book_with(tmp_path, HEAD + value("2020-01-01", 12) + value("2022-07-01", 14))

    assert book.on(date(2022, 6, 30))["contoh"].value == 12
    assert book.on(date(2022, 7, 1))["contoh"].value == 14
    assert book.on(date(2022, 7, 1))["contoh"].cites == ("contoh-1-2020#5",)
    assert [dated.value for dated in book.history("contoh")] == [12, 14]


def test_before_its_first_day_there_is_no_law_and_the_error_says_when_it_begins(tmp_path):
    book = book_with(tmp_path, HEAD + value("2020-01-01", 12))

    with pytest.raises(NotInForce, match="31 Desember 2019; nilai pertamanya mulai 1 Januari 2020"):
        book.on(date(2019, 12, 31))["contoh"]


def test_a_repealed_parameter_ends_on_its_day(tmp_path):
    repeal = '[[values]]\nsince = 2023-01-01\nrepealed = true\ncites = ["contoh-1-2020#5"]\n'
    book = book_with(tmp_path, HEAD + value("2020-01-01", 12) + repeal)

    assert book.on(date(2022, 12, 31))["contoh"].value == 12
    with pytest.raises(NotInForce, match="dicabut sejak 1 Januari 2023"):
        book.on(date(2023, 1, 1))["contoh"]


def test_what_was_looked_up_is_remembered_once_and_in_order():
    law = default_book().on(date(2026, 3, 2))
    for key in ("talenta.batas.kinerja", "jabatan.setara", "talenta.batas.kinerja"):
        law[key]

    assert law.used == ["talenta.batas.kinerja", "jabatan.setara"]


def test_nobody_can_change_a_parameter_in_place():
    with pytest.raises(TypeError):
        default_book().on(date(2026, 3, 2))["jabatan.setara"].value["ahli_utama"] = "pelaksana"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + "catatan = 1\n" + value("2020-01-01", 12), "kunci tidak dikenal"),
        ('label = "x"\n' + value("2020-01-01", 12), "belum ada"),
        (HEAD.replace("high", "yakin") + value("2020-01-01", 12), "confidence"),
        (HEAD + "values = []\n", "urut"),
        (HEAD + value("2022-01-01", 1) + value("2020-01-01", 2), "urut"),
        (HEAD + value("2022-01-01", 1) + value("2022-01-01", 2), "urut"),
        (HEAD + "[[values]]\nsince = 2020-01-01\nvalue = 1\n", "cites"),
        (HEAD + '[[values]]\nsince = 2020-01-01\ncites = ["contoh-1-2020#5"]\n', "repealed"),
        (HEAD + '[[values]]\nsince = "2020"\nvalue = 1\ncites = ["contoh-1-2020#5"]\n', "since harus tanggal"),
        ("label = \n", "contoh.toml"),
        (HEAD + "delegated = true\nrange = [0, 10]\n" + value("2020-01-01", 12), "nilai bawaan"),
    ],
)
def test_a_malformed_parameter_is_refused_with_its_file(tmp_path, text, says):
    with pytest.raises(LawError, match=says):
        book_with(tmp_path, text)


@pytest.mark.parametrize("cite", ["contoh-1-2020#6", "contoh-2-2020", "Contoh 1"])
def test_a_citation_that_names_nothing_is_refused(tmp_path, cite):
    text = HEAD + value("2020-01-01", 12).replace("contoh-1-2020#5", cite)

    with pytest.raises(LawError):
        book_with(tmp_path, text).check_citations()


def law_with(policy):
    return default_book().on(date(2026, 3, 2), policy)


def test_a_policy_replaces_a_delegated_value_and_keeps_its_article():
    found = law_with({"talenta.bobot.sumbu": {"kinerja": 60, "potensial": 40}})["talenta.bobot.sumbu"]

    assert dict(found.value) == {"kinerja": 60, "potensial": 40}
    assert found.by_policy
    assert found.cites == ("kepka-bkn-411-2025#lampiran",)


@pytest.mark.parametrize(
    ("key", "proposed", "says"),
    [
        ("kinerja.keberatan.tenggat", 30, "instansi tidak dapat mengubahnya"),
        ("talenta.bobot.sumbu", {"kinerja": 60, "potensial": 50}, "jumlahnya harus 100, bukan 110"),
        ("talenta.bobot.sumbu", {"kinerja": 120, "potensial": -20}, "di luar rentang"),
        ("talenta.bobot.sumbu", {"kinerja": 100}, "kunci berbeda"),
        ("talenta.bobot.sumbu", 50, "harus berupa tabel"),
        ("talenta.batas.kinerja", {"tinggi": 60, "menengah": 60}, "lebih rendah"),
        ("talenta.batas.kinerja", {"menengah": 60, "tinggi": "80"}, "jenis nilainya"),
        ("talenta.data_kosong", "abaikan", "bukan pilihan"),
        ("talenta.nilai.sertifikat", 100, "harus berupa daftar"),
        ("jabatan.syarat.hukuman_jpt", 0, "di luar rentang 1 sampai 40"),
        ("jabatan.syarat.hukuman_jpt", True, "ya atau tidak"),
    ],
)
def test_a_policy_beyond_what_the_law_leaves_is_refused(key, proposed, says):
    with pytest.raises(PolicyError, match=says):
        law_with({key: proposed})


def test_a_policy_for_an_unknown_key_is_refused():
    with pytest.raises(LawError, match=r"talenta\.apa"):
        law_with({"talenta.apa": 1})


@given(st.integers(0, 100))
def test_any_split_of_a_hundred_is_a_permitted_weighting(share):
    found = law_with({"talenta.bobot.sumbu": {"potensial": 100 - share, "kinerja": share}})

    assert sum(found["talenta.bobot.sumbu"].value.values()) == 100


@given(st.lists(st.dates(date(1990, 1, 1), date(2050, 1, 1)), min_size=1, unique=True), st.dates(date(1980, 1, 1)))
def test_look_up_equals_a_plain_search(days, asked):
    values = tuple(Dated(day, number, ()) for number, day in enumerate(sorted(days)))
    parameter = Parameter("k", "l", "u", "high", values)
    earlier = [dated for dated in values if dated.since <= asked]

    if earlier:
        assert parameter.on(asked) is earlier[-1]
    else:
        with pytest.raises(NotInForce):
            parameter.on(asked)


def test_a_table_is_a_parameter_of_rows():
    rows = default_book().on(date(2026, 3, 2))["kalender.hari_libur"].value

    assert rows[0]["tanggal"] == "2025-01-01"


def test_decimals_are_exact():
    coefficient = default_book().on(date(2026, 3, 2))["kinerja.angka_kredit.koefisien"]

    assert coefficient.value["pemula"] == Decimal("3.75")
    assert isinstance(coefficient.value["pemula"], Decimal)


def test_the_index_leads_from_an_article_and_from_its_instrument_to_parameters():
    index = default_book().cited_by

    assert "jabatan.rentang_pangkat.kelonggaran" in index["pp-100-2000#5"]
    assert "jabatan.rentang_pangkat.kelonggaran" in index["pp-100-2000"]


def test_a_value_is_the_same_until_the_next_one_begins():
    book = default_book()
    for parameter in book.parameters.values():
        for earlier, later in zip(parameter.values, parameter.values[1:], strict=False):
            if not earlier.repealed:
                assert parameter.on(later.since - timedelta(days=1)) is earlier
