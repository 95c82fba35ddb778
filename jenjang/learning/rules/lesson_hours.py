"""Jam pelajaran setahun (PP 11/2017 Pasal 203; PPPK: PP 49/2018)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jenjang.law.catalogue import rule
from jenjang.law.codes import Status
from jenjang.law.decisions import Decision, Finding
from jenjang.law.facts import fact
from jenjang.law.parameters import LawOn
from jenjang.law.results import points, result

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class LessonHoursFacts:
    """Pengembangan kompetensi setahun."""

    status: Status = fact("Status kepegawaian")
    lesson_hours: Decimal = fact("Pengembangan kompetensi tahun ini", unit="JP", minimum=0)


@dataclass(frozen=True, slots=True)
class LessonHours:
    """Jam pelajaran yang dituntut, yang kurang, dan yang diakui."""

    required: Decimal = result("Paling sedikit", unit="JP")
    shortfall: Decimal = result("Kurang", unit="JP")
    counted: Decimal = result("Diakui", unit="JP")


@rule(
    "pengembangan.jp",
    title="Jam pelajaran pengembangan kompetensi",
    facts=LessonHoursFacts,
    result=LessonHours,
    cites=("pp-11-2017#203", "pp-49-2018#40"),
)
def decide_lesson_hours(facts: LessonHoursFacts, law: LawOn) -> Decision[LessonHours]:
    """Pengembangan kompetensi: PNS paling sedikit 20 JP, PPPK paling banyak 24 JP setahun (PP 11/2017 Pasal 203)."""
    hours = points(facts.lesson_hours)
    if facts.status in (Status.PNS, Status.CPNS):
        minimum = law["pengembangan.jp.pns"]
        required = Decimal(minimum.value)
        shortfall = max(required - hours, _NONE)
        reason = ("{} JP dari paling sedikit {} JP setahun.", hours, required)
        return Decision([Finding(shortfall == 0, reason, minimum.cites, code="jp")],
                        LessonHours(required, shortfall, hours))  # fmt: skip
    most = law["pengembangan.jp.pppk"]
    if facts.status is Status.PPPK_PART_TIME:
        refused = Finding(False, "Jam pelajaran PPPK paruh waktu belum diatur.", most.cites, code="status")
        return Decision([refused], LessonHours(_NONE, _NONE, _NONE))
    counted = min(hours, Decimal(most.value))
    reason = ("{} JP; diakui paling banyak {} JP setahun.", hours, most.value)
    return Decision([Finding(True, reason, most.cites, code="jp")], LessonHours(_NONE, _NONE, counted))
