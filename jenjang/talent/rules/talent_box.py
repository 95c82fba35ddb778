"""Kotak manajemen talenta: from two scores to one of nine boxes (PermenPANRB 3/2020 jo. 20/2025; Kepka BKN 411/2025)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import Level, Rating
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result

_RATING_OF = {Level.HIGH: Rating.ABOVE, Level.MEDIUM: Rating.MEETS, Level.LOW: Rating.BELOW}


@dataclass(frozen=True, slots=True)
class TalentBoxFacts:
    """Fakta: nilai kedua sumbu."""

    performance: Decimal = fact("Nilai kinerja", unit="poin", minimum=0, maximum=100)
    potential: Decimal = fact("Nilai potensial", unit="poin", minimum=0, maximum=100)


@dataclass(slots=True)
class TalentBoxResult:
    """Hasil: tingkat pada kedua sumbu dan kotaknya."""

    performance_level: Rating = result("Tingkat kinerja")
    potential_level: Level = result("Tingkat potensial")
    box: int = result("Kotak talenta")


@rule(
    "talenta.kotak",
    title="Kotak manajemen talenta",
    facts=TalentBoxFacts,
    result=TalentBoxResult,
    cites=("permenpanrb-3-2020#kotak", "permenpanrb-20-2025#17", "kepka-bkn-411-2025#lampiran"),
)
def decide_talent_box(facts: TalentBoxFacts, law: LawOn) -> Decision[TalentBoxResult]:
    """Sembilan kotak (PermenPANRB 3/2020 jo. PermenPANRB 20/2025 Pasal 17), ambang Kepka BKN 411/2025."""
    found = TalentBoxResult(*place_in_box(facts.performance, facts.potential, law))
    bounds, boxes = law["talenta.batas.kinerja"], law["talenta.kotak.nomor"]
    reason = ("Kinerja {} ({}) dan potensial {} ({}): kotak {}.", facts.performance, found.performance_level,
              facts.potential, found.potential_level, found.box)  # fmt: skip
    return Decision([Finding(True, reason, bounds.cites + boxes.cites, "kotak")], found)


def place_in_box(performance: Decimal, potential: Decimal, law: LawOn) -> tuple[Rating, Level, int]:
    """Level on either axis and the box; a score on the cut-off belongs to the level above."""
    performance_level = _RATING_OF[_level(performance, law, "talenta.batas.kinerja")]
    potential_level = _level(potential, law, "talenta.batas.potensial")
    box: int = law["talenta.kotak.nomor"].value[performance_level][potential_level]
    return performance_level, potential_level, box


def _level(score: Decimal, law: LawOn, key: str) -> Level:
    bounds = law[key].value
    if score >= bounds["tinggi"]:
        return Level.HIGH
    return Level.MEDIUM if score >= bounds["menengah"] else Level.LOW
