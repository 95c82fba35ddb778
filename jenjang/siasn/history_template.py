"""Templat riwayat: an empty book with one sheet a kind, its columns under SIASN's names, a help sheet and examples."""

from io import BytesIO
from typing import Any

import xlsxwriter

from jenjang.siasn.history_kinds_more import KINDS

EXAMPLE_NIP = "198503172010012001"
INTRODUCTION = (
    "Satu lembar untuk setiap jenis riwayat; judul kolom memakai nama isian SIASN dan tidak boleh diubah.",
    "Lembar yang tidak dipakai boleh dihapus. Kolom bertanda * wajib diisi. Tanggal ditulis hh-bb-tttt. NIP dan NIK sebagai teks.",
    "Kolom id diisi id riwayat dari SIASN: baris dengan id yang sudah dikenal dan isi lain menjadi koreksi.",
    "Berkas yang sama boleh diunggah lagi: baris yang sama tidak mengubah apa pun.",
    "Contoh pada lembar Petunjuk rekaan; jangan disalin ke lembar riwayat.",
)
HEAD = ("Lembar", "Kolom", "Wajib", "Cara mengisi", "Contoh")
WIDTHS = (20, 28, 8, 70, 34)


def write() -> bytes:
    """The book as XLSX. Nothing in it computes."""
    output = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(output, options)
    bold = book.add_format({"bold": True})
    plain = book.add_format({"num_format": "@"})
    _guide(book.add_worksheet("Petunjuk"), bold)
    for kind in KINDS:
        page = book.add_worksheet(kind.sheet)
        for place, column in enumerate(kind.columns):
            page.set_column(place, place, max(14, len(column.name) + 4), plain)
            page.write_string(0, place, f"{column.name}{' *' if column.required else ''}", bold)
            page.write_comment(0, place, column.help)
        page.freeze_panes(1, 1)
    book.close()
    return output.getvalue()


def _guide(page: Any, bold: Any) -> None:
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    for number, line in enumerate(INTRODUCTION):
        page.write_string(number, 0, line)
    start = len(INTRODUCTION) + 1
    for place, title in enumerate(HEAD):
        page.write_string(start, place, title, bold)
    lines = [
        (kind.sheet, column.name, "ya" if column.required else "", column.help, str(column.example))
        for kind in KINDS
        for column in kind.columns
    ]
    for number, cells in enumerate(lines, start + 1):
        for place, text in enumerate(cells):
            page.write_string(number, place, text)
