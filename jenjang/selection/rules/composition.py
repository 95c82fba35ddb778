"""Susunan penilai: how many members, from where, and how many must mark (PermenPANRB 15/2019, PP 11/2017 Pasal 198)."""

from __future__ import annotations

from dataclasses import dataclass

from jenjang.law.catalogue import rule
from jenjang.law.codes import Code
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result


class Body(Code):
    """Badan penilai: who assesses depends on how the post is filled."""

    BOARD = "tim_penilai", "Tim penilai kinerja"
    PANEL = "pansel", "Panitia seleksi"


@dataclass(frozen=True, slots=True)
class CompositionFacts:
    """Fakta: banyaknya anggota tetap dan asalnya, tanpa cadangan."""

    body: Body = fact("Badan penilai")
    members: int = fact("Anggota tetap", unit="orang", minimum=0)
    internal: int = fact("Di antaranya dari dalam instansi", unit="orang", minimum=0)


@dataclass(slots=True)
class CompositionResult:
    """Hasil: berapa penilai diperlukan untuk tiap calon."""

    quorum: int = result("Kuorum", unit="orang")


@rule(
    "seleksi.susunan_penilai",
    title="Susunan tim penilai dan panitia seleksi",
    facts=CompositionFacts,
    result=CompositionResult,
    cites=("permenpanrb-15-2019#lampiran", "pp-11-2017#198"),
    decides=True,
)
def decide_composition(facts: CompositionFacts, law: LawOn) -> Decision[CompositionResult]:
    """Susunan penilai (PermenPANRB 15/2019; PP 11/2017 Pasal 198): jumlah, ganjil, bagian dari dalam, dan kuorum."""
    if facts.internal > facts.members:
        raise FactError("internal", "Anggota dari dalam tidak dapat melebihi seluruh anggota.")
    size = law[f"seleksi.{facts.body}.jumlah"]
    least, most = size.value["paling_sedikit"], size.value["paling_banyak"]
    reason = ("Anggota {} orang; harus {} sampai {}.", facts.members, least, most)
    findings = [Finding(least <= facts.members <= most, reason, size.cites, "jumlah")]
    if size.value.get("ganjil"):
        odd = facts.members % 2 == 1
        words = "Anggota {} orang, jumlah ganjil." if odd else "Anggota {} orang; jumlahnya harus ganjil."
        findings.append(Finding(odd, (words, facts.members), size.cites, "ganjil"))
    if facts.body == Body.PANEL:
        share = law["seleksi.pansel.internal"]
        met = facts.internal * 100 <= share.value * facts.members
        said = ("Dari dalam instansi {} dari {} orang; paling banyak {}%.", facts.internal, facts.members, share.value)
        findings.append(Finding(met, said, share.cites, "internal"))
    return Decision(findings, CompositionResult(quorum_of(facts.members, law)))


def quorum_of(members: int, law: LawOn) -> int:
    """Kuorum: how many of the members must mark a candidate, rounded up."""
    share: int = law["seleksi.kuorum"].value
    return -(-members * share // 100)
