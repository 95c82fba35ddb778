"""Peta jabatan: seats with need, holders, vacancies and who retires soon. People stand above seats, so it lives here."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from jenjang.kernel import clock
from jenjang.law.spans import add_months
from jenjang.organization.queries import open_seats, subtree_ids
from jenjang.personnel.models import EmployeeCurrent, UnitTally

SOON_MONTHS = 12
VACANT, SOON = "kosong", "segera"


@dataclass(frozen=True, slots=True)
class SeatTotals:
    """Jumlah in a part of the map."""

    seats: int
    need: int
    holders: int


def soon(day: date | None = None) -> date:
    """Until when a retirement counts as soon."""
    return add_months(day or clock.today(), SOON_MONTHS)


def seats_with_holders(units: list[int] | None = None, *, only: str = "") -> QuerySet[Any]:
    """Open seats with `filled` and `next_retirement`, heads first within each unit."""
    held = EmployeeCurrent.objects.filter(seat=OuterRef("pk"), active=True).order_by().values("seat")
    count, first = held.annotate(n=Count("pk")).values("n"), held.annotate(on=Min("retires_on")).values("on")
    seats = open_seats(units).annotate(filled=Coalesce(Subquery(count), Value(0)), next_retirement=Subquery(first))
    if only == VACANT:
        return seats.filter(filled__lt=F("need"))
    if only == SOON:
        return seats.filter(next_retirement__lte=soon())
    return seats


def totals(units: list[int] | None = None) -> SeatTotals:
    """Seats, need and holders of a part of the map, or of all of it; holders from the tallies, which count no people."""
    seats = open_seats(units).order_by()
    counted = seats.aggregate(seats=Count("pk"), need=Coalesce(Sum("need"), Value(0)))
    tallies = UnitTally.objects.all() if units is None else UnitTally.objects.filter(unit__in=units)
    held = tallies.aggregate(n=Coalesce(Sum("seated"), Value(0)))
    return SeatTotals(counted["seats"], counted["need"], held["n"])


def below(unit: int | None) -> list[int] | None:
    return None if unit is None else subtree_ids([unit])
