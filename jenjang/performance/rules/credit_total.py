"""Akumulasi angka kredit: what has been gathered in a level, and what a rank and the next level still ask."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import CareerLevel, Grade
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class TotalFacts:
    """Fakta: jenjang, golongan, dan angka kredit yang dikumpulkan dalam jenjang itu."""

    career_level: CareerLevel = fact("Jenjang jabatan fungsional")
    grade: Grade = fact("Golongan ruang")
    earned: Decimal = fact("Angka kredit yang dikumpulkan dalam jenjang ini", unit="angka kredit", minimum=0)


@dataclass(slots=True)
class TotalResult:
    """Hasil: jumlah dengan angka kredit dasar, kebutuhan, dan kekurangannya."""

    base: Decimal = result("Angka kredit dasar")
    total: Decimal = result("Angka kredit kumulatif")
    rank_need: Decimal | None = result("Kebutuhan kenaikan pangkat", help="Kosong pada pangkat teratas jenjang ini")
    rank_shortfall: Decimal | None = result("Kekurangan untuk pangkat")
    level_need: Decimal | None = result("Kebutuhan kenaikan jenjang", help="Kosong pada jenjang teratas")
    level_shortfall: Decimal | None = result("Kekurangan untuk jenjang")


@rule(
    "kinerja.akumulasi_angka_kredit",
    title="Akumulasi angka kredit dan kekurangannya",
    facts=TotalFacts,
    result=TotalResult,
    cites=("perban-bkn-3-2023#isi", "perban-bkn-3-2023#lampiran"),
)
def total_credit_points(facts: TotalFacts, law: LawOn) -> Decision[TotalResult]:
    """Angka kredit kumulatif dalam jenjang dan kekurangannya (Perban BKN 3/2023)."""
    if facts.career_level is CareerLevel.NONE:
        raise FactError("career_level", "Angka kredit hanya untuk jabatan fungsional; pilih jenjangnya.")
    bases = law["kinerja.angka_kredit.dasar"]
    by_grade = bases.value[facts.career_level]
    grades = [Grade.of(name) for name in by_grade]
    base = _base(facts.grade, by_grade, grades)
    total = base + facts.earned
    for_rank, for_level = law["kinerja.angka_kredit.kenaikan_pangkat"], law["kinerja.angka_kredit.kenaikan_jenjang"]
    rank_need = None
    if facts.grade.order < max(grade.order for grade in grades):
        rank_need = base + Decimal(for_rank.value[facts.career_level])
    level = for_level.value.get(facts.career_level)
    level_need = None if level is None else Decimal(level)
    found = TotalResult(
        points(base), points(total), _rounded(rank_need), _short(rank_need, total), _rounded(level_need),
        _short(level_need, total),
    )  # fmt: skip
    findings = [
        Finding(facts.grade in grades, _said(facts, grades, base), bases.cites, "dasar"),
        _finding("Kenaikan pangkat", rank_need, total, for_rank.cites, "pangkat", "pangkat teratas jenjang ini"),
        _finding("Kenaikan jenjang", level_need, total, for_level.cites, "jenjang", "jenjang teratas"),
    ]
    return Decision(findings, found)


def _base(grade: Grade, by_grade: dict[str, int], grades: list[Grade]) -> Decimal:
    """The base of the grade; above the level's grades that of the highest, below them none."""
    if grade.value in by_grade:
        return Decimal(by_grade[grade.value])
    highest = max(grades, key=lambda one: one.order)
    return Decimal(by_grade[highest.value]) if grade.order > highest.order else _NONE


def _said(facts: TotalFacts, grades: list[Grade], base: Decimal) -> tuple[object, ...]:
    if facts.grade in grades:
        return ("Angka kredit dasar {} golongan {}: {}.", facts.career_level, facts.grade.value, base)
    span = f"{min(grades, key=lambda one: one.order).value} sampai {max(grades, key=lambda one: one.order).value}"
    return ("Golongan {} di luar golongan jenjang {} ({}).", facts.grade.value, facts.career_level, span)


def _finding(
    name: str, need: Decimal | None, total: Decimal, cites: tuple[str, ...], code: str, top: str
) -> Finding:  # fmt: skip
    if need is None:
        return Finding(True, f"{name}: {top}.", cites, code)
    return Finding(total >= need, (f"{name}: {{}} dari {{}} angka kredit.", points(total), points(need)), cites, code)


def _short(need: Decimal | None, total: Decimal) -> Decimal | None:
    return None if need is None else points(max(need - total, _NONE))


def _rounded(number: Decimal | None) -> Decimal | None:
    return None if number is None else points(number)
