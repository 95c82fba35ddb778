"""Keberatan atas hasil penilaian kinerja (PP 30/2019 Pasal 59)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """Fakta: kapan hasil diterima dan kapan keberatan diajukan."""

    received_on: date = fact("Tanggal hasil penilaian diterima")
    submitted_on: date = fact("Tanggal keberatan diajukan")


@dataclass(slots=True)
class ObjectionResult:
    """Hasil: hari terakhir keberatan."""

    last_day: date = result("Hari terakhir mengajukan keberatan")


@rule(
    "kinerja.keberatan",
    title="Tenggat keberatan penilaian kinerja",
    facts=ObjectionFacts,
    result=ObjectionResult,
    cites=("pp-30-2019#59",),
    decides=True,
)
def decide_objection(facts: ObjectionFacts, law: LawOn) -> Decision[ObjectionResult]:
    """Keberatan atas hasil penilaian kinerja (PP 30/2019 Pasal 59)."""
    if facts.submitted_on < facts.received_on:
        raise FactError("submitted_on", "Keberatan tidak dapat diajukan sebelum hasil penilaian diterima.")
    term = law["kinerja.keberatan.tenggat"]
    last_day = facts.received_on + timedelta(days=term.value)
    reason = ("Diajukan {}; tenggatnya {} hari, sampai {}.", facts.submitted_on, term.value, last_day)
    finding = Finding(facts.submitted_on <= last_day, reason, term.cites, "tenggat")
    return Decision([finding], ObjectionResult(last_day))
