"""Sheets: headings where people put them, the sheet's own row numbers, traps refused before a reader opens them."""

import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from jenjang.kernel import archives, sheets
from jenjang.kernel.sheets import Column, SheetRefused

COLUMNS = [Column("nip", "NIP BARU"), Column("nama", "NAMA")]


def workbook(rows: list[list[object]], *, top: int = 0, left: int = 0) -> bytes:
    output = BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True})
    page = book.add_worksheet("Data")
    for number, row in enumerate(rows):
        page.write_row(top + number, left, row)
    book.close()
    return output.getvalue()


def rewritten(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The same workbook with other parts."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return output.getvalue()


GOOD = workbook([["NIP BARU", "NAMA"], ["198503122010012004", "Sri"]])


@pytest.mark.parametrize(("top", "left"), [(0, 0), (3, 2), (9, 0)])
def test_the_heading_may_stand_in_any_of_the_first_ten_rows(top: int, left: int) -> None:
    content = workbook([["nip  baru *", "Nama"], ["1985", "Sri"], [], ["1986", "Budi"]], top=top, left=left)
    with sheets.open_sheet(content, required=["NIP BARU", "NAMA"]) as sheet:
        assert sheet.heading_row == top + 1
        assert list(sheet) == [
            (top + 2, {"NIP BARU": "1985", "NAMA": "Sri"}),
            (top + 4, {"NIP BARU": "1986", "NAMA": "Budi"}),
        ]


def test_a_heading_in_row_eleven_is_not_found_and_the_answer_names_what_lacks() -> None:
    with pytest.raises(SheetRefused, match="NIP BARU"):
        sheets.open_sheet(workbook([["NIP BARU", "NAMA"]], top=10), required=["NIP BARU", "NAMA"])


def book_of(*pages: tuple[str, list[list[object]], bool]) -> bytes:
    """Sheets by name, with their rows, and whether they are hidden."""
    output = BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True})
    for name, rows, hidden in pages:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        if hidden:
            page.hide()
        else:
            page.activate()
    book.close()
    return output.getvalue()


PEOPLE: list[list[object]] = [["NIP BARU", "NAMA"], ["1985", "Sri"]]


def test_what_nobody_sees_is_not_read_and_further_sheets_are_told_of() -> None:
    content = book_of(
        ("Lama", PEOPLE, True), ("Catatan", [["x"]], False), ("Data", PEOPLE, False), ("Lagi", PEOPLE, False)
    )
    with sheets.open_sheet(content, required=["NIP BARU"]) as sheet:
        assert (sheet.name, sheet.others) == ("Data", ("Lagi", "Lama"))
    assert sheets.sheet_names(content) == ["Catatan", "Data", "Lagi"]


def test_a_sheet_that_is_only_hidden_is_refused_as_hidden() -> None:
    content = book_of(("Lama", PEOPLE, True), ("Catatan", [["x"]], False))
    for wanted in (None, "lama"):
        with pytest.raises(SheetRefused, match="tersembunyi"):
            sheets.open_sheet(content, required=["NIP BARU"], sheet=wanted)


def test_a_known_heading_stands_once_and_others_as_often_as_they_like() -> None:
    content = workbook([["NIP BARU", "NIK", "KET", "KET", "nik"], ["1", "2", "3", "4", "5"]])
    assert len(sheets.open_sheet(content, required=["NIP BARU"])) == 1
    with pytest.raises(SheetRefused, match="Kolom NIK ada dua kali"):
        sheets.open_sheet(content, required=["NIP BARU"], known=["NIK"])


def test_the_answer_names_only_the_missing_column() -> None:
    with pytest.raises(SheetRefused, match=r"belum ada: UNOR ID\."):
        sheets.open_sheet(GOOD, required=["NIP BARU", "UNOR ID"])


def test_a_required_column_twice_is_refused() -> None:
    with pytest.raises(SheetRefused, match="dua kali"):
        sheets.open_sheet(workbook([["NIP BARU", "NIP BARU"], ["1", "2"]]), required=["NIP BARU"])


def with_part(name: str, part: bytes) -> bytes:
    return rewritten(GOOD, lambda parts: parts.update({name: part}))


