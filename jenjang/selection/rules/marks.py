"""Nilai penilai: one member's mark over the aspects, when it needs a note, and how marks of all become one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import Code
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result


class Stage(Code):
    """Yang dinilai: a stage of an open selection, or the board's consideration."""

    TRACK_RECORD = "rekam_jejak", "Rekam jejak"
    COMPETENCE = "kompetensi", "Asesmen kompetensi"
    PAPER = "makalah", "Makalah"
    INTERVIEW = "wawancara", "Wawancara"
    BOARD = "tim_penilai", "Pertimbangan tim"


@dataclass(frozen=True, slots=True)
class MarkFacts:
    """Fakta: nilai tiap aspek dari tiap penilai, untuk satu calon."""

    stage: Stage = fact("Yang dinilai")
    marks: tuple[Mapping[str, Decimal], ...] = fact("Nilai aspek tiap penilai", unit="poin")


@dataclass(slots=True)
class MarkResult:
    """Hasil: nilai gabungan seorang calon."""

    score: Decimal = result("Nilai gabungan", unit="poin")
    markers: int = result("Penilai yang dihitung", unit="orang")


@rule(
    "seleksi.nilai_gabungan",
    title="Nilai gabungan para penilai",
    facts=MarkFacts,
    result=MarkResult,
    cites=("permenpanrb-15-2019#lampiran",),
)
def decide_merged_mark(facts: MarkFacts, law: LawOn) -> Decision[MarkResult]:
    """Nilai gabungan (PermenPANRB 15/2019): tiap penilai menimbang aspek, lalu semua penilai dirata-ratakan."""
    if not facts.marks:
        raise FactError("marks", "Belum ada penilai.")
    own = sorted(weighed(marks, facts.stage, law) for marks in facts.marks)
    way = law["seleksi.penilaian.gabungan"]
    kept = own[1:-1] if _is_trimmed(own, law) else own
    score = points(sum(kept, Decimal(0)) / len(kept))
    reason = ("Rata-rata {} penilai: {}.", len(kept), score)
    return Decision([Finding(True, reason, way.cites, "gabungan")], MarkResult(score, len(kept)))


def _is_trimmed(own: list[Decimal], law: LawOn) -> bool:
    trims: bool = law["seleksi.penilaian.gabungan"].value == "rata_rata_terpangkas"
    return trims and len(own) >= law["seleksi.penilaian.penilai_terpangkas"].value


def weighed(marks: Mapping[str, Decimal], stage: str, law: LawOn) -> Decimal:
    """Nilai seorang penilai: the aspects by their weights. All must be there, and within the scale."""
    weights: Mapping[str, int] = law[f"seleksi.penilaian.aspek.{stage}"].value
    if set(marks) != set(weights):
        raise FactError("marks", f"Aspek yang dinilai: {', '.join(weights)}.")
    if any(not 0 <= mark <= 100 for mark in marks.values()):
        raise FactError("marks", "Nilai dari 0 sampai 100.")
    return sum((mark * weights[aspect] for aspect, mark in marks.items()), Decimal(0)) / 100


def needs_note(score: Decimal, law: LawOn) -> bool:
    """Nilai sangat tinggi atau sangat rendah memerlukan catatan."""
    limits: Mapping[str, int] = law["seleksi.penilaian.catatan"].value
    return score >= limits["sejak"] or score < limits["di_bawah"]
