"""Gaji pokok dan kenaikan gaji berkala pertama (PP 7/1977, PP 5/2024, Perpres 11/2024)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import Grade, PPPKGrade, Status
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result, rupiah
from jenjang.law.spans import add_years


@dataclass(frozen=True, slots=True)
class PaySteps:
    """Langkah gaji satu golongan: years of grade service, ascending, and the pay from each on."""

    years: tuple[int, ...]
    amounts: tuple[int, ...]

    def place(self, service_years: int) -> int:
        """The step that the service has reached; the first one also below it, the last one also above."""
        return max(bisect_right(self.years, service_years) - 1, 0)


PayTable = Mapping[str, PaySteps]


def _pns_table(law: LawOn) -> PayTable:
    return _read_table(law, "gaji.pns")


def _pppk_table(law: LawOn) -> PayTable:
    return _read_table(law, "gaji.pppk")


def _read_table(law: LawOn, key: str) -> PayTable:
    steps: dict[str, list[tuple[int, int]]] = {}
    for row in law[key].value:
        steps.setdefault(row["golongan"], []).append((int(row["mkg"]), int(row["gaji"])))
    return {grade: _steps(sorted(pairs)) for grade, pairs in steps.items()}


def _steps(pairs: list[tuple[int, int]]) -> PaySteps:
    years, amounts = zip(*pairs, strict=True)
    return PaySteps(years, amounts)


def _steps_of(grade: Grade | PPPKGrade, law: LawOn) -> tuple[PaySteps, tuple[str, ...]]:
    if isinstance(grade, PPPKGrade):
        return law.derive(_pppk_table)[grade], law["gaji.pppk"].cites
    return law.derive(_pns_table)[grade], law["gaji.pns"].cites


@dataclass(frozen=True, slots=True)
class SalaryFacts:
    """Golongan dan masa kerja golongan."""

    status: Status = fact("Status kepegawaian")
    grade: Grade | PPPKGrade = fact("Golongan")
    service_years: int = fact("Masa kerja golongan", unit="tahun", minimum=0)


@dataclass(frozen=True, slots=True)
class Salary:
    """Gaji pokok sebulan."""

    amount: int | None = result("Gaji pokok", unit="rupiah")


@rule(
    "gaji.pokok",
    title="Gaji pokok",
    facts=SalaryFacts,
    result=Salary,
    cites=("pp-5-2024#lampiran", "perpres-11-2024#lampiran", "pp-7-1977#isi"),
)
def decide_base_salary(facts: SalaryFacts, law: LawOn) -> Decision[Salary]:
    """Gaji pokok menurut golongan dan masa kerja golongan (PP 5/2024; PPPK: Perpres 11/2024; CPNS 80 persen)."""
    if facts.status is Status.PPPK_PART_TIME:
        cites = law["gaji.pppk"].cites
        return Decision([Finding(False, "Upah PPPK paruh waktu tidak mengikuti daftar gaji ini.", cites)], Salary(None))
    if isinstance(facts.grade, PPPKGrade) != (facts.status is Status.PPPK):
        raise FactError("grade", f"Golongan {facts.grade} bukan golongan {facts.status}.")
    steps, cites = _steps_of(facts.grade, law)
    place = steps.place(facts.service_years)
    full = steps.amounts[place]
    findings = [Finding(True, ("Golongan {}, langkah masa kerja {} tahun: Rp{}.", facts.grade.value,
                               steps.years[place], full), cites, code="tabel")]  # fmt: skip
    if facts.status is not Status.CPNS:
        return Decision(findings, Salary(full))
    share = law["gaji.cpns_persen"]
    findings.append(Finding(True, ("Calon PNS menerima {} persen.", share.value), share.cites, code="cpns"))
    return Decision(findings, Salary(rupiah(Decimal(full) * share.value / 100)))


@dataclass(frozen=True, slots=True)
class FirstIncrementFacts:
    """Golongan dan masa kerja pada saat pengangkatan."""

    grade: Grade | PPPKGrade = fact("Golongan")
    appointed_on: date = fact("TMT pengangkatan")
    service_years: int = fact("Masa kerja golongan saat diangkat", unit="tahun", minimum=0)


@dataclass(frozen=True, slots=True)
class FirstIncrement:
    """Kenaikan gaji berkala pertama."""

    effective_from: date | None = result("Berlaku mulai")
    service_years: int | None = result("Masa kerja golongan", unit="tahun")
    amount: int = result("Gaji pokok", unit="rupiah")


@rule(
    "gaji.kgb_pertama",
    title="Kenaikan gaji berkala pertama",
    facts=FirstIncrementFacts,
    result=FirstIncrement,
    cites=("pp-7-1977#11", "pp-5-2024#lampiran", "perpres-11-2024#lampiran"),
)
def decide_first_increment(facts: FirstIncrementFacts, law: LawOn) -> Decision[FirstIncrement]:
    """Kenaikan gaji berkala (KGB): pada langkah masa kerja berikutnya dalam daftar gaji (PP 7/1977 Pasal 11)."""
    reason: Reason
    steps, cites = _steps_of(facts.grade, law)
    place = steps.place(facts.service_years)
    # below the first step one is paid by it, so the wait runs from there (II/b to II/d begin with three years)
    paid_years = max(facts.service_years, steps.years[0])
    if place + 1 == len(steps.years):
        reason = ("Langkah terakhir golongan {} sudah tercapai.", facts.grade.value)
        last = FirstIncrement(None, None, steps.amounts[-1])
        return Decision([Finding(False, reason, cites, code="langkah")], last)
    years, amount = steps.years[place + 1], steps.amounts[place + 1]
    effective_from = add_years(facts.appointed_on, years - paid_years)
    reason = ("Langkah masa kerja {} tahun tercapai {}: Rp{}, bila penilaian kinerja sekurang-kurangnya cukup.",
              years, effective_from, amount)  # fmt: skip
    findings = [Finding(True, reason, ("pp-7-1977#11", *cites), code="langkah")]
    return Decision(findings, FirstIncrement(effective_from, years, amount))
