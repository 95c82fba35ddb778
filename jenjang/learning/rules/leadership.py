"""Pelatihan Kepemimpinan Nasional Tingkat II (PKN II): who may be proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.codes import CareerLevel, Grade, PositionKind, PPPKGrade
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.spans import MONTHS_A_YEAR, add_months, is_complete


@dataclass(frozen=True, slots=True)
class LeadershipFacts:
    """Jabatan, pangkat, dan usia calon peserta."""

    held_kind: PositionKind = fact("Jenis jabatan")
    career_level: CareerLevel = fact("Jenjang jabatan fungsional")
    grade: Grade | PPPKGrade = fact("Golongan")
    grade_since: date = fact("TMT golongan")
    birth_date: date = fact("Tanggal lahir")
    bup: int = fact("Batas usia pensiun", unit="tahun", minimum=1, maximum=100)


@dataclass(frozen=True, slots=True)
class Leadership:
    """Perlu tidaknya seleksi."""

    needs_selection: bool = result("Harus lulus seleksi")


@rule(
    "pengembangan.pkn_ii",
    title="Syarat peserta PKN Tingkat II",
    facts=LeadershipFacts,
    result=Leadership,
    decides=True,
    cites=("perlan-5-2022#syarat-peserta",),
)
def decide_leadership_training(facts: LeadershipFacts, law: LawOn) -> Decision[Leadership]:
    """Pelatihan Kepemimpinan Nasional Tingkat II: jabatan, pangkat, dan usia (PerLAN 5/2022)."""
    exempt, spans = law["pengembangan.pkn_ii.tanpa_lama_pangkat"], law["pengembangan.pkn_ii.lama_pangkat"]
    _check_order(facts, law.day)
    post = facts.career_level if facts.held_kind is PositionKind.FUNCTIONAL else facts.held_kind
    eligible = post in exempt.value or post in spans.value
    verdict = "termasuk" if eligible else "tidak termasuk"
    findings = [Finding(eligible, ("{} {} jabatan peserta.", post, verdict), exempt.cites, code="jabatan")]
    if post in spans.value:
        findings += _rank_findings(facts, spans.value[post], law)
    findings.append(_age_finding(facts, law))
    without_selection = law["pengembangan.pkn_ii.tanpa_seleksi"].value
    return Decision(findings, Leadership(facts.held_kind not in without_selection))


def _check_order(facts: LeadershipFacts, day: date) -> None:
    if facts.birth_date > day:
        raise FactError("birth_date", "Tanggal lahir sesudah hari yang ditanyakan.")
    if facts.grade_since <= facts.birth_date:
        raise FactError("grade_since", "TMT golongan mendahului tanggal lahir.")
    if facts.grade_since > day:
        raise FactError("grade_since", "TMT golongan sesudah hari yang ditanyakan.")


def _rank_findings(facts: LeadershipFacts, months: int, law: LawOn) -> list[Finding]:
    lowest = law["pengembangan.pkn_ii.pangkat"]
    high_enough = isinstance(facts.grade, Grade) and facts.grade.order >= Grade.of(lowest.value).order
    since = law["pengembangan.pkn_ii.lama_pangkat"]
    complete = is_complete(facts.grade_since, law.day, months=months)
    return [
        Finding(high_enough, ("Golongan {}; paling rendah {}.", facts.grade.value, lowest.value), lowest.cites,
                code="pangkat"),
        Finding(complete, ("Dalam golongan sejak {}; syaratnya {} bulan, genap {}.", facts.grade_since, months,
                           add_months(facts.grade_since, months)), since.cites, code="lama_pangkat"),
    ]  # fmt: skip


def _age_finding(facts: LeadershipFacts, law: LawOn) -> Finding:
    """Usia: JPT Pratama some time before retirement, others through a birthday; that day itself still counts."""
    if facts.held_kind.is_jpt:
        margin = law["pengembangan.pkn_ii.sebelum_bup"]
        until, cites = add_months(facts.birth_date, facts.bup * MONTHS_A_YEAR - margin.value), margin.cites
    else:
        limit = law["pengembangan.pkn_ii.usia"]
        until, cites = add_months(facts.birth_date, limit.value * MONTHS_A_YEAR), limit.cites
    return Finding(law.day <= until, ("Batas usia tercapai {}.", until), cites, code="usia")
