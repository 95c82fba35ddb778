"""Penetapan: what must be there before an appointing authority may appoint (UU 10/2016, PP 11/2017, Perpres 92/2024)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.catalogue import rule
from jenjang.law.codes import Code, PositionKind
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import FactError
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.spans import add_months, full_months


class Opinion(Code):
    """Pertimbangan teknis BKN untuk calon yang dipilih."""

    MISSING = "belum", "Belum masuk"
    APPROVED = "disetujui", "Disetujui"
    REFUSED = "ditolak", "Tidak disetujui"


@dataclass(frozen=True, slots=True)
class AppointmentFacts:
    """Fakta: jabatan yang diisi, calon yang dipilih, dan persetujuan yang sudah ada."""

    kind: PositionKind = fact("Jabatan yang diisi")
    opinion: Opinion = fact("Pertimbangan teknis BKN")
    minister_approved: bool = fact("Ada persetujuan tertulis Menteri Dalam Negeri", default=False)
    senior_since: date | None = fact("Calon menjabat JPT sejak", default=None)
    early_approved: bool = fact("Ada persetujuan penggantian sebelum dua tahun", default=False)


@rule(
    "seleksi.penetapan",
    title="Penetapan dalam jabatan",
    facts=AppointmentFacts,
    cites=("uu-10-2016#71", "pp-11-2017#132", "perpres-92-2024#isi"),
    decides=True,
)
def decide_appointment(facts: AppointmentFacts, law: LawOn) -> Decision[None]:
    """Penetapan (UU 10/2016 Pasal 71; PP 11/2017 Pasal 132): pertek, masa pemilihan, dan masa jabatan."""
    return Decision([_opinion(facts, law), _election(facts, law), _tenure(facts, law)], None)


def _opinion(facts: AppointmentFacts, law: LawOn) -> Finding:
    kinds = law["seleksi.keputusan.pertek"]
    if facts.kind not in kinds.value:
        return Finding(True, "Jabatan ini tidak memerlukan pertimbangan teknis BKN.", kinds.cites, "pertek")
    said = {
        Opinion.MISSING: "Pertimbangan teknis BKN belum masuk.",
        Opinion.APPROVED: "Pertimbangan teknis BKN menyetujui.",
        Opinion.REFUSED: "Pertimbangan teknis BKN tidak menyetujui calon ini.",
    }
    return Finding(facts.opinion == Opinion.APPROVED, said[facts.opinion], kinds.cites, "pertek")


def _election(facts: AppointmentFacts, law: LawOn) -> Finding:
    before, elections = law["seleksi.keputusan.pilkada_bulan"], law["seleksi.keputusan.pilkada"]
    for election in elections.value:
        first = add_months(date.fromisoformat(election["penetapan_calon"]), -before.value)
        last = date.fromisoformat(election["akhir_masa_jabatan"])
        if first <= law.day <= last:
            said = "Masa pemilihan {} sampai {}: {} persetujuan tertulis Menteri Dalam Negeri."
            state = "ada" if facts.minister_approved else "belum ada"
            return Finding(facts.minister_approved, (said, first, last, state), before.cites, "pemilihan")
    return Finding(True, "Di luar masa larangan penggantian pejabat menjelang pemilihan.", before.cites, "pemilihan")


def _tenure(facts: AppointmentFacts, law: LawOn) -> Finding:
    least = law["seleksi.keputusan.masa_jpt"]
    if facts.senior_since is None:
        return Finding(True, "Calon tidak sedang menjabat JPT.", least.cites, "masa_jpt")
    if facts.senior_since > law.day:
        raise FactError("senior_since", "Calon menjabat JPT sesudah hari yang ditanyakan.")
    months = full_months(facts.senior_since, law.day)
    if months >= least.value:
        return Finding(
            True, ("Calon {} bulan menjabat JPT; syaratnya {}.", months, least.value), least.cites, "masa_jpt"
        )
    said = "Calon baru {} bulan menjabat JPT; sebelum {} bulan perlu persetujuan, dan itu {}."
    state = "sudah ada" if facts.early_approved else "belum ada"
    return Finding(facts.early_approved, (said, months, least.value, state), least.cites, "masa_jpt")
