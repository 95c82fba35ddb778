"""Batas usia pensiun (BUP): at which age, and from which day, service ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.codes import CareerLevel, PositionKind
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.spans import add_years, first_of_next_month


@dataclass(frozen=True, slots=True)
class RetirementFacts:
    """Jabatan dan tanggal lahir."""

    position_kind: PositionKind = fact("Jenis jabatan")
    career_level: CareerLevel = fact("Jenjang jabatan fungsional")
    teacher: bool = fact("Guru")
    birth_date: date = fact("Tanggal lahir")


@dataclass(frozen=True, slots=True)
class Retirement:
    """Usia dan TMT pensiun."""

    age: int = result("Batas usia pensiun", unit="tahun")
    effective_from: date = result("TMT pensiun")


@rule(
    "pensiun.bup",
    title="Batas usia pensiun",
    facts=RetirementFacts,
    result=Retirement,
    cites=("uu-20-2023#55", "pp-11-2017#239", "pp-11-2017#240", "uu-14-2005#30"),
)
def decide_retirement(facts: RetirementFacts, law: LawOn) -> Decision[Retirement]:
    """Batas usia pensiun menurut jabatan (UU 20/2023 Pasal 55, PP 11/2017 Pasal 239-240)."""
    age, cites = _age(facts, law)
    if facts.birth_date > law.day:
        raise FactError("birth_date", "Tanggal lahir sesudah hari yang ditanyakan.")
    effective_from = first_of_next_month(add_years(facts.birth_date, age))
    reason = ("Batas usia pensiun {} tahun; pensiun mulai {}.", age, effective_from)
    return Decision([Finding(True, reason, cites, code="bup")], Retirement(age, effective_from))


def _age(facts: RetirementFacts, law: LawOn) -> tuple[int, tuple[str, ...]]:
    """The special law for teachers goes before the general one (PP 11/2017 Pasal 240)."""
    if facts.position_kind is not PositionKind.FUNCTIONAL:
        by_kind = law["pensiun.bup.jabatan"]
        return by_kind.value[facts.position_kind], by_kind.cites
    if facts.teacher:
        teachers = law["pensiun.bup.guru"]
        return teachers.value, teachers.cites
    by_level = law["pensiun.bup.fungsional"]
    if facts.career_level not in by_level.value:
        raise FactError("career_level", "Jabatan fungsional memerlukan jenjang jabatan.")
    return by_level.value[facts.career_level], by_level.cites
