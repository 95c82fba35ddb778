"""Predikat kinerja: from two ratings to a predicate (PermenPANRB 6/2022, Lampiran)."""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.codes import Predicate, Rating
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


@dataclass(frozen=True, slots=True)
class PredicateFacts:
    """Fakta: rating hasil kerja dan rating perilaku kerja."""

    result_rating: Rating = fact("Rating hasil kerja")
    behaviour_rating: Rating = fact("Rating perilaku kerja")


@dataclass(slots=True)
class PredicateResult:
    """Hasil: predikat kinerja."""

    predicate: Predicate = result("Predikat kinerja")


@rule(
    "kinerja.predikat",
    title="Predikat kinerja pegawai",
    facts=PredicateFacts,
    result=PredicateResult,
    cites=("permenpanrb-6-2022#lampiran",),
)
def decide_predicate(facts: PredicateFacts, law: LawOn) -> Decision[PredicateResult]:
    """Predikat kinerja dari kuadran hasil kerja dan perilaku (PermenPANRB 6/2022 Lampiran)."""
    matrix = law["kinerja.predikat.kuadran"]
    predicate = Predicate.of(matrix.value[facts.result_rating][facts.behaviour_rating])
    reason = ("Hasil kerja {} dan perilaku {}: predikat {}.", facts.result_rating, facts.behaviour_rating, predicate)
    return Decision([Finding(True, reason, matrix.cites, "kuadran")], PredicateResult(predicate))
