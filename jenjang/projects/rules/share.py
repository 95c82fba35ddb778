"""Bagian waktu untuk tim kerja: what a person can give to teams beside the own unit."""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


@dataclass(frozen=True, slots=True)
class ShareFacts:
    """Fakta: bagian waktu yang diminta, dan yang sudah diberikan kepada tim lain pada masa yang sama."""

    share: int = fact("Bagian waktu untuk tim ini, persen")
    held: int = fact("Bagian waktu untuk tim lain pada masa yang sama, persen")


@dataclass(slots=True)
class ShareResult:
    """Hasil: jumlah bagian waktu untuk semua tim."""

    total: int = result("Jumlah bagian waktu untuk tim kerja, persen")


@rule(
    "tim.porsi",
    title="Bagian waktu untuk tim kerja",
    facts=ShareFacts,
    result=ShareResult,
    cites=("permenpanrb-6-2022#5",),
    decides=True,
)
def decide_share(facts: ShareFacts, law: LawOn) -> Decision[ShareResult]:
    """Bagian waktu seorang pegawai untuk semua tim kerja (kebijakan instansi; PermenPANRB 6/2022)."""
    if not 1 <= facts.share <= 100:
        raise FactError("share", "Bagian waktu dari 1 sampai 100 persen.")
    if facts.held < 0:
        raise FactError("held", "Bagian waktu untuk tim lain tidak dapat kurang dari 0.")
    most = law["kinerja.tim.porsi_paling_banyak"]
    total = facts.share + facts.held
    reason = ("{} persen untuk semua tim pada masa itu; paling banyak {} persen.", total, most.value)
    return Decision([Finding(total <= most.value, reason, most.cites, "share")], ShareResult(total))
