"""Bagian halaman jabatan from higher slices: what a seat demands belongs to them, the page to personnel.

A slice registers its panel when the program starts (`AppConfig.ready`), so that the page never calls upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@dataclass(frozen=True, slots=True)
class Panel:
    """Label and value under a title, with where they come from; `url` leads to where more of it stands or it is changed.

    Without facts it says what will be there.
    """

    title: str
    facts: Sequence[tuple[str, str]]
    empty: str
    url: str = ""
    verb: str = ""
    note: str = ""


SeatPanel = Callable[[Any, "User", date], Panel]
_seat_panels: list[SeatPanel] = []


def register_for_seats(panel: SeatPanel) -> SeatPanel:
    if panel not in _seat_panels:
        _seat_panels.append(panel)
    return panel


def of_seat(seat: Any, user: User, day: date) -> list[Panel]:
    """What the slices say of a seat on a day."""
    return [panel(seat, user, day) for panel in _seat_panels]
