"""Rentang pangkat jabatan: is a grade within what an echelon asks (PP 100/2000 jo. PP 13/2002)?"""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.codes import Echelon, Grade
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


@dataclass(frozen=True, slots=True)
class GradeRangeFacts:
    """Fakta: eselon jabatan dan golongan ruang calon."""

    echelon: Echelon = fact("Eselon jabatan")
    grade: Grade = fact("Golongan ruang")


@dataclass(slots=True)
class GradeRangeResult:
    """Hasil: pangkat terendah dan tertinggi jabatan itu."""

    minimum: Grade = result("Pangkat terendah")
    maximum: Grade = result("Pangkat tertinggi")


@rule(
    "jabatan.rentang_pangkat",
    title="Rentang pangkat jabatan",
    facts=GradeRangeFacts,
    result=GradeRangeResult,
    cites=("pp-100-2000#5", "pp-13-2002#lampiran"),
    decides=True,
)
def decide_grade_range(facts: GradeRangeFacts, law: LawOn) -> Decision[GradeRangeResult]:
    """Pangkat terendah dan tertinggi menurut eselon (PP 100/2000 Pasal 5 jo. PP 13/2002)."""
    allowed_below = law["jabatan.rentang_pangkat.kelonggaran"]
    bounds = law.derive(_bounds)[facts.echelon]
    place = facts.grade.order
    reason: Reason
    if place > bounds.maximum.order:
        # Too high a rank wastes a person but breaks no rule; it is said, and it does not stand in the way.
        reason = ("Pangkat {} di atas pangkat tertinggi {} ({}); tidak menghalangi.", facts.grade, bounds.maximum,
                  bounds.maximum.value)  # fmt: skip
        return Decision([Finding(True, reason, law[TABLE].cites, "di_atas_rentang")], bounds)
    missing = bounds.minimum.order - place
    if missing <= 0:
        reason = ("Pangkat {} dalam rentang {} sampai {}.", facts.grade.value, bounds.minimum.value,
                  bounds.maximum.value)  # fmt: skip
        return Decision([Finding(True, reason, law[TABLE].cites, "dalam_rentang")], bounds)
    template = "Pangkat {} {} tingkat di bawah pangkat terendah {}; yang diizinkan {} tingkat."
    reason = (template, facts.grade.value, missing, bounds.minimum.value, allowed_below.value)
    finding = Finding(
        missing <= allowed_below.value, reason, allowed_below.cites + law[TABLE].cites, "di_bawah_rentang"
    )
    return Decision([finding], bounds)


TABLE = "jabatan.rentang_pangkat.tabel"


def _bounds(law: LawOn) -> dict[str, GradeRangeResult]:
    return {
        echelon: GradeRangeResult(Grade.of(row["terendah"]), Grade.of(row["tertinggi"]))
        for echelon, row in law[TABLE].value.items()
    }
