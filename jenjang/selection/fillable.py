"""Jabatan yang dapat diisi: seats with who sits on them, the vacant and soon vacant apart from the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jenjang.personnel.queries import holders_of_seats
from jenjang.selection import queries
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.organization.models import Seat
    from jenjang.personnel.models import EmployeeCurrent

AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Choice:
    """Satu jabatan: who sits there, whether it stands empty now or within a year, and the vacancy that fills it already."""

    seat: Seat
    label: str
    kind: str
    holder: str
    running: str = ""

    @property
    def is_free(self) -> bool:
        return bool(self.kind)


def choices(text: str, on: date, *, free_only: bool) -> list[Choice]:
    """Seats that can be filled; the vacant first, then those whose holders retire within a year, soonest first."""
    seats = list(queries.fillable_seats(text))
    holders = holders_of_seats([seat.pk for seat in seats])
    found = [(_leaving(holders[seat.pk]), seat) for seat in seats]
    found.sort(key=lambda one: (one[0] or date.max) if holders[one[1].pk] else date.min)
    running = queries.running_on(seat.pk for seat in seats)
    made = [
        replace(_choice(seat, holders[seat.pk], leaves, on), running=running.get(seat.pk, "")) for leaves, seat in found
    ]
    return [one for one in made if one.is_free] if free_only else made


def _leaving(people: Sequence[EmployeeCurrent]) -> date | None:
    """The day on which the last holder retires, when it is known of all."""
    days = [one.retires_on for one in people]
    return max((day for day in days if day), default=None) if all(days) else None


def _choice(seat: Seat, people: Sequence[EmployeeCurrent], leaves: date | None, on: date) -> Choice:
    names = ", ".join(one.full_name for one in people)
    if not people:
        return Choice(seat, "Kosong", "warn", "")
    if leaves and leaves <= on + AHEAD:
        return Choice(seat, f"Kosong {formats.short_date(leaves)}", "info", names)
    return Choice(seat, "", "", names)
