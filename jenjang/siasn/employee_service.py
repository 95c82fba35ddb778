"""Kedudukan pegawainya, menurut satu baris: status, standing, grade, post, unit, and the order of their days. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jenjang.law.codes import CONTRACTED, CareerLevel, Grade, PositionKind, PPPKGrade, Status
from jenjang.law.identifiers import NIP
from jenjang.law.spans import add_years, full_years
from jenjang.siasn import cells, codes, standing
from jenjang.siasn.row_reader import EMPTY, RowReader
from jenjang.siasn.unit_tree import Unit

YOUNGEST = 15  # nobody is appointed before: not the law's age, only what no typing error may pass


def service(reader: RowReader, nip: NIP | None, today: date) -> dict[str, Any]:
    """Status, kedudukan hukum, pengangkatan, golongan, masa kerja."""
    status = _status(reader, nip)
    code = _standing(reader)
    return {
        "status": status,
        "standing": standing.NAMES.get(code, ""),
        "active": code in standing.IN_SERVICE,
        "appointed_on": reader.past_day("TMT CPNS", today) or (nip.earliest_appointment if nip else None),
        "appointment_decree": reader.text("NOMOR SK CPNS"),
        "appointment_decree_date": reader.day("TANGGAL SK CPNS"),
        "permanent_on": reader.past_day("TMT PNS", today),
        "permanent_decree": reader.text("NOMOR SK PNS"),
        "permanent_decree_date": reader.day("TANGGAL SK PNS"),
        "grade": _grade(reader, status),
        "grade_since": reader.past_day("TMT GOLONGAN", today),
        "first_grade": _first_grade(reader, status),
        "service_years": reader.take("MK TAHUN", lambda cell: cells.whole(cell, most=60), None),
        "service_months": reader.take("MK BULAN", lambda cell: cells.whole(cell, most=11), None),
    }


def place(reader: RowReader, units: Mapping[str, Unit], siasn_id: str, today: date) -> dict[str, Any]:
    """Jabatan dan unit."""
    unit = _unit(reader, units)
    title = reader.text("JABATAN NAMA")
    if not title and not reader.has_problem("JABATAN NAMA"):
        reader.refuse("JABATAN NAMA", "Nama jabatan kosong. Isi jabatannya di SIASN, lalu impor lagi.")
    kind, level, echelon, is_head = _position(reader, title, unit, siasn_id)
    return {
        "position_kind": kind,
        "career_level": level,
        "echelon": echelon,
        "position_title": title,
        "position_siasn_id": reader.text("JABATAN ID"),
        "position_since": reader.past_day("TMT JABATAN", today),
        "unit_siasn_id": unit.siasn_id if unit else "",
        "is_head": is_head,
    }


def order(reader: RowReader, nip: NIP, birth_date: date, days: Mapping[str, date | None]) -> None:
    """Dates that cannot follow one another: nobody is appointed before birth or confirmed before appointment."""
    for column, value in days.items():
        if value and value <= birth_date:
            reader.refuse(column, f"{column} {value:%d-%m-%Y} tidak sesudah tanggal lahir. Periksa tahunnya.")
    appointed, confirmed, graded = (days[column] for column in ("TMT CPNS", "TMT PNS", "TMT GOLONGAN"))
    if reader.problems or appointed is None:
        return
    if appointed < add_years(birth_date, YOUNGEST):
        age = full_years(birth_date, appointed)
        reader.refuse("TMT CPNS", f"TMT CPNS {appointed:%d-%m-%Y} pada umur {age} tahun. Periksa tahunnya.")
    if confirmed and confirmed < appointed:
        reader.refuse(
            "TMT PNS", f"TMT PNS {confirmed:%d-%m-%Y} sebelum TMT CPNS {appointed:%d-%m-%Y}. Periksa keduanya."
        )
    if graded and graded < appointed:
        reader.warn("TMT GOLONGAN", f"TMT golongan {graded:%d-%m-%Y} sebelum TMT CPNS {appointed:%d-%m-%Y}. Periksa di SIASN.")  # fmt: skip
    if not nip.earliest_appointment <= appointed.replace(day=1) <= nip.latest_appointment_month:
        reader.warn("TMT CPNS", f"TMT CPNS {appointed:%d-%m-%Y}, tetapi NIP memuat {nip.appointed}. Periksa di SIASN.")


def _status(reader: RowReader, nip: NIP | None) -> str:
    written = reader.text("STATUS CPNS PNS")
    status = codes.STATUS.get(written.upper().replace("_", " "))
    if status is None:
        reader.refuse(
            "STATUS CPNS PNS",
            f"Status “{written[:40] or EMPTY}” tidak dikenal. Tulis P, C, PPPK, atau PPPK PARUH WAKTU.",
        )
        return ""
    if nip and nip.is_pppk != (status in CONTRACTED):
        reader.warn(
            "STATUS CPNS PNS",
            f"Status {status}, tetapi susunan NIP-nya milik {'PPPK' if nip.is_pppk else 'PNS'}. Periksa di SIASN.",
        )
    return str(status)


def _standing(reader: RowReader) -> str:
    """The code, also where a spreadsheet took its zero away; without a code, that of the name."""
    column = "KEDUDUKAN HUKUM ID"
    code, name = reader.text(column), reader.text("KEDUDUKAN HUKUM NAMA")
    found = code.zfill(2) if code else standing.code_of(name)
    if found not in standing.NAMES:
        reader.refuse(column, f"Kedudukan hukum “{(code or name)[:40]}” tidak dikenal. Pakai kode SIASN, misalnya 01.")
    return found


def _grades(status: str) -> list[str]:
    return [str(grade) for grade in (PPPKGrade if status in CONTRACTED else Grade)]


def _grade(reader: RowReader, status: str) -> str:
    """Golongan; PPPK paruh waktu may have none."""
    written = reader.text("GOL AKHIR NAMA")
    value = next((grade for grade in _grades(status) if grade.lower() == written.lower()), "")
    if not value and status and (written or status != Status.PPPK_PART_TIME):
        example = "IX" if status in CONTRACTED else "III/c"
        reader.refuse(
            "GOL AKHIR NAMA", f"Golongan “{written[:40] or EMPTY}” tidak ada untuk {status}. Tulis seperti {example}."
        )
    return value


def _first_grade(reader: RowReader, status: str) -> str:
    """Golongan awal: only a step of the history, so an unknown one is left out instead of refusing the person."""
    written = reader.text("GOL AWAL NAMA")
    value = next((grade for grade in _grades(status) if grade.lower() == written.lower()), "")
    if written and status and not value:
        reader.warn("GOL AWAL NAMA", f"Golongan awal “{written[:40]}” tidak ada untuk {status}; tidak dicatat. Betulkan di SIASN.")  # fmt: skip
    return value


def _unit(reader: RowReader, units: Mapping[str, Unit]) -> Unit | None:
    written = reader.text("UNOR ID")
    unit = units.get(written)
    if unit is None:
        name = reader.text("UNOR NAMA") or written or EMPTY
        reader.refuse(
            "UNOR ID",
            f"Unit “{name[:80]}” tidak ada pada pohon unit. Unggah ref-unor yang terbaru, atau betulkan unitnya di SIASN.",
        )
    return unit


def _position(reader: RowReader, title: str, unit: Unit | None, siasn_id: str) -> tuple[str, str, str, bool]:
    """Jenis jabatan, jenjang, eselon, and whether the person sits on the seat of the unit's leader."""
    written, name = reader.text("JENIS JABATAN ID"), reader.text("JENIS JABATAN NAMA")
    code = written or codes.POSITION_TYPES.get(name.lower(), "")
    if code not in (codes.STRUCTURAL, codes.FUNCTIONAL, codes.DOUBLE, codes.EXECUTIVE):
        reader.refuse(
            "JENIS JABATAN ID",
            f"Jenis jabatan “{(written or name)[:40] or EMPTY}” tidak dikenal. Tulis 1 (struktural), 2 (fungsional), 3 (rangkap), atau 4 (pelaksana).",
        )
        return "", "", "", False
    if unit and code in (codes.STRUCTURAL, codes.DOUBLE):
        if unit.echelon_code in codes.ECHELON_KIND and _leads(reader, title, unit, siasn_id):
            return (
                str(codes.ECHELON_KIND[unit.echelon_code]),
                str(CareerLevel.NONE),
                codes.ECHELON[unit.echelon_code],
                True,
            )
        if code == codes.STRUCTURAL:
            reader.warn(
                "JABATAN NAMA",
                "Jabatan struktural ini tidak memimpin unit mana pun pada pohon unit; dicatat sebagai pelaksana. Periksa PemimpinPnsId.",
            )
            return str(PositionKind.EXECUTOR), str(CareerLevel.NONE), "", False
    if code in (codes.FUNCTIONAL, codes.DOUBLE):
        return str(PositionKind.FUNCTIONAL), str(codes.career_level(title)), "", False
    return str(PositionKind.EXECUTOR), str(CareerLevel.NONE), "", False


def _leads(reader: RowReader, title: str, unit: Unit, siasn_id: str) -> bool:
    """Whether the tree names this person as the leader, or the post is called as the leader's."""
    named = bool(siasn_id) and unit.head_siasn_id == siasn_id
    called = title.casefold() == unit.head_title.casefold()
    if called and not named and unit.head_siasn_id and unit.from_tree:
        reader.warn("JABATAN NAMA", "Pohon unit menyebut orang lain sebagai pemimpin unit ini. Periksa PemimpinPnsId di SIASN.")  # fmt: skip
    return named or called
