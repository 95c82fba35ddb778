"""Masukan peringkat: all that a ranking knows of one person, in plain values, exactly as it is printed and sealed.

A run evaluates these values and nothing else, so whoever holds the printed inputs, the criteria and the law of the day
can compute the same order again.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

VERSION = 1


class Inputs(NamedTuple):
    """Satu orang: dates are ISO text, numbers with decimals are text, `[value, record id]` names its record."""

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

    def as_text(self) -> str:
        """The sealed text of a line."""
        return _encode(self)

    @classmethod
    def from_text(cls, text: str) -> Inputs:
        """Read what `as_text` wrote."""
        values = json.loads(text)
        if values[0] != VERSION:
            raise ValueError(f"Masukan peringkat versi {values[0]} tidak dikenal program ini.")
        return cls(*values)


_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False).encode

LABELS = {
    "version": "versi", "person": "id", "status": "status", "grade": "golongan", "grade_since": "tmt_golongan",
    "appointed_on": "tmt_pengangkatan", "birth_date": "tanggal_lahir", "education": "pendidikan",
    "field_match": "bidang_ilmu_sesuai", "held": "jabatan_bulan", "related_years": "tahun_bidang_tugas",
    "predicates": "predikat", "sanctions": "hukuman_disiplin", "achieved": "capaian_kompetensi",
    "award": "penghargaan", "team_role": "tim_kerja", "feedback_360": "umpan_balik_360",
    "certificates": "sertifikat", "experience": "pengalaman", "competence": "kompetensi", "potential": "potensi",
    "technical": "kompetensi_teknis", "stages": "nilai_tahap",
}  # fmt: skip
