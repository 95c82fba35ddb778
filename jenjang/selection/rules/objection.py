"""Keberatan: until when somebody may object to a ranking, and by when it must be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.workdays import working_calendar


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """Fakta: hari peringkat diumumkan dan hari keberatan diajukan."""

    announced_on: date = fact("Peringkat diumumkan")
    filed_on: date = fact("Keberatan diajukan")


@dataclass(slots=True)
class ObjectionResult:
    """Hasil: hari terakhir mengajukan dan menjawab."""

    closes_on: date = result("Hari terakhir mengajukan")
    answer_by: date = result("Dijawab paling lambat")


@rule(
    "seleksi.keberatan",
    title="Masa keberatan atas peringkat",
    facts=ObjectionFacts,
    result=ObjectionResult,
    cites=("permenpanrb-15-2019#lampiran",),
    decides=True,
)
def decide_objection(facts: ObjectionFacts, law: LawOn) -> Decision[ObjectionResult]:
    """Masa keberatan (kebijakan instansi dalam kerangka PermenPANRB 15/2019), dihitung dalam hari kerja."""
    window, answering = law["seleksi.keberatan.hari"], law["seleksi.keberatan.jawaban"]
    calendar = working_calendar(law)
    closes_on = calendar.add(facts.announced_on, window.value)
    answer = ObjectionResult(closes_on, calendar.add(facts.filed_on, answering.value))
    said = "Keberatan dapat diajukan {} hari kerja sesudah diumumkan, hari terakhir {}."
    in_time = facts.announced_on <= facts.filed_on <= closes_on
    return Decision([Finding(in_time, (said, window.value, closes_on), window.cites, "batas")], answer)
