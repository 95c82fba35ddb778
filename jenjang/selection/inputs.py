"""Masukan peringkat: all that a ranking knows of one person, in plain values, exactly as it is printed and sealed.

A run evaluates these values and nothing else, so whoever holds the printed inputs, the criteria and the law of the day
can compute the same order again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

VERSION = 1


class Inputs(NamedTuple):
    """Satu orang: dates are ISO text, numbers with decimals are text, `[value, record id]` names its record.

    A text that was sealed before a value came into the list is read with that value missing.
    """

    version: int
    person: int
    status: str
    grade: str
    grade_since: str
    appointed_on: str
    birth_date: str
    education: str
    field_match: bool
    held: list[list[Any]]
    related_years: int
    predicates: list[list[Any]]
    sanctions: list[list[Any]]
    achieved: dict[str, int] | None
    award: list[Any] | None
    team_role: list[Any] | None
    feedback_360: list[Any] | None
    certificates: int
    experience: list[Any] | None
    competence: list[Any] | None
    potential: list[Any] | None
    technical: list[Any] | None
    stages: dict[str, str] | None = None
    present: list[str] | None = None

    def as_text(self) -> str:
        """The sealed text of a line."""
        return orjson.dumps(tuple(self)).decode()

    @classmethod
    def from_text(cls, text: str) -> Inputs:
        """Read what `as_text` wrote."""
        values = orjson.loads(text)
        if values[0] != VERSION:
            raise ValueError(f"Masukan peringkat versi {values[0]} tidak dikenal program ini.")
        return cls(*values)

    def as_printed(self) -> dict[str, Any]:
        """The same values under the names that a reader knows."""
        return {LABELS[name]: value for name, value in self._asdict().items()}

    @classmethod
    def from_printed(cls, printed: Mapping[str, Any]) -> Inputs:
        """Read what `as_printed` gave; a value that is not there is a missing one."""
        names = {label: name for name, label in LABELS.items()}
        given = {names[label]: value for label, value in printed.items()}
        return cls(**{**_NOTHING, **given})


_NOTHING: dict[str, Any] = {
    "version": VERSION, "status": "", "grade": "", "grade_since": "", "appointed_on": "", "education": "",
    "field_match": False, "held": [], "related_years": 0, "predicates": [], "sanctions": [], "achieved": None,
    "award": None, "team_role": None, "feedback_360": None, "certificates": 0, "experience": None,
    "competence": None, "potential": None, "technical": None, "stages": None, "present": None,
}  # fmt: skip

LABELS = {
    "version": "versi", "person": "id", "status": "status", "grade": "golongan", "grade_since": "tmt_golongan",
    "appointed_on": "tmt_pengangkatan", "birth_date": "tanggal_lahir", "education": "pendidikan",
    "field_match": "bidang_ilmu_sesuai", "held": "jabatan_bulan", "related_years": "tahun_bidang_tugas",
    "predicates": "predikat", "sanctions": "hukuman_disiplin", "achieved": "capaian_kompetensi",
    "award": "penghargaan", "team_role": "tim_kerja", "feedback_360": "umpan_balik_360",
    "certificates": "sertifikat", "experience": "pengalaman", "competence": "kompetensi", "potential": "potensi",
    "technical": "kompetensi_teknis", "stages": "nilai_tahap", "present": "jabatan_sekarang",
}  # fmt: skip
