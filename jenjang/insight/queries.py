"""Bacaan temuan data: asks each slice for what looks odd in it, by thresholds that the agency may set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jenjang.competency.queries import UnitLevel, units_below
from jenjang.kernel.queries import jobs_of
from jenjang.law.spans import add_months
from jenjang.learning.queries import UntrainedUnit, untrained_units
from jenjang.ledger.jobs import verify_all
from jenjang.performance import queries_patterns
from jenjang.personnel.queries import standing_still
from jenjang.selection.queries_panel import SteppedBack, stepped_back

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Job
    from jenjang.law.parameters import LawOn
    from jenjang.performance.models import PerformanceYear
    from jenjang.performance.periods import Period
    from jenjang.performance.queries_patterns import Pattern
    from jenjang.personnel.models import EmployeeCurrent

RELATIVES = "keluarga"
MOST = 12
"""So many lines a signal; whoever wants more goes to the list it leads to."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Apa yang terlihat, and by which thresholds."""

    period: tuple[PerformanceYear, Period] | None
    patterns: list[Pattern]
    weak_units: list[UnitLevel]
    lowest: int
    untrained: list[UntrainedUnit]
    months: int
    still: list[EmployeeCurrent]
    years: int
    tied: list[SteppedBack]
    verification: Job | None


def gather(user: User, today: date, law: LawOn) -> Seen:
    """Everything, in a fixed number of queries."""
    smallest = law["temuan.unit_terkecil"].value
    lowest = law["kompetensi.jpm.batas"].value["memenuhi_syarat"]
    months, years = law["temuan.tanpa_pelatihan"].value, law["temuan.tetap_di_jabatan"].value
    period = next(iter(queries_patterns.periods_with_ratings()), None)
    return Seen(
        period=period,
        patterns=_odd(period, law),
        weak_units=units_below(lowest, on=today, smallest=law["temuan.unit_diuji_terkecil"].value, most=MOST),
        lowest=lowest,
        untrained=untrained_units(since=add_months(today, -months), smallest=smallest, most=MOST),
        months=months,
        still=list(standing_still(add_months(today, -12 * years))[:MOST]),
        years=years,
        tied=stepped_back(MOST),
        verification=jobs_of(user).filter(kind=verify_all.kind).first(),
    )


def _odd(period: tuple[PerformanceYear, Period] | None, law: LawOn) -> list[Pattern]:
    """Appraisers whose way of rating shows a pattern in the newest period: relatives first, then by patterns and people."""
    if period is None:
        return []
    year, of = period
    found = [one for one in queries_patterns.patterns(year, of.number, law) if one.seen]
    return sorted(found, key=lambda one: (RELATIVES not in one.seen, -len(one.seen), -one.facts.people))[:MOST]
