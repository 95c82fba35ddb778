"""Keterlambatan: how a late arrival is banded and what shortfalls of working time add up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import LatenessVariant
from jenjang.law.decisions import Decision, Finding, Reason
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import result

_ON_TIME = "TL0"


@dataclass(frozen=True, slots=True)
class LatenessFacts:
    """Presensi masuk satu hari."""

    minutes_late: int = fact("Terlambat", unit="menit", minimum=0)
    checked_in: bool = fact("Melakukan presensi masuk")
    variant: LatenessVariant = fact("Pola potongan", help="Pola yang dipakai peraturan kepala daerah.")


@dataclass(frozen=True, slots=True)
class Lateness:
    """Golongan keterlambatan dan potongannya."""

    band: str = result("Golongan keterlambatan")
    percent: Decimal = result("Potongan", unit="persen")


@rule(
    "presensi.keterlambatan",
    title="Potongan karena terlambat",
    facts=LatenessFacts,
    result=Lateness,
    cites=("perpres-21-2023#4", "pp-94-2021#4"),
)
def decide_lateness(facts: LatenessFacts, law: LawOn) -> Decision[Lateness]:
    """Keterlambatan masuk kerja: golongan TL0 sampai TL4 dan persentase potongan menurut pola daerah."""
    starts, percents = law["presensi.keterlambatan.batas_menit"], law[f"presensi.keterlambatan.{facts.variant}"]
    band = _band(facts, starts.value)
    lateness = Lateness(band, Decimal(percents.value[band]))
    return Decision([_explain(facts, lateness, starts.cites + percents.cites)], lateness)


def _band(facts: LatenessFacts, starts: dict[str, int]) -> str:
    if not facts.checked_in:
        return max(starts, key=lambda name: starts[name])
    begun = [name for name, start in starts.items() if start <= facts.minutes_late]
    return max(begun, key=lambda name: starts[name], default=_ON_TIME)


def _explain(facts: LatenessFacts, lateness: Lateness, cites: tuple[str, ...]) -> Finding:
    reason: Reason
    if not facts.checked_in:
        reason = ("Tidak melakukan presensi masuk: golongan {}, potongan {} persen.", lateness.band, lateness.percent)
    else:
        reason = ("Terlambat {} menit: golongan {}, potongan {} persen.", facts.minutes_late, lateness.band,
                  lateness.percent)  # fmt: skip
    return Finding(lateness.band == _ON_TIME, reason, cites, code="tepat_waktu")


@dataclass(frozen=True, slots=True)
class ShortfallFacts:
    """Kekurangan jam kerja dalam setahun."""

    minutes_short: int = fact("Kekurangan jam kerja setahun", unit="menit", minimum=0)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Hari tidak masuk kerja yang setara."""

    days_absent: int = result("Setara tidak masuk kerja", unit="hari")


@rule(
    "presensi.jumlah_hari",
    title="Kekurangan jam kerja menjadi hari tidak masuk",
    facts=ShortfallFacts,
    result=Shortfall,
    cites=("pp-94-2021#4",),
)
def decide_shortfall(facts: ShortfallFacts, law: LawOn) -> Decision[Shortfall]:
    """Kekurangan jam kerja: hanya hari yang genap yang dihitung tidak masuk (PP 94/2021 Pasal 4 huruf f)."""
    a_day = law["presensi.menit_sehari"]
    days = facts.minutes_short // a_day.value
    reason = ("Kekurangan {} menit, setiap {} menit dihitung satu hari tidak masuk: {} hari.",
              facts.minutes_short, a_day.value, days)  # fmt: skip
    return Decision([Finding(days == 0, reason, a_day.cites, code="jam_kerja")], Shortfall(days))
