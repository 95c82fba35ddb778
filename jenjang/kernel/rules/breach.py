"""Kegagalan pelindungan data pribadi: when those concerned must have been told (UU 27/2022)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


@dataclass(frozen=True, slots=True)
class BreachFacts:
    """Kegagalan pelindungan data yang diketahui."""

    detected_at: datetime = fact("Diketahui pada", help="Tanggal dan jam.", example="2026-03-02T10:00:00+07:00")


@dataclass(frozen=True, slots=True)
class BreachNotice:
    """Tenggat pemberitahuan."""

    notify_by: datetime = result("Beri tahu paling lambat")


@rule(
    "pdp.pemberitahuan",
    title="Tenggat pemberitahuan kegagalan pelindungan data",
    facts=BreachFacts,
    result=BreachNotice,
    cites=("uu-27-2022#46",),
)
def decide_breach_notice(facts: BreachFacts, law: LawOn) -> Decision[BreachNotice]:
    """Pemberitahuan kegagalan pelindungan data: 3 x 24 jam sejak diketahui, hari libur ikut dihitung (Pasal 46)."""
    hours = law["pdp.pemberitahuan"]
    notify_by = facts.detected_at + timedelta(hours=hours.value)
    reason = ("Pemberitahuan tertulis kepada subjek data dan lembaga paling lambat {} jam sejak diketahui.",
              hours.value)  # fmt: skip
    return Decision([Finding(True, reason, hours.cites, code="tenggat")], BreachNotice(notify_by))
