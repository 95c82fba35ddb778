"""Daftar riwayat hidup (DRH, Keputusan Kepala BKN 11/2002, anak lampiran I-c): who somebody was on a day, on paper.

Only rows that counted on that day; the photograph and the signature are put on the printed sheet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jenjang.kernel import letters
from jenjang.organization.queries import agency
from jenjang.personnel import presenters
from jenjang.personnel.kinds import HistoryKind
from jenjang.personnel.queries import ProfileState, standing_rows
from jenjang.ui import formats

Cell = Callable[[HistoryKind, Any], str]
Facts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its title, its share of the width, and how a row fills it."""

    title: str
    share: int
    cell: Cell

    def as_data(self) -> dict[str, Any]:
        return {"title": self.title, "share": self.share}


def _field(title: str, name: str, share: int = 2) -> Column:
    return Column(title, share, lambda kind, row: kind.value_in_words(name, getattr(row, name)))


SINCE = Column("TMT", 2, lambda _kind, row: formats.short_date(row.effective_from))
DECREE = Column("SK: pejabat, nomor, tanggal", 4, lambda _kind, row: presenters.decree_in_words(row))
CONTENT = Column("Isi", 6, lambda kind, row: kind.summary(row))

# The form of the law, section by section. Kinds of higher slices are named by their code, and left out when not there.
SECTIONS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "pendidikan": (
        "Pendidikan",
        (_field("Tingkat", "level"), _field("Nama sekolah", "school", 4), _field("Jurusan", "field", 4), _field("Lulus", "graduated", 1)),
    ),
    "diklat": (
        "Kursus dan pelatihan",
        (
            _field("Nama", "name", 5), _field("Selesai", "finished_on", 3), _field("JP", "lesson_hours", 1),
            _field("Sertifikat", "certificate_number", 3), _field("Penyelenggara", "organizer", 3),
        ),
    ),
    "pangkat": ("Riwayat pangkat", (Column("Pangkat, golongan", 3, CONTENT.cell), SINCE, DECREE)),
    "jabatan": ("Riwayat jabatan", (Column("Jabatan", 6, CONTENT.cell), SINCE, DECREE)),
    "kinerja": (
        "Penilaian kinerja",
        (
            _field("Tahun", "year", 1), _field("Hasil kerja", "result_rating"), _field("Perilaku", "behaviour_rating"),
            _field("Predikat", "predicate"),
        ),
    ),
    "penghargaan": ("Penghargaan", (Column("Penghargaan", 6, CONTENT.cell), SINCE, DECREE)),
    "keluarga": (
        "Keluarga",
        (_field("Hubungan", "relation"), _field("Nama", "relative_name", 4), _field("Tanggal lahir", "relative_birth_date", 3)),
    ),
}  # fmt: skip
IN_FIRST = ("identitas", "status")  # said in the first section already


def document(state: ProfileState, kinds: Sequence[HistoryKind], private: Facts) -> bytes:
    """The DRH as PDF/A-3b, with the histories that the reader may see."""
    return letters.render("drh", data_of(state, kinds, private), on=state.day)


def data_of(state: ProfileState, kinds: Sequence[HistoryKind], private: Facts) -> dict[str, Any]:
    """What the letter says (docs/reference/surat.md)."""
    name, day = presenters.name_of(state), formats.long_date(state.day)
    return {
        "document_title": f"Daftar riwayat hidup {name}",
        "footer": f"NIP {formats.nip(state.employee.nip)}, keadaan {day}",
        "letterhead": _letterhead(),
        "title": ["Daftar Riwayat Hidup", "Pegawai Aparatur Sipil Negara"],
        "sections": [_person(state, name, private), *_histories(state, kinds)],
    }


def _letterhead() -> dict[str, Any] | None:
    employer = agency()
    return {"lines": [employer.name], "address": employer.address} if employer else None


def _person(state: ProfileState, name: str, private: Facts) -> dict[str, Any]:
    sex = {"L": "Laki-laki", "P": "Perempuan"}.get(state.identity.sex, "") if state.identity else ""
    fields = [("Nama", name), ("NIP", formats.nip(state.employee.nip)), ("Jenis kelamin", sex), *private]
    return {"title": "I. Perorangan", "fields": [list(pair) for pair in (*fields, *presenters.facts_of(state))]}


def _histories(state: ProfileState, kinds: Sequence[HistoryKind]) -> list[dict[str, Any]]:
    """The law's sections in their order, then every other history that may be seen and has rows."""
    by_code = {kind.code: kind for kind in kinds}
    named = [(by_code[code], title, columns) for code, (title, columns) in SECTIONS.items() if code in by_code]
    others = [
        (kind, kind.label, (CONTENT, SINCE, DECREE))
        for kind in kinds
        if kind.code not in SECTIONS and kind.code not in IN_FIRST
    ]
    tables = [(title, columns, _rows(state, kind, columns)) for kind, title, columns in (*named, *others)]
    shown = [table for place, table in enumerate(tables) if place < len(named) or table[2]]
    return [
        {"title": f"{roman(place)}. {title}", "columns": [column.as_data() for column in columns], "rows": rows}
        for place, (title, columns, rows) in enumerate(shown, start=2)
    ]


def _rows(state: ProfileState, kind: HistoryKind, columns: Sequence[Column]) -> list[list[str]]:
    rows = standing_rows(kind.model, state.employee, state.day, state.known_at)
    return [[column.cell(kind, row) for column in columns] for row in rows]


def roman(number: int) -> str:
    """IX. Sections are few: tens are enough."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
