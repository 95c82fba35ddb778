"""Satyalancana Karya Satya: the medal for ten, twenty or thirty years of unblemished service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.codes import SanctionLevel
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result
from jenjang.law.spans import MONTHS_A_YEAR


@dataclass(frozen=True, slots=True)
class MedalFacts:
    """Masa bakti dan hukuman yang pernah dijatuhkan."""

    appointed_on: date = fact("TMT CPNS")
    sanction_history: tuple[SanctionLevel, ...] = fact("Hukuman disiplin yang pernah dijatuhkan")
    cltn: bool = fact("Pernah cuti di luar tanggungan negara")


@dataclass(frozen=True, slots=True)
class Medal:
    """Kelas Satyalancana Karya Satya."""

    class_: str | None = result("Kelas")


@rule(
    "penghargaan.satyalancana",
    title="Satyalancana Karya Satya",
    facts=MedalFacts,
    result=Medal,
    decides=True,
    cites=("pp-35-2010#isi", "uu-20-2009#isi"),
)
def decide_service_medal(facts: MedalFacts, law: LawOn) -> Decision[Medal]:
    """Satyalancana Karya Satya X, XX, XXX: mengabdi terus-menerus tanpa hukuman sedang atau berat (PP 35/2010)."""
    years, barring = law["penghargaan.satyalancana.masa_bakti"], law["penghargaan.satyalancana.hukuman_menghalangi"]
    if facts.appointed_on > law.day:
        raise FactError("appointed_on", "TMT CPNS sesudah hari yang ditanyakan.")
    months = (law.day.year - facts.appointed_on.year) * MONTHS_A_YEAR + law.day.month - facts.appointed_on.month
    reached = {needed: name for name, needed in years.value.items() if months >= needed * MONTHS_A_YEAR}
    barred = any(level in barring.value for level in facts.sanction_history)
    findings = [
        Finding(bool(reached), ("Masa bakti {} tahun {} bulan; paling sedikit {} tahun.", months // MONTHS_A_YEAR,
                                months % MONTHS_A_YEAR, min(years.value.values())), years.cites, code="masa_bakti"),
        Finding(not barred, "Tidak pernah dijatuhi hukuman disiplin sedang atau berat." if not barred
                else "Pernah dijatuhi hukuman disiplin sedang atau berat.", barring.cites, code="hukuman"),
        Finding(not facts.cltn, "Tidak pernah cuti di luar tanggungan negara." if not facts.cltn
                else "Pernah cuti di luar tanggungan negara.", years.cites, code="cltn"),
    ]  # fmt: skip
    earned = reached[max(reached)] if all(finding.met for finding in findings) else None
    return Decision(findings, Medal(earned))
