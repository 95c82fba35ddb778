"""Pola distribusi predikat: do a unit's predicates fit its organisation's achievement (SE MenPANRB 3/2023)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jenjang.law.catalogue import rule
from jenjang.law.codes import OrganisationPredicate, Predicate
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result

Counts = Mapping[Predicate, int]


@dataclass(frozen=True, slots=True)
class DistributionFacts:
    """Fakta: predikat organisasi dan banyaknya pegawai per predikat."""

    organisation_predicate: OrganisationPredicate = fact("Predikat kinerja organisasi")
    counts: Counts = fact("Banyaknya pegawai per predikat", unit="pegawai", minimum=0)


@dataclass(slots=True)
class DistributionResult:
    """Hasil: sesuai pola atau tidak, dan apakah hanya peringatan."""

    valid: bool = result("Sesuai pola distribusi")
    soft: bool = result("Hanya peringatan", help="Unit kecil tidak diikat pola")


@rule(
    "kinerja.distribusi",
    title="Pola distribusi predikat kinerja",
    facts=DistributionFacts,
    result=DistributionResult,
    cites=("se-menpanrb-3-2023#isi", "permenpanrb-6-2022#25"),
)
def check_distribution(facts: DistributionFacts, law: LawOn) -> Decision[DistributionResult]:
    """Pola distribusi predikat kinerja (SE MenPANRB 3/2023)."""
    total = sum(facts.counts.values())
    if total == 0:
        raise FactError("counts", "Belum ada pegawai yang diberi predikat.")
    patterns = law["kinerja.distribusi.pola"]
    small = law["kinerja.distribusi.unit_kecil"]
    findings = [
        _check(condition, facts.counts, total, patterns.cites)
        for condition in patterns.value[facts.organisation_predicate]
    ]
    valid = all(finding.met for finding in findings)
    soft = total < small.value
    if soft:
        reason = ("{} pegawai, kurang dari {}: pola menjadi peringatan saja.", total, small.value)
        findings.append(Finding(True, reason, small.cites, "unit_kecil"))
    return Decision(findings, DistributionResult(valid, soft))


def _check(condition: Mapping[str, Any], counts: Counts, total: int, cites: tuple[str, ...]) -> Finding:
    """One condition of a pattern; shares compare exactly, in whole people."""
    group = [Predicate.of(name) for name in condition["predikat"]]
    size = sum(counts.get(predicate, 0) for predicate in group)
    kind = condition["syarat"]
    if kind == "terbesar":
        others = max((count for predicate, count in counts.items() if predicate not in group), default=0)
        template = "{0}: {1} pegawai; harus menjadi kelompok terbesar (kelompok lain paling besar {3})."
        return Finding(size > others, (template, group, size, total, others), cites, kind)
    if kind == "harus_ada":
        template = "{0}: {1} pegawai; harus ada paling sedikit satu."
        return Finding(size > 0, (template, group, size), cites, kind)
    share = condition["persen"]
    if kind == "paling_banyak":
        template = "{}: {} dari {} pegawai; paling banyak {}%."
        return Finding(size * 100 <= share * total, (template, group, size, total, share), cites, kind)
    template = "{}: {} dari {} pegawai; paling sedikit {}%."
    return Finding(size * 100 >= share * total, (template, group, size, total, share), cites, kind)
