"""Pengaduan masyarakat: who must answer by when (PermenPANRB 62/2018)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.kernel.rules.calendar import estimated
from jenjang.law.catalogue import rule
from jenjang.law.codes import ComplaintKind
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.workdays import working_calendar


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """Laporan yang diterima."""

    received_on: date = fact("Diterima tanggal")
    kind: ComplaintKind = fact("Jenis laporan")


@dataclass(frozen=True, slots=True)
class ComplaintClock:
    """Tenggat laporan."""

    verify_by: date = result("Diverifikasi paling lambat")
    answer_by: date = result("Dijawab paling lambat")


@rule(
    "pengaduan.tenggat",
    title="Tenggat menjawab pengaduan masyarakat",
    facts=ComplaintFacts,
    result=ComplaintClock,
    cites=("permenpanrb-62-2018#lampiran",),
)
def decide_complaint_clock(facts: ComplaintFacts, law: LawOn) -> Decision[ComplaintClock]:
    """Tenggat pengaduan: hari kerja sesudah diterima, untuk verifikasi dan jawaban (PermenPANRB 62/2018)."""
    check, answer, calendar = law["pengaduan.verifikasi"], law["pengaduan.jawaban"], working_calendar(law)
    days = answer.value[facts.kind]
    clock = ComplaintClock(calendar.add(facts.received_on, check.value), calendar.add(facts.received_on, days))
    findings = [
        Finding(True, ("Verifikasi {} hari kerja sesudah diterima: {}.", check.value, clock.verify_by), check.cites),
        Finding(True, ("{}: {} hari kerja sesudah diterima, {}.", facts.kind, days, clock.answer_by), answer.cites),
    ]
    findings += estimated(calendar, facts.received_on, clock.answer_by)
    return Decision(findings, clock)
