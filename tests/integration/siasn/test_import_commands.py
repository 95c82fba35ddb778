"""The importers at the command line: what they print, report and exit with, and that a refusal writes nothing."""

import json

import pytest
from django.db import connection

from jenjang.cli import main
from jenjang.personnel.models import Employee
from tests.factories.people import make_employee
from tests.integration.siasn import books

GOOD, FOUND_SOMETHING, CANNOT_RUN = 0, 1, 2


@pytest.fixture
def files(tmp_path):
    """A sheet with a good, a doubtful and a refused row, its tree, and where the report goes."""
    rows = [books.person(1), books.person(2, NIK="123"), books.person(3, NAMA="")]
    (tmp_path / "pegawai.xlsx").write_bytes(books.employees(rows, heading_row=4))
    (tmp_path / "unor.json").write_bytes(books.tree())
    return tmp_path


def run(files, *more, tree=True):
    units = ("--units", str(files / "unor.json")) if tree else ()
    return main(["import", "employees", str(files / "pegawai.xlsx"), *units, *more])


def report_of(files):
    return json.loads((files / "laporan.json").read_text())


def test_the_report_has_these_keys_and_the_sheets_own_row_numbers(files):
    assert run(files, "--report", str(files / "laporan.json")) == FOUND_SOMETHING
    report = report_of(files)
    assert list(report) == ["rows", "accepted", "unchanged", "rejected", "warnings"]
    assert (report["rows"], report["accepted"], report["unchanged"]) == (3, 2, 0)
    for found, row, column in ((report["rejected"], 7, "NAMA"), (report["warnings"], 6, "NIK")):
        assert [(one["row"], one["column"], list(one)) for one in found] == [
            (row, column, ["row", "column", "message"])
        ]
    run(files, "--report", str(files / "laporan.json"))
    assert (report_of(files)["accepted"], report_of(files)["unchanged"]) == (0, 2)


def test_a_dry_run_says_the_same_and_writes_nothing(files):
    assert run(files, "--dry-run", "--report", str(files / "laporan.json")) == FOUND_SOMETHING
    assert report_of(files)["accepted"] == 2 and not Employee.objects.exists()


def test_rows_are_signed_by_whoever_is_named(files, cast):
    assert run(files, "--by", cast.lestari.username) == FOUND_SOMETHING
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT actor FROM ledger_entry WHERE table_name = 'personnel_rankrecord'")
        assert cursor.fetchall() == [(f"user:{cast.lestari.pk}",)]


@pytest.mark.parametrize(
    ("more", "tree", "words"),
    [
        ((), False, "Belum ada unit di sini"),
        (("--by", "198001012005011999"), True, "Tidak ada akun dengan NIP"),
        (("--report", "/tidak/ada/laporan.json"), True, "/tidak/ada/laporan.json"),
        (("--units", "/tidak/ada.json"), False, "/tidak/ada.json"),
    ],
)
def test_what_cannot_run_says_why_and_writes_nothing(files, capsys, more, tree, words):
    assert run(files, *more, tree=tree) == CANNOT_RUN
    assert words in capsys.readouterr().err and not Employee.objects.exists()


def test_a_file_that_is_no_sheet_cannot_be_run(files, capsys):
    (files / "pegawai.xlsx").write_bytes(b"NIP BARU;NAMA")
    assert run(files) == CANNOT_RUN and "bukan berkas .xlsx" in capsys.readouterr().err


def test_a_second_sheet_of_employees_is_warned_of(files):
    rows = (books.HEADINGS, [books.person(1)])
    (files / "pegawai.xlsx").write_bytes(books.book({"PNS": rows, "PPPK": (books.HEADINGS, [books.person(2)])}))
    assert run(files, "--report", str(files / "laporan.json")) == GOOD
    assert ["“PPPK”" in found["message"] for found in report_of(files)["warnings"]] == [True]


def test_the_report_of_histories_names_the_sheet_too(files):
    nip = make_employee("Sri Rahayu").nip
    rows = [{"nipBaru": nip, "hargaId": "201", "skDate": day} for day in ("17-08-2024", "31-02-2024")]
    (files / "riwayat.xlsx").write_bytes(books.histories({"rw-penghargaan": rows}))
    command = ["import", "histories", str(files / "riwayat.xlsx"), "--report", str(files / "laporan.json")]
    assert main(command) == FOUND_SOMETHING
    found = report_of(files)["rejected"][0]
    assert (found["sheet"], found["row"], found["column"]) == ("rw-penghargaan", 3, "skDate")
