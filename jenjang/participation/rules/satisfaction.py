"""Indeks kepuasan masyarakat (PermenPANRB 14/2017)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jenjang.law.bands import reached
from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """Jumlah jawaban survei per unsur."""

    respondents: int = fact("Banyaknya responden", unit="orang", minimum=1)
    sums: Mapping[str, int] = fact("Jumlah nilai tiap unsur", help="u1 sampai u9, jumlah jawaban semua responden.")


@dataclass(frozen=True, slots=True)
class SatisfactionIndex:
    """Indeks kepuasan masyarakat dan mutu pelayanan."""

    averages: Mapping[str, Decimal] = result("Nilai rata-rata tiap unsur")
    ikm: Decimal = result("Indeks kepuasan masyarakat")
    grade: str = result("Mutu pelayanan")


@rule(
    "skm.ikm",
    title="Indeks kepuasan masyarakat",
    facts=SurveyFacts,
    result=SatisfactionIndex,
    cites=("permenpanrb-14-2017#lampiran",),
)
def decide_satisfaction(facts: SurveyFacts, law: LawOn) -> Decision[SatisfactionIndex]:
    """Survei kepuasan masyarakat: rata-rata tertimbang sembilan unsur dikali 25 (PermenPANRB 14/2017)."""
    elements, factor, bands = law["skm.unsur"], law["skm.pengali"], law["skm.mutu"]
    _check_sums(facts, law)
    averages = {name: Fraction(facts.sums[name], facts.respondents) for name in elements.value}
    # exact fractions: equal weights of one ninth have no finite decimal, and only the result may be rounded
    ikm = _rounded(sum(averages.values(), Fraction(0)) / len(averages) * factor.value)
    band = reached(bands.value, ikm)
    if band is None:
        raise FactError("sums", "Jumlah nilai lebih rendah daripada skala survei.")
    finding = Finding(True, ("Indeks {}: mutu pelayanan {}, {}.", ikm, band["mutu"], band["kinerja"].lower()),
                      elements.cites, code="mutu")  # fmt: skip
    rounded = {name: _rounded(average) for name, average in averages.items()}
    return Decision([finding], SatisfactionIndex(rounded, ikm, band["mutu"]))


def _check_sums(facts: SurveyFacts, law: LawOn) -> None:
    """All elements, no other, and no sum that these respondents cannot have given."""
    elements, scale = law["skm.unsur"].value, law["skm.skala"].value
    if missing := elements.keys() - facts.sums.keys():
        raise FactError("sums", f"Unsur belum diisi: {', '.join(sorted(missing))}.")
    if unknown := facts.sums.keys() - elements.keys():
        raise FactError("sums", f"Bukan unsur survei: {', '.join(sorted(unknown))}.")
    low, high = scale["terendah"] * facts.respondents, scale["tertinggi"] * facts.respondents
    for name, total in facts.sums.items():
        if not low <= total <= high:
            raise FactError("sums", f"{name}: jumlah nilai harus antara {low} dan {high}, bukan {total}.")


def _rounded(value: Fraction) -> Decimal:
    """Two decimals, half up, of an exact fraction."""
    hundredths = (2 * 100 * value + 1) // 2
    return points(Decimal(int(hundredths)) / 100)
