"""Angka kredit: what a predicate yields and what a promotion needs (Perban BKN 3/2023)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import CareerLevel, Predicate
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

BASIS = ("perban-bkn-3-2023#isi", "perban-bkn-3-2023#lampiran")


@dataclass(frozen=True, slots=True)
class CreditPointsFacts:
    """Fakta: jenjang, predikat, dan lamanya dalam setahun."""

    career_level: CareerLevel = fact("Jenjang jabatan fungsional")
    predicate: Predicate = fact("Predikat kinerja")
    months: int = fact("Lama periode", unit="bulan", minimum=1, maximum=12)


@dataclass(slots=True)
class CreditPointsResult:
    """Hasil: angka kredit."""

    credit_points: Decimal = result("Angka kredit")


@rule(
    "kinerja.angka_kredit",
    title="Angka kredit dari predikat kinerja",
    facts=CreditPointsFacts,
    result=CreditPointsResult,
    cites=BASIS,
)
def compute_credit_points(facts: CreditPointsFacts, law: LawOn) -> Decision[CreditPointsResult]:
    """Angka kredit tahunan dan periodik (Perban BKN 3/2023)."""
    _refuse_without_level(facts.career_level)
    coefficient = law["kinerja.angka_kredit.koefisien"]
    percent = law["kinerja.angka_kredit.persentase"]
    yearly, share = coefficient.value[facts.career_level], percent.value[facts.predicate]
    earned = Decimal(facts.months * share * yearly) / 12 / 100
    template = "{} bulan, predikat {} ({}%), koefisien {} {}: {} angka kredit."
    reason = (template, facts.months, facts.predicate, share, facts.career_level, yearly, points(earned))
    finding = Finding(True, reason, coefficient.cites + percent.cites, "angka_kredit")
    return Decision([finding], CreditPointsResult(points(earned)))


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """Fakta: jenjang jabatan fungsional."""

    career_level: CareerLevel = fact("Jenjang jabatan fungsional")


@dataclass(slots=True)
class NeedResult:
    """Hasil: kebutuhan angka kredit."""

    rank_promotion: Decimal = result("Kenaikan pangkat", unit="angka kredit")
    level_promotion: Decimal | None = result(
        "Kenaikan jenjang", unit="angka kredit", help="Kosong pada jenjang teratas"
    )


@rule(
    "kinerja.kebutuhan_angka_kredit",
    title="Kebutuhan angka kredit kenaikan pangkat dan jenjang",
    facts=NeedFacts,
    result=NeedResult,
    cites=BASIS,
)
def need_for_promotion(facts: NeedFacts, law: LawOn) -> Decision[NeedResult]:
    """Angka kredit kumulatif untuk naik pangkat dan naik jenjang (Perban BKN 3/2023)."""
    _refuse_without_level(facts.career_level)
    for_rank = law["kinerja.angka_kredit.kenaikan_pangkat"]
    for_level = law["kinerja.angka_kredit.kenaikan_jenjang"]
    rank_need = for_rank.value[facts.career_level]
    level_need = for_level.value.get(facts.career_level)
    level_reason = (
        ("{} adalah jenjang teratas.", facts.career_level)
        if level_need is None
        else ("Kenaikan jenjang dari {}: {} angka kredit.", facts.career_level, level_need)
    )
    rank_reason = ("Kenaikan pangkat pada jenjang {}: {} angka kredit.", facts.career_level, rank_need)
    findings = [
        Finding(True, rank_reason, for_rank.cites, "kenaikan_pangkat"),
        Finding(True, level_reason, for_level.cites, "kenaikan_jenjang"),
    ]
    return Decision(findings, NeedResult(rank_need, level_need))


def _refuse_without_level(level: CareerLevel) -> None:
    if level is CareerLevel.NONE:
        raise FactError("career_level", "Angka kredit hanya untuk jabatan fungsional; pilih jenjangnya.")
