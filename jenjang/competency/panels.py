"""Standar kompetensi on the page of a seat."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.competency.codes import label_of
from jenjang.competency.permissions import STANDARD_CHANGE
from jenjang.competency.queries import standard_of
from jenjang.kernel.queries import law_on
from jenjang.personnel.panels import Panel

if TYPE_CHECKING:
    from jenjang.accounts.models import User

NATIONAL = "Standar nasional PermenPANRB 38/2017; daerah belum menetapkan standarnya sendiri."


def standard_of_seat(seat: Any, user: User, day: date) -> Panel:
    """The level asked in each competency, with the way to set it."""
    standing = standard_of(seat, day, law_on(day))
    may_change = seat.closed_on is None and user_can(user, STANDARD_CHANGE)
    return Panel(
        title="Standar kompetensi",
        facts=[(label_of(code), f"Tingkat {level}") for code, level in standing.levels.items()],
        empty="Belum ada standar; lowongan jabatan ini belum dapat menghitung kesesuaian kompetensi.",
        url=reverse("competency:standard", args=[seat.pk]) if may_change else "",
        verb="Ubah standar" if standing.own else "Tetapkan standar",
        note="" if standing.own or not standing.levels else NATIONAL,
    )
