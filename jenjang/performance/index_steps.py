"""Langkah yang menaikkan indeks profesionalitas: one change at a time, the rule asked again with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.codes import Education, PositionGroup, Predicate
from jenjang.law.decisions import Decision
from jenjang.law.parameters import LawOn
from jenjang.performance import professionalism
from jenjang.performance.rules.professionalism_index import IndexFacts, ProfessionalismIndex, highest_of

if TYPE_CHECKING:
    from jenjang.personnel.models import EmployeeCurrent


@dataclass(frozen=True, slots=True)
class Step:
    """Satu langkah: what to do, the index with it, and how much that adds."""

    title: str
    text: str
    score: Decimal
    gain: Decimal


@dataclass(frozen=True, slots=True)
class Today:
    """Indeks menurut catatan hari ini."""

    facts: IndexFacts
    decision: Decision[ProfessionalismIndex]
    steps: list[Step]
    highest: dict[str, Decimal]


def today(person: EmployeeCurrent, predicate: str, day: date) -> Today:
    """The index as it would be today with the last yearly predicate, and the steps that would raise it, the largest first."""
    law = law_on(day)
    found = professionalism.background([person.pk], on=day, known_at=clock.now(), law=law)
    facts = professionalism.facts_of(person.pk, person.kind, person.education, predicate, found)
    decision = professionalism.index_of(facts, law)
    return Today(facts, decision, steps(facts, decision.result.score, law), highest_of(facts.position_group, law))


def steps(facts: IndexFacts, score: Decimal, law: LawOn) -> list[Step]:
    """Every single change that helps this person."""
    hours, years = law["ip_asn.jp_teknis"].value, law["ip_asn.jendela"].value
    missing = max(Decimal(hours) - facts.technical_lesson_hours, Decimal(0))
    group = facts.position_group
    tried = [
        ("Ikut pelatihan kepemimpinan", "Sekali seumur jabatan; hitungannya tetap.",
         replace(facts, leadership_training=True) if group is PositionGroup.STRUCTURAL else facts),
        ("Ikut pelatihan fungsional", "Sekali; hitungannya tetap.",
         replace(facts, functional_training=True) if group is PositionGroup.FUNCTIONAL else facts),
        (f"Tambah {missing} JP diklat teknis", f"Dihitung bila dalam {years['teknis']} tahun terakhir mencapai {hours} JP.",
         replace(facts, technical_lesson_hours=Decimal(hours)) if missing else facts),
        ("Ikut seminar, lokakarya, atau sejenisnya", f"Dihitung untuk {years['seminar']} tahun.", replace(facts, seminar=True)),
        ("Predikat kinerja setingkat lebih tinggi", "Lihat umpan balik pimpinan pada evaluasi terakhir.",
         replace(facts, performance=_better(facts.performance))),
        ("Pendidikan setingkat lebih tinggi", "Lewat tugas belajar; langkah panjang.",
         replace(facts, education=_higher(facts.education))),
    ]  # fmt: skip
    found = []
    for title, text, changed in tried:
        if changed != facts:
            after = professionalism.index_of(changed, law).result.score
            if after > score:
                found.append(Step(title, text, after, after - score))
    return sorted(found, key=lambda step: -step.gain)


def _better(performance: Predicate | Decimal) -> Predicate | Decimal:
    if not isinstance(performance, Predicate):
        return performance
    return next((code for code in Predicate if code.order == performance.order + 1), performance)


def _higher(education: Education) -> Education:
    """The next degree that people take."""
    ladder = (Education.SMA, Education.D3, Education.S1, Education.S2, Education.S3)
    return next((code for code in ladder if code.level > education.level), education)
