"""Kesesuaian kompetensi (JPM): achieved levels against a position's standard (Perban BKN 26/2019)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import CompetencyCategory
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

Levels = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FitFacts:
    """Fakta: standar kompetensi jabatan dan hasil penilaian."""

    standard: Levels = fact("Standar kompetensi jabatan", unit="tingkat", minimum=1)
    achieved: Levels = fact("Tingkat yang dicapai", unit="tingkat", minimum=0)


@dataclass(slots=True)
class FitResult:
    """Hasil: persentase kesesuaian dan kategorinya."""

    percentage: Decimal = result("Kesesuaian kompetensi", unit="persen")
    category: CompetencyCategory = result("Kategori")


@rule(
    "kompetensi.jpm",
    title="Kesesuaian kompetensi dengan jabatan",
    facts=FitFacts,
    result=FitResult,
    cites=("perban-bkn-26-2019#lampiran", "permenpanrb-38-2017#lampiran"),
)
def decide_fit(facts: FitFacts, law: LawOn) -> Decision[FitResult]:
    """Persentase kesesuaian kompetensi (PermenPANRB 38/2017, Perban BKN 26/2019); kelebihan tidak menutup kekurangan."""
    if not facts.standard:
        raise FactError("standard", "Standar kompetensi jabatan belum ada isinya.")
    _refuse_beyond_scale("standard", facts.standard, law)
    _refuse_beyond_scale("achieved", facts.achieved, law)
    cites = law["kompetensi.jpm.batas"].cites
    findings = [_compare(name, level, facts.achieved.get(name), cites) for name, level in facts.standard.items()]
    return Decision(findings, measure_fit(facts.standard, facts.achieved, law))


def measure_fit(standard: Levels, achieved: Levels, law: LawOn) -> FitResult:
    """Percentage and category alone: what a ranking of a whole city needs before anybody opens a line."""
    return grade_fit(counted_levels(standard.items(), achieved), sum(standard.values()), law)


def counted_levels(standard: Iterable[tuple[str, int]], achieved: Levels) -> int:
    """Levels achieved, each at most its standard; what was not assessed counts 0."""
    counted = 0
    for name, level in standard:
        reached = achieved.get(name, 0)
        counted += level if reached >= level else reached
    return counted


def grade_fit(counted: int, asked: int, law: LawOn) -> FitResult:
    """Percentage of the levels asked that count, and its category."""
    percentage = Decimal(counted * 100) / asked
    for name, least in law["kompetensi.jpm.batas"].value.items():
        if percentage >= least:
            return FitResult(points(percentage), CompetencyCategory.of(name))
    return FitResult(points(percentage), CompetencyCategory.BELOW)


def _compare(name: str, level: int, achieved: int | None, cites: tuple[str, ...]) -> Finding:
    """One competency: met, short of its standard, or not yet assessed (counts 0)."""
    title = name.replace("_", " ").capitalize()
    if achieved is None:
        return Finding(False, ("{}: belum ada data, standarnya {}.", title, level), cites, "belum_ada_data")
    return Finding(achieved >= level, ("{}: tingkat {}, standarnya {}.", title, achieved, level), cites, "kompetensi")


def _refuse_beyond_scale(field: str, levels: Levels, law: LawOn) -> None:
    highest = law["kompetensi.tingkat_tertinggi"].value
    if any(level > highest for level in levels.values()):
        raise FactError(field, f"Tingkat kompetensi paling tinggi {highest}.")
