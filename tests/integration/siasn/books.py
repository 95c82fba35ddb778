"""Small books and trees for tests: a city of three units, people with sound NIPs. Everybody is invented."""

import json
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from jenjang.siasn.employee_rows import REQUIRED

ROOT, OFFICE, FIELD = "UNOR-KOTA", "UNOR-DINAS", "UNOR-BIDANG"
EXTRA = ("TMT CPNS", "TMT PNS", "TMT GOLONGAN", "JENIS JABATAN ID", "TMT JABATAN", "TINGKAT PENDIDIKAN ID",
         "PENDIDIKAN NAMA", "TAHUN LULUS", "NIK", "ALAMAT", "EMAIL")  # fmt: skip
HEADINGS = (*REQUIRED, *EXTRA, "INSTANSI KERJA ID", "INSTANSI KERJA NAMA")


def tree(*more: dict[str, Any]) -> bytes:
    """ref-unor of a city with an office and a field in it."""
    units = [
        {"Id": ROOT, "NamaUnor": "Pemerintah Kota Contoh", "EselonId": "00", "InstansiId": "INSTANSI-UJI"},
        {"Id": OFFICE, "DiatasanId": ROOT, "NamaUnor": "Dinas Contoh", "EselonId": "22", "NamaJabatan": "Kepala Dinas Contoh",
         "PemimpinPnsId": "PNS-1"},
        {"Id": FIELD, "DiatasanId": OFFICE, "NamaUnor": "Bidang Contoh", "EselonId": "32", "NamaJabatan": "Kepala Bidang Contoh"},
        *more,
    ]  # fmt: skip
    return json.dumps({"data": units}).encode()


def person(number: int, **changes: Any) -> dict[str, Any]:
    """A sound row; `changes` by heading with blanks as underscores."""
    nip = f"19800215200501{1 + number % 2}{number:03}"
    row = {
        "PNS ID": f"PNS-{number}", "NIP BARU": nip, "NAMA": f"Pegawai Rekaan {number}", "TANGGAL LAHIR": "15-02-1980",
        "JENIS KELAMIN": "M" if number % 2 == 0 else "F", "STATUS CPNS PNS": "P", "UNOR ID": FIELD, "GOL AKHIR NAMA": "III/c",
        "TMT CPNS": "01-01-2005", "TMT PNS": "01-03-2006", "TMT GOLONGAN": "01-04-2021", "JENIS JABATAN ID": "4",
        "JABATAN NAMA": "Pengelola Kepegawaian", "TMT JABATAN": "02-01-2020", "TINGKAT PENDIDIKAN ID": "40",
        "PENDIDIKAN NAMA": "S-1 Administrasi Negara", "TAHUN LULUS": "2004",
    }  # fmt: skip
    return row | {key.replace("_", " "): value for key, value in changes.items()}


def nip(number: int) -> str:
    return str(person(number)["NIP BARU"])


def employees(rows: list[dict[str, Any]], *, heading_row: int = 1, headings: tuple[str, ...] = HEADINGS) -> bytes:
    """A sheet of employees as SIASN exports it."""
    return book({"Sheet1": (headings, rows)}, heading_row=heading_row)


def histories(sheets: dict[str, list[dict[str, Any]]]) -> bytes:
    """A book of histories; the headings of a sheet are the keys of its rows."""
    return book(
        {name: (tuple(dict.fromkeys(key for row in rows for key in row)), rows) for name, rows in sheets.items()}
    )


def book(sheets: dict[str, tuple[tuple[str, ...], list[dict[str, Any]]]], *, heading_row: int = 1) -> bytes:
    output = BytesIO()
    workbook = xlsxwriter.Workbook(output, {"strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": datetime(2026, 1, 1)})  # the same rows are the same bytes
    for name, (headings, rows) in sheets.items():
        page = workbook.add_worksheet(name)
        for number in range(heading_row - 1):
            page.write_string(number, 0, "Daftar pegawai menurut SIASN (rekaan)")
        for place, heading in enumerate(headings):
            page.write_string(heading_row - 1, place, heading)
        for number, row in enumerate(rows, heading_row):
            for place, heading in enumerate(headings):
                value = row.get(heading, "")
                if isinstance(value, int | float) and not isinstance(value, bool):
                    page.write_number(number, place, value)
                elif value != "":
                    page.write_string(number, place, str(value))
    workbook.close()
    return output.getvalue()


def file(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
