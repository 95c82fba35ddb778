"""Predikat gabungan: one predicate for a year in which somebody had several SKP (PermenPANRB 6/2022 Pasal 25)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import Predicate
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result

LONGEST, LAST = "terlama", "terakhir"
_BY_ORDER = {code.order: code for code in Predicate}


@dataclass(frozen=True, slots=True)
class PartFacts:
    """Satu SKP dalam setahun: predikatnya dan berapa bulan ia berlaku, menurut urutan waktu."""

    predicate: Predicate = fact("Predikat")
    months: int = fact("Lama", unit="bulan", minimum=1, maximum=12)


@dataclass(frozen=True, slots=True)
class JoinedFacts:
    """Fakta: semua SKP setahun."""

    parts: tuple[PartFacts, ...] = fact("SKP dalam setahun, dari yang paling awal")


@dataclass(slots=True)
class JoinedResult:
    """Hasil: predikat tahunan."""

    predicate: Predicate = result("Predikat kinerja tahunan")


@rule(
    "kinerja.predikat_gabungan",
    title="Predikat tahunan dari beberapa SKP",
    facts=JoinedFacts,
    result=JoinedResult,
    cites=("permenpanrb-6-2022#25",),
)
def join_predicates(facts: JoinedFacts, law: LawOn) -> Decision[JoinedResult]:
    """Predikat tahunan pegawai yang berganti jabatan di tengah tahun (PermenPANRB 6/2022 Pasal 25, kebijakan instansi)."""
    if not facts.parts:
        raise FactError("parts", "Sebutkan sedikitnya satu SKP.")
    if sum(part.months for part in facts.parts) > 12:
        raise FactError("parts", "Jumlah bulan semua SKP paling banyak 12.")
    way = law["kinerja.predikat.gabungan"]
    joined = _joined(facts.parts, str(way.value))
    reason = ("{} SKP digabung menurut {}: predikat {}.", len(facts.parts), str(way.value).replace("_", " "), joined)
    return Decision([Finding(True, reason, way.cites, "gabungan")], JoinedResult(joined))


def _joined(parts: Sequence[PartFacts], way: str) -> Predicate:
    if way == LAST:
        return parts[-1].predicate
    if way == LONGEST:
        # Of equally long ones the later counts: it says more about the person who goes on.
        return max(enumerate(parts), key=lambda pair: (pair[1].months, pair[0]))[1].predicate
    months = sum(part.months for part in parts)
    mean = Decimal(sum(part.predicate.order * part.months for part in parts)) / months
    return _BY_ORDER[int(mean.quantize(Decimal(1), rounding=ROUND_HALF_UP))]
