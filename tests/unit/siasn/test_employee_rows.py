"""Rows of "data pegawai": which cell refuses a person, which is only warned of, and which dirt is none."""

from datetime import date

import pytest

from jenjang.siasn import employee_rows, unit_tree
from jenjang.siasn.employee_rows import Seen, check
from tests.integration.siasn import books

TODAY = date(2026, 11, 27)
UNITS = unit_tree.read(books.tree())
PPPK = {"NIP_BARU": "198002152025212001", "STATUS_CPNS_PNS": "PPPK", "GOL_AKHIR_NAMA": "IX", "TMT_CPNS": "01-10-2025",
        "TMT_PNS": "", "TMT_GOLONGAN": "", "TMT_JABATAN": "01-10-2025"}  # fmt: skip


def read(seen=None, row=2, number=1, **changes):
    return check(row, books.person(number, **changes), units=UNITS, seen=seen or Seen(), today=TODAY)


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"NIP_BARU": ""}, "NIP BARU", "NIP kosong."),
        ({"NIP_BARU": "1.98002E+17"}, "NIP BARU", "bilangan"),
        ({"NIP_BARU": "203002152050012001", "TANGGAL_LAHIR": "15-02-2030"}, "NIP BARU", "sesudah hari ini"),
        ({"NIP_BARU": "198002152035012001"}, "NIP BARU", "sesudah hari ini"),
        ({"PNS_ID": ""}, "PNS ID", "PNS ID kosong."),
        ({"PNS_ID": "x" * 43}, "PNS ID", "paling banyak 42"),
        ({"NAMA": "12345"}, "NAMA", "tidak memuat huruf"),
        ({"NAMA": True}, "NAMA", "TRUE"),
        ({"STATUS_CPNS_PNS": ""}, "STATUS CPNS PNS", "“kosong” tidak dikenal"),
        ({"KEDUDUKAN_HUKUM_ID": "71"}, "KEDUDUKAN HUKUM ID", "“71” tidak dikenal"),
        ({"KEDUDUKAN_HUKUM_NAMA": "Entah"}, "KEDUDUKAN HUKUM ID", "“Entah” tidak dikenal"),
        ({"GOL_AKHIR_NAMA": "IX"}, "GOL AKHIR NAMA", "tidak ada untuk PNS"),
        ({"JABATAN_NAMA": "null"}, "JABATAN NAMA", "Nama jabatan kosong."),
        ({"JENIS_JABATAN_ID": "9"}, "JENIS JABATAN ID", "“9” tidak dikenal"),
        ({"TAHUN_LULUS": "19"}, "TAHUN LULUS", "tidak sesudah tahun lahir"),
        ({"TAHUN_LULUS": "1980"}, "TAHUN LULUS", "tidak sesudah tahun lahir"),
        ({"TMT_PNS": "01-12-2004"}, "TMT PNS", "sebelum TMT CPNS"),
        ({"TMT_CPNS": "01-01-1990", "TMT_PNS": ""}, "TMT CPNS", "pada umur 9 tahun"),
        ({"TMT_GOLONGAN": "01-01-1979"}, "TMT GOLONGAN", "tidak sesudah tanggal lahir"),
    ],
)
def test_a_person_is_refused_at_the_one_cell_that_is_wrong(changes, column, words):
    person, problems, _ = read(**changes)
    assert person is None
    assert [(problem.row, problem.column) for problem in problems] == [(2, column)]
    assert words in problems[0].message and problems[0].message.endswith(".")


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"JENIS_KELAMIN": "X"}, "JENIS KELAMIN", "dipakai P menurut NIP"),
        ({"GOL_AWAL_NAMA": "III/f"}, "GOL AWAL NAMA", "tidak dicatat"),
        ({"TMT_GOLONGAN": "01-01-2004"}, "TMT GOLONGAN", "sebelum TMT CPNS"),
        ({"TMT_CPNS": "01-05-2005"}, "TMT CPNS", "NIP memuat 2005-01"),
        (PPPK | {"STATUS_CPNS_PNS": "P", "GOL_AKHIR_NAMA": "III/c"}, "STATUS CPNS PNS", "milik PPPK"),
    ],
)
def test_what_does_not_decide_who_somebody_is_is_only_warned_of(changes, column, words):
    person, problems, warnings = read(**changes)
    assert (person is not None, problems) == (True, [])
    assert [warning.column for warning in warnings] == [column] and words in warnings[0].message


@pytest.mark.parametrize(
    ("changes", "fact", "value"),
    [
        ({"KEDUDUKAN_HUKUM_ID": "1"}, "standing", "Aktif"),
        ({"KEDUDUKAN_HUKUM_ID": 1.0}, "standing", "Aktif"),
        ({"KEDUDUKAN_HUKUM_NAMA": "PENSIUN"}, "active", False),
        ({"KEDUDUKAN_HUKUM_ID": "99"}, "active", False),
        ({"TANGGAL_LAHIR": 29266}, "birth_date", date(1980, 2, 15)),
        ({"TANGGAL_LAHIR": date(1980, 2, 15)}, "birth_date", date(1980, 2, 15)),
        ({"NAMA": "SITI\u200b AMINAH"}, "name", "Siti Aminah"),
        ({"NAMA": "=A1+Budi"}, "name", "=A1+Budi"),
        (PPPK, "status", "PPPK"),
        (PPPK | {"STATUS_CPNS_PNS": "pppk_paruh_waktu", "GOL_AKHIR_NAMA": ""}, "status", "PPPK_PARUH_WAKTU"),
        (PPPK | {"STATUS_CPNS_PNS": "PPPK PARUH WAKTU", "GOL_AKHIR_NAMA": "null"}, "grade", ""),
    ],
)
def test_dirt_that_leaves_no_doubt_is_read_without_a_word(changes, fact, value):
    person, problems, warnings = read(**changes)
    assert (problems, warnings) == ([], []) and getattr(person, fact) == value


def test_of_two_people_with_one_nik_the_later_is_taken_without_it():
    seen = Seen()
    first, _, _ = read(seen, 2, NIK="1373015502801111")
    second, problems, warnings = read(seen, 3, 3, NIK="1373015502801111")
    assert (first.nik, second.nik, problems) == ("1373015502801111", "", [])
    assert [(warning.row, warning.column) for warning in warnings] == [(3, "NIK")] and "baris 2" in warnings[0].message


def test_the_leader_whom_the_tree_names_leads_whatever_the_post_is_called():
    structural = {"JENIS_JABATAN_ID": "1", "UNOR_ID": books.OFFICE}
    named, _, warnings = read(JABATAN_NAMA="KEPALA DINAS", **structural)
    assert (named.is_head, named.position_kind, warnings) == (True, "jpt_pratama", [])
    called, _, warnings = read(number=3, JABATAN_NAMA="kepala dinas contoh", **structural)
    assert called.is_head and ["PemimpinPnsId" in warning.message for warning in warnings] == [True]


def test_every_column_that_is_read_is_known_so_that_none_stands_there_twice():
    asked = set()

    class Watched(dict):
        def get(self, key, default=None):
            asked.add(key)
            return super().get(key, default)

    check(2, Watched(books.person(1, UNOR_ID="X")), units=UNITS, seen=Seen(), today=TODAY)
    assert asked == {*employee_rows.REQUIRED, *employee_rows.OPTIONAL}
