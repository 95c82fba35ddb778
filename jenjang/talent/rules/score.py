"""Nilai talenta: eleven criteria on two axes, weighed (Keputusan Kepala BKN 411/2025).

A criterion without data is the unmet finding "belum ada data". It counts 0, or is left out and its axis is weighed
again, as the policy says (`talenta.data_kosong`); never silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from jenjang.law.catalogue import rule
from jenjang.law.codes import Acting, Award, Education, Predicate, SanctionLevel, TeamRole, Variety
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn, Value
from jenjang.law.results import points, result
from jenjang.talent.rules.talent_box import place_in_box

Scores = dict[str, Decimal | int | None]

PERFORMANCE, POTENTIAL = "kinerja", "potensial"
_REWEIGH = "keluarkan_dan_timbang_ulang"
_ZERO = Decimal(0)

LABELS = {
    "predikat": "Penilaian kinerja",
    "penghargaan": "Penghargaan",
    "tim_kerja": "Penugasan tim kerja",
    "umpan_balik_360": "Umpan balik 360 derajat",
    "kompetensi": "Penilaian kompetensi",
    "sertifikat": "Pengembangan kompetensi",
    "pengalaman": "Pengalaman jabatan",
    "potensi": "Penilaian potensi",
    "pendidikan": "Tingkat pendidikan",
    "bidang_ilmu": "Kesesuaian bidang ilmu",
    "integritas": "Integritas dan moralitas",
}


@dataclass(frozen=True, slots=True)
class PositionExperience:
    """Pengalaman jabatan: lamanya, keragamannya, penugasan nondefinitif."""

    years: Decimal = fact("Lama menduduki jabatan", unit="tahun", minimum=0)
    variety: Variety = fact("Keragaman")
    acting: Acting = fact("Penugasan nondefinitif")


@dataclass(frozen=True, slots=True)
class TalentFacts:
    """Fakta: catatan seseorang untuk kedua sumbu; kosong berarti belum ada data."""

    predicate: Predicate | None = fact("Predikat kinerja terakhir")
    award: Award = fact("Penghargaan tertinggi lima tahun terakhir")
    team_role: TeamRole = fact("Peran tertinggi pada tim kerja dua tahun terakhir")
    feedback_360: Predicate | None = fact("Umpan balik 360 derajat")
    competence: Decimal | None = fact("Nilai penilaian kompetensi", unit="poin", minimum=0, maximum=100)
    certificates: int = fact("Sertifikat tiga tahun terakhir", minimum=0)
    position_experience: PositionExperience | None = fact("Pengalaman jabatan")
    potential: Decimal | None = fact("Nilai penilaian potensi", unit="poin", minimum=0, maximum=100)
    education: Education | None = fact("Pendidikan tertinggi")
    field_match: bool | None = fact("Bidang ilmu sesuai dengan jabatan")
    sanction: SanctionLevel = fact("Hukuman disiplin terberat lima tahun terakhir")
    serving: bool = fact("Sedang menjalani hukuman disiplin")


@dataclass(slots=True)
class TalentResult:
    """Hasil: nilai kedua sumbu, nilai talenta, dan kotaknya."""

    performance: Decimal = result("Nilai kinerja", unit="poin")
    potential: Decimal = result("Nilai potensial", unit="poin")
    score: Decimal = result("Nilai talenta", unit="poin")
    box: int = result("Kotak talenta")


class Part(NamedTuple):
    """Unsur nilai: one criterion with its weight in the talent score and what it adds."""

    axis: str
    code: str
    score: Decimal | None
    weight: Decimal
    points: Decimal
    cites: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its name on a page."""
        return LABELS[self.code]


@rule(
    "talenta.nilai",
    title="Nilai talenta",
    facts=TalentFacts,
    result=TalentResult,
    cites=("kepka-bkn-411-2025#lampiran",),
)
def decide_talent_score(facts: TalentFacts, law: LawOn) -> Decision[TalentResult]:
    """Nilai talenta dari sumbu kinerja dan potensial (Keputusan Kepala BKN 411/2025)."""
    scale = law.derive(_Scale)
    on_performance, on_potential = scale.performance_scores(facts), scale.potential_scores(facts)
    performance, potential = scale.performance.total(on_performance), scale.potential.total(on_potential)
    score = (performance * scale.performance.share + potential * scale.potential.share) / 100
    box = place_in_box(performance, potential, law)[2]

    def findings() -> list[Finding]:
        return scale.performance.findings(on_performance) + scale.potential.findings(on_potential)

    return Decision(findings, TalentResult(points(performance), points(potential), points(score), box))


def talent_parts(facts: TalentFacts, law: LawOn) -> tuple[Part, ...]:
    """Every criterion with its weight in the talent score and the points it adds; the points sum up to the score."""
    scale = law.derive(_Scale)
    return (
        *scale.performance.parts(scale.performance_scores(facts)),
        *scale.potential.parts(scale.potential_scores(facts)),
    )


