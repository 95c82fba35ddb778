"""Files that are no honest files: each is answered with a sentence at its field, 422, and nothing stored."""

import json
import struct
import zipfile
from io import BytesIO

import pytest

from jenjang.kernel import jobs
from jenjang.kernel.imports import ImportState
from jenjang.kernel.models import Document, StagedImport
from jenjang.personnel.models import Employee
from jenjang.siasn import queries, unit_tree
from tests.integration.siasn import books
from tests.integration.siasn.books import person

GOOD = books.employees([person(1)])


@pytest.fixture
def officer(client, cast, sign_in):
    return sign_in(client, cast.lestari, fresh=True)


def repacked(**parts):
    """The good book with other or further parts; a part's name is written with __ for / and _d_ for the dot."""
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as source, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, parts.pop(name, source.read(name)))
        for name, content in parts.items():
            target.writestr(name, content)
    return output.getvalue()


def with_entity():
    with zipfile.ZipFile(BytesIO(GOOD)) as source:
        shared = source.read("xl/sharedStrings.xml").decode()
    return repacked(**{"xl/sharedStrings.xml": shared.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaa">]>', 1)})


def lying_about_sizes():
    content = bytearray(GOOD)
    place = content.find(b"PK\x01\x02")
    struct.pack_into("<I", content, place + 24, 10)
    return bytes(content)


BAD_SHEETS = {
    "bomb": lambda: repacked(**{"xl/worksheets/sheet9.xml": b"<a>" + b" " * 60_000_000}),
    "climbing path": lambda: repacked(**{"../../etc/passwd": b"x"}),
    "macro": lambda: repacked(**{"xl/vbaProject.bin": b"x"}),
    "entity": with_entity,
    "lying sizes": lying_about_sizes,
    "two thousand parts": lambda: repacked(**{f"xl/p{number}.xml": b"<a/>" for number in range(2000)}),
    "zip that is no book": lambda: _zip({"readme.txt": b"x"}),
    "old xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "csv called xlsx": lambda: b"NIP BARU,NAMA\n1,2\n",
    "page called xlsx": lambda: b"<html><script>alert(1)</script></html>",
    "cut off": lambda: GOOD[:-300],
    "program before the zip": lambda: b"#!/bin/sh\n" + GOOD,
    "empty": lambda: b"",
}


def _zip(parts):
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return output.getvalue()


@pytest.mark.parametrize("make", BAD_SHEETS.values(), ids=BAD_SHEETS)
def test_a_trap_of_a_book_is_refused_at_its_field_and_nothing_is_stored(officer, make):
    content = make()
    for address, field in (("/impor/pegawai/", "id_sheet"), ("/impor/riwayat/", "id_riwayat_sheet")):
        answer = officer.post(
            address, {"sheet": books.file(content, "data.xlsx"), "tree": books.file(books.tree(), "unor.json")}
        )
        page = answer.content.decode()
        assert answer.status_code == 422 and f'aria-describedby="{field}_error' in page
    assert not Document.objects.exists() and not StagedImport.objects.exists()


def unit(number, parent="", **more):
    return {"Id": f"U-{number}", "DiatasanId": parent, "NamaUnor": f"Unit {number}", "EselonId": "99"} | more


BAD_TREES = {
    "circle": lambda: json.dumps([unit(1, "U-2"), unit(2, "U-1")]).encode(),
    "its own parent": lambda: json.dumps([unit(1, "U-1")]).encode(),
    "missing parent": lambda: json.dumps([unit(1, "U-9")]).encode(),
    "two of one id": lambda: json.dumps([unit(1), unit(1)]).encode(),
    "too many": lambda: json.dumps([unit(number) for number in range(20_001)]).encode(),
    "deep": lambda: b"[" * 100_000 + b"]" * 100_000,
    "deep objects": lambda: b'{"data":' * 90 + b"1" + b"}" * 90,
    "a number": lambda: b"[1, 2]",
    "units as text": lambda: b'{"data": ["a"]}',
    "no list": lambda: b'{"data": {"Id": "x"}}',
    "empty list": lambda: b"[]",
    "nested name": lambda: json.dumps([{"Id": "a", "NamaUnor": {"x": 1}}]).encode(),
    "name as list": lambda: json.dumps([{"Id": ["a"], "NamaUnor": "b"}]).encode(),
    "zero byte": lambda: json.dumps([unit(1, NamaUnor="a\x00b")]).encode(),
    "lone surrogate": lambda: b'[{"Id": "a", "NamaUnor": "\\ud800"}]',
    "no name": lambda: json.dumps([{"Id": "a"}]).encode(),
    "long name": lambda: json.dumps([unit(1, NamaUnor="a" * 10_000_000)]).encode(),
    "huge number": lambda: b'[{"Id": ' + b"9" * 6000 + b', "NamaUnor": "x"}]',
    "not a number": lambda: b'[{"Id": NaN, "NamaUnor": "x"}]',
    "no json": lambda: b"{oh",
    "latin": lambda: '[{"Id": "a", "NamaUnor": "é"}]'.encode("latin-1"),
    "sheet": lambda: GOOD,
    "empty": lambda: b"",
}


@pytest.mark.parametrize("make", BAD_TREES.values(), ids=BAD_TREES)
def test_a_tree_that_is_none_is_refused_at_its_field_and_nothing_is_stored(officer, make):
    answer = officer.post(
        "/impor/pegawai/", {"sheet": books.file(GOOD, "data.xlsx"), "tree": books.file(make(), "unor.json")}
    )
    assert answer.status_code == 422 and 'aria-describedby="id_tree_error' in answer.content.decode()
    assert not Document.objects.exists() and not StagedImport.objects.exists()


def test_a_tree_of_twenty_thousand_units_in_one_line_is_read_in_a_moment():
    chain = [unit(number, f"U-{number - 1}" if number else "") for number in range(20_000)]
    assert len(unit_tree.read(json.dumps(chain[::-1]).encode())) == 20_000


BAD_BOOKS = {
    "no headings": lambda: books.employees([], headings=("A", "B")),
    "heading too low": lambda: books.employees([person(1)], heading_row=11),
    "doubled heading": lambda: books.employees([person(1)], headings=(*books.HEADINGS, "NIP BARU")),
    "nothing at all": lambda: books.book({"Sheet1": ((), [])}),
}


@pytest.mark.parametrize("make", BAD_BOOKS.values(), ids=BAD_BOOKS)
def test_a_book_that_is_no_sheet_of_employees_fails_with_a_sentence(officer, make):
    officer.post(
        "/impor/pegawai/", {"sheet": books.file(make(), "data.xlsx"), "tree": books.file(books.tree(), "unor.json")}
    )
    jobs.run_pending()
    staged = queries.all_imports().get()
    assert staged.state == ImportState.FAILED and staged.message.endswith(".")
    assert staged.message[:40] in officer.get(f"/impor/{staged.pk}/").content.decode().replace("&#x27;", "'")


def test_the_heading_may_stand_in_row_seven(officer):
    officer.post("/impor/pegawai/", {"sheet": books.file(books.employees([person(1, NAMA="")], heading_row=7), "data.xlsx"),
                                     "tree": books.file(books.tree(), "unor.json")})  # fmt: skip
    jobs.run_pending()
    staged = queries.all_imports().get()
    assert [(found.row, found.column) for found in queries.remarks_of(staged, "galat")] == [(8, "NAMA")]


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"NIP_BARU": 198002152005012001}, "NIP BARU", "bilangan"),
        ({"NIP_BARU": "198013152005011001"}, "NIP BARU", "bukan tanggal lahir"),
        ({"NIP_BARU": "٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩"}, "NIP BARU", "18 angka"),
        ({"TANGGAL_LAHIR": "31-02-1980"}, "TANGGAL LAHIR", "tidak ada pada kalender"),
        ({"TMT_CPNS": "01-01-0001"}, "TMT CPNS", "terlalu lama"),
        ({"TMT_JABATAN": "01-01-2099"}, "TMT JABATAN", "sesudah hari ini"),
        ({"TMT_GOLONGAN": "99999999999999"}, "TMT GOLONGAN", "bukan tanggal"),
        ({"NAMA": "A" * 32_000}, "NAMA", "Pendekkan"),
        ({"TAHUN_LULUS": "²"}, "TAHUN LULUS", "bilangan bulat"),
        ({"TAHUN_LULUS": "9" * 400}, "TAHUN LULUS", "bilangan bulat"),
    ],
)
def test_an_impossible_cell_is_refused_and_the_good_rows_stay_good(officer, changes, column, words):
    sheet = books.employees([person(1, **changes), person(2)])
    officer.post(
        "/impor/pegawai/", {"sheet": books.file(sheet, "data.xlsx"), "tree": books.file(books.tree(), "unor.json")}
    )
    jobs.run_pending()
    staged = queries.all_imports().get()
    found = queries.all_refusals(staged)[0]
    assert (staged.state, staged.new, staged.rejected, found.row, found.column) == (ImportState.READY, 1, 1, 2, column)
    assert words in found.message


