"""Siapa pegawainya, menurut satu baris: numbers, name, birth, education, contact. Pure."""

import re
from datetime import date
from typing import Any

from jenjang.law.codes import Education
from jenjang.law.identifiers import NIK, NIP, MalformedNumber
from jenjang.siasn import cells, codes
from jenjang.siasn.cells import CellProblem
from jenjang.siasn.row_reader import FUTURE, RowReader, Seen

MAX_NAME = 200
MAX_ID = 42
_EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[A-Za-z]{2,}")
_LETTER = re.compile(r"[^\W\d_]")


def nip(reader: RowReader, seen: Seen, today: date) -> NIP | None:
    """The NIP taken apart, or None when there is none; of two equal ones the later row is refused."""
    column = "NIP BARU"
    try:
        value = cells.digits(reader.values.get(column))
        found = NIP.read(value)
    except CellProblem as problem:
        reader.refuse(column, f"NIP: {problem}")
        return None
    except MalformedNumber as problem:
        said = f"NIP {value[:40]}: {problem} Betulkan" if value else "NIP kosong. Isi"
        reader.refuse(column, f"{said} di SIASN, lalu impor lagi.")
        return None
    if found.birth_date >= today or found.earliest_appointment > today + FUTURE:
        reader.refuse(column, f"NIP {value} memuat tanggal sesudah hari ini. Betulkan di SIASN, lalu impor lagi.")
        return None
    earlier = seen.nips.setdefault(value, reader.row)
    if earlier != reader.row:
        reader.refuse(column, f"NIP {value} sudah ada pada baris {earlier}. Hapus salah satu, lalu impor lagi.")
    return found


def siasn_id(reader: RowReader, seen: Seen) -> str:
    """PNS ID, by which SIASN keeps a person whose NIP changes."""
    column = "PNS ID"
    value = reader.text(column)
    if not value or len(value) > MAX_ID:
        if not reader.has_problem(column):
            fault = f"PNS ID {len(value)} huruf; paling banyak {MAX_ID}." if value else "PNS ID kosong."
            reader.refuse(column, f"{fault} Ekspor ulang dari SIASN.")
        return ""
    earlier = seen.siasn_ids.setdefault(value, reader.row)
    if earlier != reader.row and not reader.has_problem("NIP BARU"):
        reader.refuse(column, f"PNS ID sama dengan baris {earlier}, tetapi NIP-nya lain. Periksa kedua baris di SIASN.")
    return value


def identity(reader: RowReader, found: NIP | None, today: date) -> dict[str, Any]:
    """Data diri dan pendidikan."""
    name = _name(reader)
    birth_date, sex = _birth_and_sex(reader, found)
    return {
        "name": name,
        "title_before": reader.text("GELAR DEPAN"),
        "title_after": reader.text("GELAR BELAKANG"),
        "birth_place": reader.text("TEMPAT LAHIR NAMA"),
        "birth_date": birth_date,
        "sex": sex,
        "religion": reader.text("AGAMA NAMA"),
        "marital": reader.text("JENIS KAWIN NAMA"),
        "nik": _nik(reader),
        "education": _education(reader),
        "education_field": reader.text("PENDIDIKAN NAMA"),
        "graduated_year": _graduated(reader, found, today),
        "school": reader.text("NAMA SEKOLAH"),
    }


def contact(reader: RowReader) -> dict[str, Any]:
    """Kontak; an address of mail that cannot be one is left out."""
    return {
        "phone": reader.text("NOMOR HP"),
        "email": _email(reader, "EMAIL"),
        "office_email": _email(reader, "EMAIL GOV"),
        "address": reader.text("ALAMAT"),
        "tax_number": reader.text("NPWP NOMOR"),
        "health_insurance": reader.text("BPJS"),
    }


def own_nik(reader: RowReader, nik: str, seen: Seen) -> str:
    """The NIK, unless a row before has it: two people cannot share one, and kinship is told by it."""
    earlier = seen.niks.setdefault(nik, reader.row) if nik else reader.row
    if earlier != reader.row:
        reader.warn("NIK", f"NIK sama dengan baris {earlier}. NIK tidak disimpan; periksa kedua baris di SIASN.")
        return ""
    return nik


