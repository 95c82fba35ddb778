"""Bacaan masa kerja aktif: who serves on a day and since when, and whose seat somebody fills."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q, QuerySet

from jenjang.personnel.models import EmployeeCurrent, PositionRecord, StatusRecord

if TYPE_CHECKING:
    from jenjang.accounts.models import User


class Service(NamedTuple):
    """Apakah bertugas aktif, and since when it is so."""

    is_active: bool
    since: date


def service_on(employee: int, day: date) -> Service | None:
    """Whether somebody is in active service on a day; None before any record."""
    status = StatusRecord.objects.filter(employee=employee).as_of(day).first()
    return Service(status.active, status.effective_from) if status else None


def inactive_since(employees: Sequence[int], day: date) -> dict[int, date]:
    """Since when those among them who are in service no longer are not."""
    found: dict[int, date] = {}
    settled: set[int] = set()
    for row in StatusRecord.objects.filter(employee__in=list(employees)).as_of(day):
        if row.active:
            settled.add(row.employee_id)
        elif row.employee_id not in settled:
            found[row.employee_id] = row.effective_from
    return found


def seats_filled_by(user: User, day: date) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """The seats somebody holds, and those somebody acts in (Plt., Plh.) on a day: keys, to be asked for within a query."""
    held = EmployeeCurrent.objects.filter(employee__user=user, active=True, seat__isnull=False)
    acting = PositionRecord.objects.filter(
        Q(until=None) | Q(until__gte=day), employee__user=user, assignment__in=("plt", "plh"), seat__isnull=False
    )
    return held.values("seat"), acting.as_of(day).order_by().values("seat")