def test_a_text_of_ten_megabytes_in_a_cell_is_refused_like_any_long_one(officer):
    with zipfile.ZipFile(BytesIO(GOOD)) as source:
        shared = source.read("xl/sharedStrings.xml")
    content = repacked(
        **{
            "xl/sharedStrings.xml": shared.replace(
                b"Pegawai Rekaan 1", b"".join(b"A%07d" % n for n in range(1_300_000))
            )
        }
    )
    answer = officer.post(
        "/impor/pegawai/", {"sheet": books.file(content, "data.xlsx"), "tree": books.file(books.tree(), "unor.json")}
    )
    assert answer.status_code == 302
    jobs.run_pending()
    staged = queries.all_imports().get()
    assert (staged.new, queries.all_refusals(staged)[0].column) == (0, "NAMA")
    assert not Employee.objects.exists()


def test_markup_and_formulas_are_names_like_others_and_never_run(officer):
    sheet = books.employees([person(1, NAMA="<script>alert(1)</script>", ALAMAT='=HYPERLINK("x")')])
    officer.post(
        "/impor/pegawai/", {"sheet": books.file(sheet, "data.xlsx"), "tree": books.file(books.tree(), "unor.json")}
    )
    jobs.run_pending()
    page = officer.get(f"/impor/{queries.all_imports().get().pk}/").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page
