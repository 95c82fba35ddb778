"""Nilai jabatan target: talent score and technical competence, weighed by the position (Kepka BKN 411/2025)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import PositionKind
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

_REWEIGH = "keluarkan_dan_timbang_ulang"


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """Fakta: jabatan yang dituju, nilai talenta, dan kompetensi teknis; kosong berarti belum ada data."""

    position_kind: PositionKind = fact("Jenis jabatan yang dituju")
    talent_score: Decimal = fact("Nilai talenta", unit="poin", minimum=0, maximum=100)
    technical_competence: Decimal | None = fact("Nilai kompetensi teknis", unit="poin", minimum=0, maximum=100)


@dataclass(slots=True)
class TargetResult:
    """Hasil: nilai jabatan target."""

    score: Decimal = result("Nilai jabatan target", unit="poin")


@rule(
    "talenta.jabatan_target",
    title="Nilai jabatan target",
    facts=TargetFacts,
    result=TargetResult,
    cites=("kepka-bkn-411-2025#lampiran",),
)
def decide_target_score(facts: TargetFacts, law: LawOn) -> Decision[TargetResult]:
    """Nilai jabatan target (Keputusan Kepala BKN 411/2025)."""
    weights = law["talenta.jabatan_target.bobot_talenta"]
    weight = weights.value.get(facts.position_kind)
    if weight is None:
        raise FactError("position_kind", "Nilai jabatan target hanya untuk " + ", ".join(weights.value) + ".")
    technical = facts.technical_competence
    if technical is None:
        reweigh = law["talenta.data_kosong"].value == _REWEIGH
        score = facts.talent_score if reweigh else facts.talent_score * weight / 100
        treated = "tidak ikut dihitung" if reweigh else "dihitung 0"
        reason: Reason = ("Kompetensi teknis: belum ada data, {}.", treated)
        finding = Finding(False, reason, weights.cites, "belum_ada_kompetensi_teknis")
        return Decision([finding], TargetResult(points(score)))
    score = (facts.talent_score * weight + technical * (100 - weight)) / 100
    reason = (
        "{}% x nilai talenta {} + {}% x kompetensi teknis {}.",
        weight,
        facts.talent_score,
        100 - weight,
        technical,
    )
    return Decision([Finding(True, reason, weights.cites, "jabatan_target")], TargetResult(points(score)))
