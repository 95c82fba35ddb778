"""Nilai kinerja PP 30/2019: the numeric scheme that still stands beside the predicates of PermenPANRB 6/2022."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import AppraisalScheme, Predicate
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

BASIS = ("pp-30-2019#41",)


@dataclass(frozen=True, slots=True)
class ScoreFacts:
    """Fakta: nilai kinerja dan ada tidaknya ide baru."""

    score: Decimal = fact("Nilai kinerja", unit="poin", minimum=0)
    new_idea: bool = fact("Ada ide baru atau inovasi")


@dataclass(slots=True)
class PredicateResult:
    """Hasil: predikat kinerja."""

    predicate: Predicate = result("Predikat kinerja")


@rule(
    "kinerja.predikat_pp30",
    title="Predikat dari nilai kinerja (PP 30/2019)",
    facts=ScoreFacts,
    result=PredicateResult,
    cites=BASIS,
)
def predicate_of_score(facts: ScoreFacts, law: LawOn) -> Decision[PredicateResult]:
    """Predikat kinerja dari nilai (PP 30/2019 Pasal 41)."""
    _refuse_beyond_scale("score", facts.score, law)
    predicate, finding = _predicate(facts.score, facts.new_idea, law)
    return Decision([finding], PredicateResult(predicate))


@dataclass(frozen=True, slots=True)
class AppraisalFacts:
    """Fakta: nilai SKP, nilai perilaku, dan skema bobotnya."""

    skp: Decimal = fact("Nilai SKP", unit="poin", minimum=0)
    behaviour: Decimal = fact("Nilai perilaku kerja", unit="poin", minimum=0)
    scheme: AppraisalScheme = fact("Skema bobot", help="60/40 bila ada survei rekan kerja dan bawahan")


@dataclass(slots=True)
class ScoreResult:
    """Hasil: nilai kinerja dan predikatnya."""

    score: Decimal = result("Nilai kinerja", unit="poin")
    predicate: Predicate = result("Predikat kinerja", help="Tanpa ide baru; dengan ide baru dapat menjadi sangat baik")


@rule(
    "kinerja.nilai_pp30",
    title="Nilai kinerja dari SKP dan perilaku (PP 30/2019)",
    facts=AppraisalFacts,
    result=ScoreResult,
    cites=BASIS,
)
def score_of_appraisal(facts: AppraisalFacts, law: LawOn) -> Decision[ScoreResult]:
    """Nilai kinerja dari SKP dan perilaku (PP 30/2019 Pasal 41)."""
    _refuse_beyond_scale("skp", facts.skp, law)
    _refuse_beyond_scale("behaviour", facts.behaviour, law)
    weights = law["kinerja.pp30.bobot"]
    for_skp, for_behaviour = weights.value[facts.scheme]["skp"], weights.value[facts.scheme]["perilaku"]
    score = (facts.skp * for_skp + facts.behaviour * for_behaviour) / 100
    predicate, finding = _predicate(score, False, law)
    reason = ("{}% x {} + {}% x {} = {}.", for_skp, facts.skp, for_behaviour, facts.behaviour, points(score))
    findings = [Finding(True, reason, weights.cites, "nilai"), finding]
    return Decision(findings, ScoreResult(points(score), predicate))


def _predicate(score: Decimal, new_idea: bool, law: LawOn) -> tuple[Predicate, Finding]:
    bounds = law["kinerja.pp30.batas_predikat"]
    reached = [Predicate.of(name) for name, least in bounds.value.items() if score >= least]
    predicate = max(reached, key=lambda code: code.order, default=Predicate.VERY_POOR)
    if predicate is Predicate.VERY_GOOD and not new_idea:
        reason = ("Nilai {} tanpa ide baru: predikat {}.", score, Predicate.GOOD)
        return Predicate.GOOD, Finding(True, reason, bounds.cites, "predikat")
    return predicate, Finding(True, ("Nilai {}: predikat {}.", score, predicate), bounds.cites, "predikat")


def _refuse_beyond_scale(field: str, value: Decimal, law: LawOn) -> None:
    highest = law["kinerja.pp30.nilai_tertinggi"].value
    if value > highest:
        raise FactError(field, f"Nilai tertinggi {highest}.")
