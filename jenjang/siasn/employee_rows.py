"""Baris "data pegawai" SIASN: one row becomes typed facts about one person, or sentences that say what to mend.

Pure: a row and what is known of the units and the rows before go in; nothing is written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from jenjang.law.codes import CareerLevel, Education, Grade, PositionKind, PPPKGrade, Status
from jenjang.law.identifiers import NIK, NIP, MalformedNumber
from jenjang.siasn import cells, codes, standing
from jenjang.siasn.cells import Cell, CellProblem
from jenjang.siasn.unit_tree import Unit

REQUIRED = (
    "PNS ID",
    "NIP BARU",
    "NAMA",
    "TANGGAL LAHIR",
    "JENIS KELAMIN",
    "STATUS CPNS PNS",
    "UNOR ID",
    "GOL AKHIR NAMA",
)
MAX_NAME = 200
FUTURE = timedelta(days=366)
# What the columns hold at most; a longer cell is refused at the cell, never cut.
LIMITS = {
    "GELAR DEPAN": 60, "GELAR BELAKANG": 120, "TEMPAT LAHIR NAMA": 120, "AGAMA NAMA": 40, "JENIS KAWIN NAMA": 40,
    "NOMOR HP": 30, "EMAIL": 254, "EMAIL GOV": 254, "NPWP NOMOR": 30, "BPJS": 30, "NOMOR SK CPNS": 100,
    "NOMOR SK PNS": 100, "GOL AWAL NAMA": 5, "JABATAN NAMA": 300, "JABATAN ID": 42, "PENDIDIKAN NAMA": 200,
    "NAMA SEKOLAH": 200,
}  # fmt: skip
_EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[A-Za-z]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Finding:
    """Temuan: what is wrong in one cell, and how to mend it."""

    row: int
    column: str
    message: str

    def as_json(self) -> dict[str, object]:
        return {"row": self.row, "column": self.column, "message": self.message}


@dataclass(slots=True)
class EmployeeRow:
    """Satu pegawai menurut SIASN. Days are dates, codes are ours, empty texts mean unknown."""

    row: int
    siasn_id: str
    nip: str
    name: str
    title_before: str
    title_after: str
    birth_place: str
    birth_date: date
    sex: str
    religion: str
    marital: str
    nik: str
    phone: str
    email: str
    office_email: str
    address: str
    tax_number: str
    health_insurance: str
    status: str
    standing: str
    active: bool
    appointed_on: date
    appointment_decree: str
    appointment_decree_date: date | None
    permanent_on: date | None
    permanent_decree: str
    permanent_decree_date: date | None
    grade: str
    grade_since: date
    first_grade: str
    service_years: int | None
    service_months: int | None
    position_kind: str
    career_level: str
    echelon: str
    position_title: str
    position_siasn_id: str
    position_since: date
    unit_siasn_id: str
    is_head: bool
    education: str
    education_field: str
    graduated_year: int | None
    school: str


@dataclass(slots=True)
class Seen:
    """Yang sudah dibaca: identity numbers of the rows before, so that the later of two equal ones is refused."""

    nips: dict[str, int] = field(default_factory=dict)
    siasn_ids: dict[str, int] = field(default_factory=dict)


class _Reader:
    """Reads cells of one row and keeps what is wrong with them."""

    def __init__(self, row: int, values: Mapping[str, Cell]) -> None:
        self.row = row
        self.values = values
        self.problems: list[Finding] = []
        self.warnings: list[Finding] = []

    def refuse(self, column: str, message: str) -> None:
        self.problems.append(Finding(self.row, column, message))

    def warn(self, column: str, message: str) -> None:
        self.warnings.append(Finding(self.row, column, message))

    def take(self, column: str, read: Callable[[Cell], Value], default: Value) -> Value:
        try:
            return read(self.values.get(column))
        except CellProblem as problem:
            self.refuse(column, f"{column}: {problem}")
            return default

    def text(self, column: str) -> str:
        value = self.take(column, cells.text, "")
        most = LIMITS.get(column, cells.MAX_TEXT)
        if len(value) > most:
            self.refuse(column, f"{column}: isinya {len(value)} huruf; paling banyak {most}. Pendekkan isinya.")
            return ""
        return value

    def day(self, column: str) -> date | None:
        return self.take(column, cells.day, None)


def check(
    row: int, values: Mapping[str, Cell], *, units: Mapping[str, Unit], seen: Seen, today: date
) -> tuple[EmployeeRow | None, list[Finding], list[Finding]]:
    """Periksa satu baris: the person or None, what refuses the row, and what is only warned of."""
    reader = _Reader(row, values)
    nip = _nip(reader, seen)
    identity = _identity(reader, nip, today)
    service = _service(reader, nip, today)
    siasn_id = _siasn_id(reader, seen)
    place = _place(reader, units, siasn_id, today)
    contact = _contact(reader)
    if reader.problems or nip is None:
        return None, reader.problems, reader.warnings
    since = service["appointed_on"]
    person = EmployeeRow(
        row=row,
        siasn_id=siasn_id,
        nip=cells.digits(values.get("NIP BARU")),
        **identity,
        **{**service, "grade_since": service["grade_since"] or since},
        **{**place, "position_since": place["position_since"] or since},
        **contact,
    )
    _order(reader, person)
    return (None if reader.problems else person), reader.problems, reader.warnings


def _identity(reader: _Reader, nip: NIP | None, today: date) -> dict[str, Any]:
    name = _name(reader)
    birth_date, sex = _birth_and_sex(reader, nip)
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
        "graduated_year": reader.take("TAHUN LULUS", lambda cell: cells.whole(cell, most=today.year), None),
        "school": reader.text("NAMA SEKOLAH"),
    }


def _service(reader: _Reader, nip: NIP | None, today: date) -> dict[str, Any]:
    status = _status(reader, nip)
    code = reader.text("KEDUDUKAN HUKUM ID") or standing.ACTIVE
    if code not in standing.NAMES:
        reader.refuse(
            "KEDUDUKAN HUKUM ID", f"Kode kedudukan hukum “{code[:20]}” tidak dikenal. Pakai kode SIASN, misalnya 01."
        )
    return {
        "status": status,
        "standing": standing.NAMES.get(code, ""),
        "active": code in standing.IN_SERVICE,
        "appointed_on": _past_day(reader, "TMT CPNS", today) or (nip.earliest_appointment if nip else None),
        "appointment_decree": reader.text("NOMOR SK CPNS"),
        "appointment_decree_date": reader.day("TANGGAL SK CPNS"),
        "permanent_on": _past_day(reader, "TMT PNS", today),
        "permanent_decree": reader.text("NOMOR SK PNS"),
        "permanent_decree_date": reader.day("TANGGAL SK PNS"),
        "grade": _grade(reader, status),
        "grade_since": _past_day(reader, "TMT GOLONGAN", today),
        "first_grade": reader.text("GOL AWAL NAMA"),
        "service_years": reader.take("MK TAHUN", lambda cell: cells.whole(cell, most=60), None),
        "service_months": reader.take("MK BULAN", lambda cell: cells.whole(cell, most=11), None),
    }


def _place(reader: _Reader, units: Mapping[str, Unit], siasn_id: str, today: date) -> dict[str, Any]:
    unit = _unit(reader, units)
    kind, level, echelon, is_head = _position(reader, unit, siasn_id)
    return {
        "position_kind": kind,
        "career_level": level,
        "echelon": echelon,
        "position_title": reader.text("JABATAN NAMA"),
        "position_siasn_id": reader.text("JABATAN ID"),
        "position_since": _past_day(reader, "TMT JABATAN", today),
        "unit_siasn_id": unit.siasn_id if unit else "",
        "is_head": is_head,
    }


def _contact(reader: _Reader) -> dict[str, Any]:
    return {
        "phone": reader.text("NOMOR HP"),
        "email": _email(reader, "EMAIL"),
        "office_email": _email(reader, "EMAIL GOV"),
        "address": reader.text("ALAMAT"),
        "tax_number": reader.text("NPWP NOMOR"),
        "health_insurance": reader.text("BPJS"),
    }


def _nip(reader: _Reader, seen: Seen) -> NIP | None:
    column = "NIP BARU"
    try:
        value = cells.digits(reader.values.get(column))
        nip = NIP.read(value)
    except CellProblem as problem:
        reader.refuse(column, f"NIP: {problem}")
        return None
    except MalformedNumber as problem:
        written = value or "kosong"
        reader.refuse(column, f"NIP {written[:40]}: {problem} Betulkan di SIASN, lalu impor lagi.")
        return None
    earlier = seen.nips.setdefault(value, reader.row)
    if earlier != reader.row:
        reader.refuse(column, f"NIP {value} sudah ada pada baris {earlier}. Hapus salah satu, lalu impor lagi.")
    return nip


def _siasn_id(reader: _Reader, seen: Seen) -> str:
    value = reader.text("PNS ID")
    if not value or len(value) > 42:
        reader.refuse("PNS ID", "PNS ID kosong atau lebih dari 42 huruf. Ekspor ulang dari SIASN.")
        return ""
    earlier = seen.siasn_ids.setdefault(value, reader.row)
    if earlier != reader.row and not any(problem.column == "NIP BARU" for problem in reader.problems):
        reader.refuse(
            "PNS ID", f"PNS ID sama dengan baris {earlier}, tetapi NIP-nya lain. Periksa kedua baris di SIASN."
        )
    return value


def _name(reader: _Reader) -> str:
    value = reader.text("NAMA")
    if not _LETTER.search(value):
        if not any(problem.column == "NAMA" for problem in reader.problems):
            reader.refuse("NAMA", "Nama kosong. Isi nama di SIASN, lalu impor lagi.")
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


def _birth_and_sex(reader: _Reader, nip: NIP | None) -> tuple[date | None, str]:
    birth_date = reader.day("TANGGAL LAHIR")
    sex = codes.SEX.get(reader.text("JENIS KELAMIN").upper(), "")
    if nip is None:
        return birth_date, sex
    if birth_date is None:
        birth_date = nip.birth_date
    elif birth_date != nip.birth_date:
        reader.refuse(
            "TANGGAL LAHIR",
            f"Tanggal lahir {birth_date:%d-%m-%Y}, tetapi NIP memuat {nip.birth_date:%d-%m-%Y}. Samakan di SIASN.",
        )
    if not sex:
        sex = str(nip.sex)
    elif sex != nip.sex:
        reader.refuse(
            "JENIS KELAMIN", f"Jenis kelamin {sex}, tetapi angka ke-15 NIP berarti {nip.sex}. Samakan di SIASN."
        )
    return birth_date, sex


def _status(reader: _Reader, nip: NIP | None) -> str:
    written = reader.text("STATUS CPNS PNS")
    status = codes.STATUS.get(written.upper())
    if status is None:
        reader.refuse(
            "STATUS CPNS PNS", f"Status “{written[:40]}” tidak dikenal. Tulis P, C, PPPK, atau PPPK PARUH WAKTU."
        )
        return ""
    if nip and nip.is_pppk != (status in (Status.PPPK, Status.PPPK_PART_TIME)):
        reader.warn(
            "STATUS CPNS PNS",
            f"Status {status}, tetapi susunan NIP-nya milik {'PPPK' if nip.is_pppk else 'PNS'}. Periksa di SIASN.",
        )
    return str(status)


def _grade(reader: _Reader, status: str) -> str:
    written = reader.text("GOL AKHIR NAMA")
    is_pppk = status in (Status.PPPK, Status.PPPK_PART_TIME)
    known: list[str] = [str(grade) for grade in (PPPKGrade if is_pppk else Grade)]
    value = next((grade for grade in known if grade.lower() == written.lower()), "")
    if not value and status:
        example = "IX" if is_pppk else "III/c"
        reader.refuse("GOL AKHIR NAMA", f"Golongan “{written[:40]}” tidak ada untuk {status}. Tulis seperti {example}.")
    return value


def _unit(reader: _Reader, units: Mapping[str, Unit]) -> Unit | None:
    written = reader.text("UNOR ID")
    unit = units.get(written)
    if unit is None:
        name = reader.text("UNOR NAMA") or written or "kosong"
        reader.refuse(
            "UNOR ID",
            f"Unit “{name[:80]}” tidak ada pada pohon unit. Unggah ref-unor yang terbaru, atau betulkan unitnya di SIASN.",
        )
    return unit


def _position(reader: _Reader, unit: Unit | None, siasn_id: str) -> tuple[str, str, str, bool]:
    """Jenis jabatan, jenjang, eselon, and whether the person heads the unit."""
    title = reader.text("JABATAN NAMA")
    code = reader.text("JENIS JABATAN ID") or codes.POSITION_TYPES.get(reader.text("JENIS JABATAN NAMA").lower(), "")
    if code not in (codes.STRUCTURAL, codes.FUNCTIONAL, codes.DOUBLE, codes.EXECUTIVE):
        reader.refuse(
            "JENIS JABATAN ID",
            f"Jenis jabatan “{code[:40]}” tidak dikenal. Tulis 1 (struktural), 2 (fungsional), 3 (rangkap), atau 4 (pelaksana).",
        )
        return "", "", "", False
    if unit and code in (codes.STRUCTURAL, codes.DOUBLE):
        is_head = bool(siasn_id) and unit.head_siasn_id == siasn_id
        kind = codes.ECHELON_KIND.get(unit.echelon_code)
        if kind and (is_head or title == unit.head_title):
            return str(kind), str(CareerLevel.NONE), codes.ECHELON[unit.echelon_code], is_head
        if code == codes.STRUCTURAL:
            reader.warn(
                "JABATAN NAMA",
                "Jabatan struktural ini tidak memimpin unit mana pun pada pohon unit; dicatat sebagai pelaksana. Periksa PemimpinPnsId.",
            )
            return str(PositionKind.EXECUTOR), str(CareerLevel.NONE), "", False
    if code in (codes.FUNCTIONAL, codes.DOUBLE):
        return str(PositionKind.FUNCTIONAL), str(codes.career_level(title)), "", False
    return str(PositionKind.EXECUTOR), str(CareerLevel.NONE), "", False


def _education(reader: _Reader) -> str:
    code, name = reader.text("TINGKAT PENDIDIKAN ID"), reader.text("TINGKAT PENDIDIKAN NAMA")
    level: Education | None = codes.EDUCATION.get(code.zfill(2)) or codes.EDUCATION_NAMES.get(name.lower())
    if level is None and (code or name):
        reader.refuse(
            "TINGKAT PENDIDIKAN ID",
            f"Tingkat pendidikan “{(name or code)[:40]}” tidak dikenal. Pakai kode SIASN, misalnya 40 untuk S-1.",
        )
    return str(level or "")


def _nik(reader: _Reader) -> str:
    try:
        value = cells.digits(reader.values.get("NIK"))
        if value:
            NIK.read(value)
    except (CellProblem, MalformedNumber) as problem:
        reader.warn("NIK", f"{problem} NIK tidak disimpan; betulkan di SIASN.")
        return ""
    return value


def _email(reader: _Reader, column: str) -> str:
    value = reader.text(column)
    if value and not _EMAIL.fullmatch(value):
        reader.warn(
            column, f"Alamat surel “{value[:60]}” tidak lengkap; tidak disimpan. Tulis seperti nama@contoh.go.id."
        )
        return ""
    return value.lower()


def _past_day(reader: _Reader, column: str, today: date) -> date | None:
    value = reader.day(column)
    if value and value > today + FUTURE:
        reader.refuse(column, f"{column} {value:%d-%m-%Y} lebih dari setahun sesudah hari ini. Periksa tahunnya.")
        return None
    return value


def _order(reader: _Reader, person: EmployeeRow) -> None:
    """Dates that cannot follow one another: nobody is appointed before birth or promoted before appointment."""
    if reader.problems:
        return
    for column, value in (
        ("TMT CPNS", person.appointed_on),
        ("TMT GOLONGAN", person.grade_since),
        ("TMT JABATAN", person.position_since),
    ):
        if value <= person.birth_date:
            reader.refuse(column, f"{column} {value:%d-%m-%Y} tidak sesudah tanggal lahir. Periksa tahunnya.")
