"""Kalender hari kerja: counting working days and finding the day on which a term in working days ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.workdays import WorkingCalendar, working_calendar

BASIS = ("perpres-21-2023#3", "skb-libur-2025#lampiran", "skb-libur-2026#lampiran")


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """Fakta: satu rentang hari."""

    first: date = fact("Hari pertama", help="ikut dihitung")
    last: date = fact("Hari terakhir", help="ikut dihitung")


@dataclass(slots=True)
class WorkingDaysResult:
    """Hasil: banyaknya hari kerja."""

    working_days: int = result("Hari kerja", unit="hari kerja")


@rule("kalender.hari_kerja", title="Jumlah hari kerja", facts=PeriodFacts, result=WorkingDaysResult, cites=BASIS)
def count_working_days(facts: PeriodFacts, law: LawOn) -> Decision[WorkingDaysResult]:
    """Jumlah hari kerja dalam satu rentang (Perpres 21/2023; keputusan bersama hari libur)."""
    if facts.last < facts.first:
        raise FactError("last", "Hari terakhir tidak boleh sebelum hari pertama.")
    calendar = working_calendar(law)
    days = calendar.count(facts.first, facts.last)
    reason = ("{} sampai {}: {} hari kerja.", facts.first, facts.last, days)
    findings = [Finding(True, reason, calendar.cites, "hari_kerja")]
    return Decision(findings + estimated(calendar, facts.first, facts.last), WorkingDaysResult(days))


@dataclass(frozen=True, slots=True)
class TermFacts:
    """Fakta: awal dan lama suatu tenggat."""

    start: date = fact("Hari mulai")
    days: int = fact("Lama", unit="hari kerja", minimum=0)
    count_start: bool = fact("Hari mulai ikut dihitung")


@dataclass(slots=True)
class TermResult:
    """Hasil: hari terakhir tenggat."""

    date: date = result("Tanggal")


@rule("kalender.tambah_hari_kerja", title="Tenggat dalam hari kerja", facts=TermFacts, result=TermResult, cites=BASIS)
def add_working_days(facts: TermFacts, law: LawOn) -> Decision[TermResult]:
    """Hari ke-n menurut hari kerja (Perpres 21/2023; keputusan bersama hari libur)."""
    calendar = working_calendar(law)
    found = calendar.add(facts.start, facts.days, count_start=facts.count_start)
    reason = ("{} hari kerja dari {} jatuh pada {}.", facts.days, facts.start, found)
    findings = [Finding(True, reason, calendar.cites, "tenggat")]
    return Decision(findings + estimated(calendar, facts.start, found), TermResult(found))


def estimated(calendar: WorkingCalendar, first: date, last: date) -> list[Finding]:
    """Peringatan bila hari liburnya masih perkiraan: unmet, though a value is still given."""
    if not calendar.is_estimated(first, last):
        return []
    reason = "Hari libur tahun itu masih perkiraan; keputusan bersama belum terbit, hasil dapat berubah."
    return [Finding(False, reason, calendar.cites, "hari_libur_perkiraan")]
