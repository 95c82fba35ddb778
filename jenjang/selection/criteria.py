"""Kriteria: what a selection asks and how it counts, as one frozen value with one canonical text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

ZERO = "hitung_nol"
REWEIGH = "keluarkan_dan_timbang_ulang"
APPOINTMENT = "dilantik"
TIE_BREAKS: Mapping[str, str] = {
    "kinerja": "nilai kinerja lebih tinggi",
    "pangkat": "pangkat lebih tinggi",
    "lama_pangkat": "lebih lama dalam pangkat",
    "masa_kerja": "masa kerja lebih lama",
    "usia": "usia lebih tua",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Kriteria satu lowongan: requirements, standard, fields of study, weights, order among equals, missing data.

    `weights` are shown and used for open selections; for board posts the law gives them from the kind of position
    and they are printed here so that everybody can recompute. `fields`, `related` and `technical_fields` are words that a
    field of study, an earlier post or a technical test must contain; without any, every one counts.
    """

    method: str
    position_kind: str
    echelon: str = ""
    standard: Mapping[str, int] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    technical_fields: tuple[str, ...] = ()
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    tie_break: tuple[str, ...] = tuple(TIE_BREAKS)
    missing: str = ZERO
    steps: tuple[tuple[str, str], ...] = ()

    def appointment_on(self, on: date) -> date:
        """The planned day of appointment, on which ages count; without a timetable the day itself."""
        planned = dict(self.steps).get(APPOINTMENT)
        return date.fromisoformat(planned) if planned else on

    def as_text(self) -> str:
        """Canonical JSON: the same terms are always the same text."""
        return canonical({
            "bobot": {name: str(weight) for name, weight in self.weights.items()},
            "bidang_ilmu": list(self.fields),
            "bidang_tugas": list(self.related),
            "bidang_teknis": list(self.technical_fields),
            "cara": self.method,
            "data_kosong": self.missing,
            "eselon": self.echelon,
            "jadwal": [list(step) for step in self.steps],
            "jenis_jabatan": self.position_kind,
            "standar": dict(self.standard),
            "urutan_seri": list(self.tie_break),
        })  # fmt: skip

    @classmethod
    def from_text(cls, text: str) -> Terms:
        """Read what `as_text` wrote."""
        raw = json.loads(text)
        return cls(
            method=raw["cara"],
            position_kind=raw["jenis_jabatan"],
            echelon=raw["eselon"],
            standard=raw["standar"],
            fields=tuple(raw["bidang_ilmu"]),
            related=tuple(raw["bidang_tugas"]),
            technical_fields=tuple(raw["bidang_teknis"]),
            weights={name: Decimal(weight) for name, weight in raw["bobot"].items()},
            tie_break=tuple(raw["urutan_seri"]),
            missing=raw["data_kosong"],
            steps=tuple((state, day) for state, day in raw["jadwal"]),
        )


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces, as everything sealed is written."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