class _Axis:
    """Sumbu: the weights of its criteria and what to do without data."""

    def __init__(self, name: str, law: LawOn, reweigh: bool) -> None:
        weights = law[f"talenta.bobot.{name}"]
        self.name = name
        self.cites = weights.cites
        self.reweigh = reweigh
        self.share: int = law["talenta.bobot.sumbu"].value[name]
        self.weights: list[tuple[str, Any]] = list(weights.value.items())
        missing = "tidak ikut dihitung." if reweigh else "dihitung 0."
        self._missing = {
            code: Finding(False, f"{LABELS[code]}: belum ada data, {missing}", self.cites, f"belum_ada_{code}")
            for code, _ in self.weights
        }

    def total(self, scores: Scores) -> Decimal:
        """The axis score, exact."""
        earned: Any = _ZERO
        counted = 0
        for code, weight in self.weights:
            score = scores[code]
            if score is not None:
                earned += weight * score
                counted += weight
        total: Decimal = earned / self._divisor(counted)
        return total

    def findings(self, scores: Scores) -> list[Finding]:
        """One finding per criterion: what it was worth, or that it has no data."""
        return [
            self._missing[code]
            if scores[code] is None
            else Finding(True, ("{}: nilai {}, bobot {}%.", LABELS[code], scores[code], weight), self.cites, code)
            for code, weight in self.weights
        ]

    def _divisor(self, counted: int | Decimal) -> int | Decimal:
        """Weights sum up to 100; reweighed, what has data stands for the whole axis."""
        return counted if self.reweigh and counted else 100

    def parts(self, scores: Scores) -> list[Part]:
        """The criteria one by one, weighed within the talent score."""
        counted = sum((Decimal(weight) for code, weight in self.weights if scores[code] is not None), _ZERO)
        divisor = self._divisor(counted)
        parts = []
        for code, weight in self.weights:
            score = scores[code]
            left_out = score is None and self.reweigh
            effective = _ZERO if left_out else Decimal(weight) * self.share / divisor
            value = None if score is None else Decimal(score)
            parts.append(Part(self.name, code, value, effective, effective * (value or _ZERO) / 100, self.cites))
        return parts


class _Scale:
    """Skala: the instrument of a day, read once, for 100,000 people."""

    def __init__(self, law: LawOn) -> None:
        reweigh = law["talenta.data_kosong"].value == _REWEIGH
        self.performance = _Axis(PERFORMANCE, law, reweigh)
        self.potential = _Axis(POTENTIAL, law, reweigh)
        self.predicate = _exact(law["talenta.nilai.predikat"])
        self.award = _exact(law["talenta.nilai.penghargaan"])
        self.team_role = _exact(law["talenta.nilai.tim_kerja"])
        self.certificates = _bands(law["talenta.nilai.sertifikat"])
        self.years = _bands(law["talenta.nilai.lama_jabatan"])
        self.variety = _exact(law["talenta.nilai.keragaman"])
        self.acting = _exact(law["talenta.nilai.penugasan"])
        self.education = _exact(law["talenta.nilai.pendidikan"])
        self.field = _exact(law["talenta.nilai.bidang_ilmu"])
        self.integrity = _exact(law["talenta.nilai.integritas"])

    def performance_scores(self, facts: TalentFacts) -> Scores:
        """Sumbu kinerja: each criterion from 0 to 100, None without data."""
        return {
            "predikat": None if facts.predicate is None else self.predicate[facts.predicate],
            "penghargaan": self.award[facts.award],
            "tim_kerja": self.team_role[facts.team_role],
            "umpan_balik_360": None if facts.feedback_360 is None else self.predicate[facts.feedback_360],
        }

    def potential_scores(self, facts: TalentFacts) -> Scores:
        """Sumbu potensial: each criterion from 0 to 100, None without data."""
        field = facts.field_match
        return {
            "kompetensi": facts.competence,
            "sertifikat": _in_band(self.certificates, facts.certificates),
            "pengalaman": self._experience(facts.position_experience),
            "potensi": facts.potential,
            "pendidikan": None if facts.education is None else self.education[facts.education],
            "bidang_ilmu": None if field is None else self.field["sesuai" if field else "tidak_sesuai"],
            "integritas": self.integrity["menjalani" if facts.serving else facts.sanction],
        }

    def _experience(self, held: PositionExperience | None) -> Decimal | None:
        """Pengalaman jabatan: the mean of its three."""
        if held is None:
            return None
        three = (_in_band(self.years, held.years), self.variety[held.variety], self.acting[held.acting])
        return Decimal(sum(three)) / len(three)


Bands = list[tuple[Any, Any]]


def _exact(value: Value) -> dict[str, Any]:
    """A plain dictionary: the read-only one of a parameter is slower to read."""
    return dict(value.value)


def _bands(value: Value) -> Bands:
    """Bands from the highest down, each with the bound from which it counts."""
    return sorted(((band["mulai"], band["nilai"]) for band in value.value), reverse=True)


def _in_band(bands: Bands, amount: Decimal | int) -> Any:
    for bound, score in bands:
        if amount >= bound:
            return score
    return 0