def sheet_with(old: bytes, new: bytes) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet1.xml"
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return rewritten(GOOD, change)


def doubled() -> bytes:
    output = BytesIO(GOOD)
    with zipfile.ZipFile(output, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("xl/workbook.xml", b"<x/>")
    return output.getvalue()


def locked() -> bytes:
    """The flag of encryption on the first entry, in both directories."""
    content = bytearray(GOOD)
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def lying() -> bytes:
    """An entry that inflates to more than it declares."""
    long = b"<a>" + b"x" * 100_000 + b"</a>"
    content = bytearray(with_part("xl/besar.xml", long))
    for magic, crc_at, size_at in ((b"PK\x03\x04", 14, 22), (b"PK\x01\x02", 16, 24)):
        place = content.index(b"xl/besar.xml") - 30 if magic == b"PK\x03\x04" else content.rindex(b"xl/besar.xml") - 46
        assert content[place : place + 4] == magic
        content[place + crc_at : place + crc_at + 4] = zlib.crc32(long[:10]).to_bytes(4, "little")
        content[place + size_at : place + size_at + 4] = (10).to_bytes(4, "little")
    return bytes(content)


TRAPS = {
    "bomb": with_part("xl/bom.xml", b"<a>" + b" " * 60_000_000),
    "many entries": rewritten(GOOD, lambda parts: parts.update({f"xl/{n}.xml": b"<a/>" for n in range(1200)})),
    "climbs out": with_part("../../etc/cron.d/x", b"x"),
    "absolute": with_part("/etc/passwd", b"x"),
    "windows path": with_part("C:\\x.xml", b"<a/>"),
    "twice": doubled(),
    "locked": locked(),
    "lying size": lying(),
    "doctype": sheet_with(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
    "utf-16": with_part("xl/lain.xml", '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")),
    "far cell": sheet_with(b'r="A2"', b'r="XFD1048576"'),
    "macro": with_part("xl/vbaProject.bin", b"x"),
    "ole": with_part("xl/embeddings/oleObject1.bin", b"x"),
    "old xls": archives.OLE_MAGIC + b"x" * 2000,
    "not zip": b"NIP;NAMA\n1;2",
    "zip but no workbook": rewritten(
        GOOD,
        lambda parts: (
            parts.update({"xl/workbook.xml": parts.pop("xl/workbook.xml")}) or parts.__delitem__("xl/workbook.xml")
        ),
    ),
    "cut": GOOD[: len(GOOD) // 2],
    "empty": b"",
    "prefix": b"#!/bin/sh\n" + GOOD,
}


@pytest.mark.parametrize("trap", sorted(TRAPS))
def test_traps_are_refused_with_a_sentence(trap: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        sheets.open_sheet(TRAPS[trap], required=["NIP BARU"])
    assert str(refusal.value).endswith(".")


def test_what_we_write_never_computes() -> None:
    content = sheets.write_xlsx(
        COLUMNS, [{"nip": "=1+1", "nama": '=HYPERLINK("http://x")'}, {"nip": 5, "nama": date(2026, 1, 2)}]
    )
    with zipfile.ZipFile(BytesIO(content)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in page
    assert b"hyperlink" not in page
    with sheets.open_sheet(content, required=["NIP BARU"]) as sheet:
        assert dict(sheet)[2]["NIP BARU"] == "=1+1"


def test_unprintable_and_endless_text_is_written_without_harm() -> None:
    content = sheets.write_xlsx(COLUMNS, [{"nip": "a\x00\x0bb", "nama": "x" * 50_000}])
    with sheets.open_sheet(content, required=["NAMA"]) as sheet:
        row = dict(sheet)[2]
    assert (row["NIP BARU"], len(row["NAMA"])) == ("ab", sheets.EXCEL_TEXT_LIMIT)


@pytest.mark.parametrize("field", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])
def test_csv_neutralises_formulas(field: str) -> None:
    assert sheets.harmless(field) == f"'{field}"


@pytest.mark.parametrize("field", ["-12,5", "+62", "Sri", "198503122010012004", ""])
def test_csv_leaves_words_and_numbers_alone(field: str) -> None:
    assert sheets.harmless(field) == field
