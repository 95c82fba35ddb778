"""Bacaan predikat satu unit: its people in a period, exceptions, meetings with before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet

from jenjang.organization.queries import subtree_ids
from jenjang.performance.calibrating import open_to
from jenjang.performance.models import (
    Assessment,
    AssessmentKind,
    Calibration,
    DistributionOverride,
    Evaluation,
    PerformanceYear,
    Tally,
    UnitPredicate,
)
from jenjang.performance.periods import YEARLY, Period, period_of

if TYPE_CHECKING:
    from datetime import date

    from jenjang.accounts.models import User


def people_of(unit: int, year: PerformanceYear, period: int, predicate: str = "") -> QuerySet[Evaluation]:
    """Evaluasi of a unit and all below it, by name; those with one predicate, if that is asked."""
    rows = Evaluation.objects.filter(unit__in=subtree_ids([unit]), year=year, period=period)
    if predicate:
        rows = rows.filter(predicate=predicate)
    joined = ("employee__current", "unit", "skp__appraiser__current")
    return rows.select_related(*joined).order_by("employee__current__name", "employee_id", "pk")


def predicates_of(unit: int, year: PerformanceYear, period: int) -> list[UnitPredicate]:
    """Predikat organisasi that were set for this unit, the newest first."""
    rows = UnitPredicate.objects.filter(unit=unit, year=year, period=period)
    return list(rows.select_related("set_by").order_by("-pk"))


def exceptions_of(unit: int, year: PerformanceYear, period: int) -> list[DistributionOverride]:
    """Pengecualian, the newest first."""
    rows = DistributionOverride.objects.filter(unit=unit, year=year, period=period)
    return list(rows.select_related("by").order_by("-pk"))


def calibrations_of(unit: int, year: PerformanceYear, period: int) -> list[Calibration]:
    """Rapat kalibrasi of this unit, the newest first, with how many results each changed (`changed`)."""
    rows = Calibration.objects.filter(unit=unit, year=year, period=period).annotate(changed=Count("assessments"))
    return list(rows.select_related("by").order_by("-held_on", "-pk"))


def calibration_of(pk: int, unit: int, year: PerformanceYear, period: int) -> Calibration | None:
    """One meeting of a unit."""
    return Calibration.objects.filter(pk=pk, unit=unit, year=year, period=period).select_related("by").first()


@dataclass(frozen=True, slots=True)
class Changed:
    """Satu perubahan dalam rapat: what counted before, and what counts since."""

    before: Assessment
    after: Assessment


def changes_of(meeting: Calibration) -> list[Changed]:
    """Before and after of each person; two queries."""
    after = list(meeting.assessments.select_related("employee__current").order_by("employee__current__name", "pk"))
    rows = Assessment.objects.filter(evaluation__in=[one.evaluation_id for one in after]).exclude(
        kind=AssessmentKind.SELF
    )
    earlier: dict[int, list[Assessment]] = {}
    for row in rows.order_by("evaluation_id", "pk"):
        earlier.setdefault(row.evaluation_id, []).append(row)
    return [
        Changed(next(row for row in reversed(earlier[one.evaluation_id]) if row.pk < one.pk), one) for one in after
    ]  # fmt: skip


def discussable(user: User, unit: int, year: PerformanceYear, period: int) -> list[Evaluation]:
    """What a meeting can speak of, by name."""
    rows = open_to(user, unit, year, period).select_related("employee__current", "unit")
    return list(rows.order_by("employee__current__name", "employee_id", "pk"))


def named(people: Sequence[Evaluation], keys: Sequence[int]) -> list[Evaluation]:
    """Those among them who were chosen."""
    chosen = set(keys)
    return [one for one in people if one.pk in chosen]


def counted_periods(day: date) -> list[tuple[PerformanceYear, Period]]:
    """Every period that has begun and in which there are evaluations, the newest first; the year before its parts."""
    years = {one.pk: one for one in PerformanceYear.objects.all()}
    rows = Tally.objects.filter(period__gte=YEARLY, people__gt=0).order_by()
    found = [
        (years[year], period)
        for year, number in set(rows.values_list("year_id", "period").distinct())
        if (period := period_of(years[year].year, years[year].rhythm, number)) is not None and period.first <= day
    ]
    return sorted(found, key=lambda one: (one[1].last, one[1].number == YEARLY), reverse=True)


def default_period(found: Sequence[tuple[PerformanceYear, Period]], day: date) -> tuple[PerformanceYear, Period] | None:
    """The last part of a year that is over, or that ends soonest; the whole year while nothing else is there."""
    over = [one for one in found if one[1].last < day]
    return over[0] if over else (found[-1] if found else None)
