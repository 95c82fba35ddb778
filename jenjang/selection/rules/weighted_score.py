"""Nilai seleksi terbuka: components weighed by the announced percentages (PermenPANRB 15/2019)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result
from jenjang.law.wording import number


@dataclass(frozen=True, slots=True)
class SelectionFacts:
    """Fakta: nilai dan bobot tiap unsur."""

    scores: Mapping[str, Decimal] = fact("Nilai tiap unsur", unit="poin", minimum=0, maximum=100)
    weights: Mapping[str, Decimal] = fact("Bobot tiap unsur", unit="persen", minimum=0, maximum=100)


@dataclass(slots=True)
class SelectionResult:
    """Hasil: nilai akhir seleksi."""

    score: Decimal = result("Nilai akhir", unit="poin")


@rule(
    "seleksi.nilai",
    title="Nilai akhir seleksi terbuka",
    facts=SelectionFacts,
    result=SelectionResult,
    cites=("permenpanrb-15-2019#lampiran",),
)
def decide_selection_score(facts: SelectionFacts, law: LawOn) -> Decision[SelectionResult]:
    """Nilai akhir seleksi terbuka (PermenPANRB 15/2019): jumlah nilai kali bobot."""
    whole = law["seleksi.jumlah_bobot"]
    total = sum(facts.weights.values())
    if total != whole.value:
        raise FactError("weights", f"Jumlah bobot harus {whole.value}, bukan {number(total)}.")
    if unweighed := facts.scores.keys() - facts.weights.keys():
        raise FactError("scores", f"Belum ada bobot untuk {', '.join(sorted(unweighed))}.")
    findings = [_component(name, weight, facts, whole.cites) for name, weight in facts.weights.items()]
    weighed = (weight * facts.scores.get(name, Decimal(0)) for name, weight in facts.weights.items())
    return Decision(findings, SelectionResult(points(sum(weighed, Decimal(0)) / whole.value)))


def _component(name: str, weight: Decimal, facts: SelectionFacts, cites: tuple[str, ...]) -> Finding:
    """One component; without a score it counts 0 and says so."""
    title = name.replace("_", " ").capitalize()
    score = facts.scores.get(name)
    if score is None:
        return Finding(False, ("{}: belum ada data, dihitung 0; bobot {}%.", title, weight), cites, "belum_ada_data")
    return Finding(True, ("{}: nilai {}, bobot {}%.", title, score, weight), cites, "unsur")
