"""Ketidakhadiran tanpa alasan yang sah, dan hari mulai berlakunya hukuman disiplin (PP 94/2021)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.kernel.rules.calendar import estimated
from jenjang.law.bands import reached
from jenjang.law.catalogue import rule
from jenjang.law.codes import Sanction, SanctionLevel
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.workdays import working_calendar

_SANCTION = "hukuman"


@dataclass(frozen=True, slots=True)
class AbsenceFacts:
    """Hari tidak masuk kerja tanpa alasan yang sah."""

    days_this_year: int = fact(
        "Tidak masuk kerja tahun ini", unit="hari", minimum=0, help="Kumulatif Januari sampai Desember."
    )
    consecutive_days: int = fact("Di antaranya terus-menerus", unit="hari kerja", minimum=0)


@dataclass(frozen=True, slots=True)
class AbsenceSanction:
    """Hukuman disiplin yang diancamkan."""

    level: SanctionLevel = result("Tingkat hukuman")
    sanction: Sanction = result("Jenis hukuman")


@rule(
    "disiplin.ketidakhadiran",
    title="Hukuman disiplin karena tidak masuk kerja",
    facts=AbsenceFacts,
    result=AbsenceSanction,
    cites=("pp-94-2021#9", "pp-94-2021#10", "pp-94-2021#11", "pp-94-2021#15"),
)
def decide_absence(facts: AbsenceFacts, law: LawOn) -> Decision[AbsenceSanction]:
    """Ketidakhadiran: hukuman menurut hari kumulatif dan hari terus-menerus (PP 94/2021 Pasal 9-11); yang terberat."""
    ladder, run = law["disiplin.ketidakhadiran.tangga"], law["disiplin.ketidakhadiran.terus_menerus"]
    by_total = _sanction(ladder.value, facts.days_this_year)
    by_run = _sanction((run.value,), facts.consecutive_days)
    heaviest = max(by_total, by_run, key=lambda sanction: sanction.order)
    level = SanctionLevel.of(law["disiplin.tingkat"].value[heaviest])
    findings = [
        Finding(by_total is Sanction.NONE, ("Tidak masuk kerja {} hari dalam setahun: {}.", facts.days_this_year,
                                            by_total), ladder.cites, code="kumulatif"),
        Finding(by_run is Sanction.NONE, ("Tidak masuk kerja {} hari kerja terus-menerus: {}.", facts.consecutive_days,
                                          by_run), run.cites, code="terus_menerus"),
    ]  # fmt: skip
    return Decision(findings, AbsenceSanction(level, heaviest))


def _sanction(ladder: Iterable[Mapping[str, Any]], days: int) -> Sanction:
    row = reached(ladder, days)
    return Sanction.of(row[_SANCTION]) if row else Sanction.NONE


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """Penerimaan keputusan hukuman disiplin."""

    received_on: date = fact("Keputusan diterima tanggal")


@dataclass(frozen=True, slots=True)
class SanctionStart:
    """Mulai berlakunya hukuman."""

    effective_on: date = result("Hukuman berlaku mulai")


@rule(
    "disiplin.mulai_berlaku",
    title="Hari mulai berlakunya hukuman disiplin",
    facts=ReceiptFacts,
    result=SanctionStart,
    cites=("pp-94-2021#isi", "perban-bkn-6-2022#lampiran"),
)
def decide_sanction_start(facts: ReceiptFacts, law: LawOn) -> Decision[SanctionStart]:
    """Mulai berlakunya hukuman disiplin: hari kerja ke-15 sesudah keputusan diterima (Perban BKN 6/2022)."""
    wait, calendar = law["disiplin.mulai_berlaku"], working_calendar(law)
    effective_on = calendar.add(facts.received_on, wait.value)
    reason = ("Hari kerja ke-{} sesudah keputusan diterima {} adalah {}.", wait.value, facts.received_on, effective_on)
    finding = Finding(True, reason, wait.cites + calendar.cites, code="mulai_berlaku")
    findings = [finding, *estimated(calendar, facts.received_on, effective_on)]
    return Decision(findings, SanctionStart(effective_on))