def _name(reader: RowReader) -> str:
    value = reader.text("NAMA")
    if not _LETTER.search(value):
        if not reader.has_problem("NAMA"):
            fault = f"Nama “{value[:40]}” tidak memuat huruf. Betulkan" if value else "Nama kosong. Isi"
            reader.refuse("NAMA", f"{fault} nama di SIASN, lalu impor lagi.")
        return ""
    if len(value) > MAX_NAME:
        reader.refuse("NAMA", f"Nama {len(value)} huruf; paling banyak {MAX_NAME}.")
        return ""
    return _tidy(value)


def _tidy(name: str) -> str:
    """Names typed in capitals or small letters throughout are written as names; others are left as they are."""
    if name.startswith(("=", "+", "-", "@")) or not (name.isupper() or name.islower()):
        return name
    return " ".join(word.capitalize() for word in name.split())


def _birth_and_sex(reader: RowReader, found: NIP | None) -> tuple[date | None, str]:
    birth_date = reader.day("TANGGAL LAHIR")
    written = reader.text("JENIS KELAMIN")
    sex = codes.SEX.get(written.upper(), "")
    if found is None:
        return birth_date, sex
    if birth_date is None:
        birth_date = found.birth_date
    elif birth_date != found.birth_date:
        reader.refuse(
            "TANGGAL LAHIR",
            f"Tanggal lahir {birth_date:%d-%m-%Y}, tetapi NIP memuat {found.birth_date:%d-%m-%Y}. Samakan di SIASN.",
        )
    if not sex:
        sex = str(found.sex)
        if written:
            reader.warn("JENIS KELAMIN", f"Jenis kelamin “{written[:40]}” tidak dikenal; dipakai {sex} menurut NIP. Tulis M atau F.")  # fmt: skip
    elif sex != found.sex:
        reader.refuse(
            "JENIS KELAMIN", f"Jenis kelamin {sex}, tetapi angka ke-15 NIP berarti {found.sex}. Samakan di SIASN."
        )
    return birth_date, sex


def _education(reader: RowReader) -> str:
    code, name = reader.text("TINGKAT PENDIDIKAN ID"), reader.text("TINGKAT PENDIDIKAN NAMA")
    level: Education | None = codes.EDUCATION.get(code.zfill(2)) or codes.EDUCATION_NAMES.get(name.lower())
    if level is None and (code or name):
        reader.refuse(
            "TINGKAT PENDIDIKAN ID",
            f"Tingkat pendidikan “{(name or code)[:40]}” tidak dikenal. Pakai kode SIASN, misalnya 40 untuk S-1.",
        )
    return str(level or "")


def _graduated(reader: RowReader, found: NIP | None, today: date) -> int | None:
    """Tahun lulus: after the birth that a sound NIP tells, not after today."""
    value = reader.take("TAHUN LULUS", lambda cell: cells.whole(cell, most=today.year), None)
    if value is not None and value <= (found.birth_date.year if found else cells.EARLIEST_YEAR):
        reader.refuse(
            "TAHUN LULUS", f"Tahun lulus {value} tidak sesudah tahun lahir. Tulis empat angka, misalnya 2004."
        )
        return None
    return value


def _nik(reader: RowReader) -> str:
    try:
        value = cells.digits(reader.values.get("NIK"))
        if value:
            NIK.read(value)
    except (CellProblem, MalformedNumber) as problem:
        reader.warn("NIK", f"{problem} NIK tidak disimpan; betulkan di SIASN.")
        return ""
    return value


def _email(reader: RowReader, column: str) -> str:
    value = reader.text(column)
    if value and not _EMAIL.fullmatch(value):
        reader.warn(
            column, f"Alamat surel “{value[:60]}” tidak lengkap; tidak disimpan. Tulis seperti nama@contoh.go.id."
        )
        return ""
    return value.lower()
