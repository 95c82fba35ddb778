"""Impor dalam kata: what differs, old and new, as an officer reads it."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jenjang.law.codes import CareerLevel, Code, Education, PositionKind, Predicate, Rating, Sanction, Sex, TeamRole
from jenjang.siasn.employee_plan import LABELS
from jenjang.siasn.employee_rows import EmployeeRow
from jenjang.ui.formats import long_date, short_date

if TYPE_CHECKING:
    from jenjang.siasn.history_import import Change

Difference = tuple[str, str, str]
HIDDEN = "(disamarkan)"
_WORDS: dict[str, dict[str, str]] = {
    LABELS["kind"]: {str(code): code.label for code in PositionKind},
    LABELS["career_level"]: {str(code): code.label for code in CareerLevel},
    LABELS["level"]: {str(code): code.label for code in Education},
    LABELS["sex"]: {str(code): code.label for code in Sex},
}
_FACTS: dict[str, tuple[str, type[Code] | None]] = {
    "year": ("Tahun", None), "result_rating": ("Hasil kerja", Rating), "behaviour_rating": ("Perilaku kerja", Rating),
    "predicate": ("Predikat", Predicate), "grade": ("Golongan", None), "service_years": ("Masa kerja, tahun", None),
    "service_months": ("Masa kerja, bulan", None), "promotion_kind": ("Jenis kenaikan pangkat", None),
    "kind": ("Jenis", None), "name": ("Nama", None), "organizer": ("Penyelenggara", None),
    "lesson_hours": ("Jam pelajaran", None), "finished_on": ("Selesai", None), "certificate_number": ("Nomor sertifikat", None),
    "raters": ("Jumlah penilai", None), "title": ("Jabatan", None), "unit_name": ("Unit", None),
    "career_level": ("Jenjang", CareerLevel), "echelon": ("Eselon", None), "assignment": ("Penugasan", None),
    "until": ("Sampai", None), "level": ("Tingkat", None), "field": ("Bidang", None), "school": ("Sekolah", None),
    "graduated": ("Tahun lulus", None), "sanction": ("Hukuman", Sanction), "ends": ("Berakhir", None),
    "offence": ("Pelanggaran", None), "score": ("Nilai", None), "method": ("Metode", None), "role": ("Peran", TeamRole),
    "relation": ("Hubungan", None), "relative_name": ("Nama keluarga", None), "relative_birth_date": ("Tanggal lahir", None),
    "relative_nik": ("NIK keluarga", None), "decree_number": ("Nomor SK", None), "decree_date": ("Tanggal SK", None),
    "effective_from": ("TMT", None), "achieved": ("Capaian", None),
}  # fmt: skip
_PRIVATE = frozenset({"relative_nik", "relative_birth_date"})


def differences_in_words(differences: Iterable[list[str]], units: Mapping[str, str]) -> list[Difference]:
    """Codes as labels, units by name."""
    return [(label, _in_words(label, old, units), _in_words(label, new, units)) for label, old, new in differences]


def newcomer_in_words(person: EmployeeRow, units: Mapping[str, str]) -> list[Difference]:
    """What will be known of somebody who is new here."""
    facts = (
        ("Status", person.status), ("TMT CPNS", long_date(person.appointed_on)), ("Golongan", person.grade),
        ("Jabatan", person.position_title), ("Unit", units.get(person.unit_siasn_id, person.unit_siasn_id)),
        ("TMT jabatan", long_date(person.position_since)), ("Pendidikan", person.education.upper()),
    )  # fmt: skip
    return [(label, "", value) for label, value in facts if value]


def history_in_words(change: "Change") -> list[Difference]:
    """What a row of a history says, beside what stands here; only what differs when it corrects."""
    now: dict[str, Any] = {"effective_from": change.row.since, **change.row.facts}
    lines = []
    for name, value in now.items():
        before = change.before.get(name)
        if name not in _FACTS or (value == before if change.before else value in (None, "", "{}")):
            continue
        label, codes = _FACTS[name]
        hidden = name in _PRIVATE
        lines.append((label, _hide(before, codes, hidden), _hide(value, codes, hidden)))
    return lines


def _hide(value: Any, codes: type[Code] | None, hidden: bool) -> str:
    return HIDDEN if hidden and value not in (None, "") else _plain(value, codes)


def _plain(value: Any, codes: type[Code] | None) -> str:
    if value in (None, ""):
        return ""
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    if codes is not None and value in codes._value2member_map_:
        return codes.of(str(value)).label
    return str(value)


def _in_words(label: str, value: str, units: Mapping[str, str]) -> str:
    if label == LABELS["unit"]:
        return units.get(value, value)
    return _WORDS.get(label, {}).get(value, value)
