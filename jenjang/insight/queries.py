"""Bacaan temuan data: what the last reading found, with the names of today; and what is cheap enough to be asked at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jenjang.insight.actions import MOST
from jenjang.insight.models import SignalReading
from jenjang.kernel.queries import jobs_of
from jenjang.ledger.jobs import verify_all
from jenjang.organization.queries import names_of_units
from jenjang.performance.periods import period_of
from jenjang.performance.queries_patterns import CODES, lines_of
from jenjang.personnel.queries import people_by_key
from jenjang.selection.queries_panel import SteppedBack, stepped_back

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Job
    from jenjang.performance.models import AppraiserPattern, PatternReading, PerformanceYear
    from jenjang.performance.periods import Period
    from jenjang.personnel.models import EmployeeCurrent


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """Satu unit: how many people it was about, and their mean score where one was asked for."""

    unit: int
    name: str
    people: int
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Apa yang terlihat, when, and by which thresholds."""

    at: datetime
    period: tuple[PerformanceYear, Period] | None
    patterns: Sequence[AppraiserPattern]
    weak_units: Sequence[UnitSeen]
    lowest: int
    untrained: Sequence[UnitSeen]
    months: int
    still: Sequence[EmployeeCurrent]
    years: int
    tied: Sequence[SteppedBack]
    verification: Job | None


def newest(user: User) -> Seen | None:
    """What was read last, in a fixed number of queries; None before the first reading."""
    reading = SignalReading.objects.select_related("patterns__year").first()
    if reading is None:
        return None
    content: dict[str, Any] = reading.content
    names = names_of_units([unit for unit, *_ in (*content["weak"], *content["untrained"])])
    people = people_by_key(content["still"])
    return Seen(
        at=reading.at,
        period=_period(reading.patterns),
        patterns=lines_of(reading.patterns, units=None, codes=CODES)[:MOST] if reading.patterns else [],
        weak_units=[
            UnitSeen(unit, names[unit], count, Decimal(score))
            for unit, score, count in content["weak"]
            if unit in names
        ],
        lowest=content["lowest"],
        untrained=[UnitSeen(unit, names[unit], count) for unit, count in content["untrained"] if unit in names],
        months=content["months"],
        still=[people[key] for key in content["still"] if key in people],
        years=content["years"],
        tied=stepped_back(MOST),
        verification=jobs_of(user).filter(kind=verify_all.kind).first(),
    )


def _period(read: PatternReading | None) -> tuple[PerformanceYear, Period] | None:
    period = period_of(read.year.year, read.year.rhythm, read.period) if read else None
    return (read.year, period) if read and period else None
