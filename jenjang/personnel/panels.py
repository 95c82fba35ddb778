"""Bagian halaman jabatan from higher slices: what a seat demands belongs to them, the page to personnel.

A slice registers its panel when the program starts (`AppConfig.ready`), so that the page never calls upwards.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.accounts.models import User


@dataclass(frozen=True, slots=True)
class Panel:
    """Label and value under a title, with where they come from; `url` leads to where it is changed, for those who may."""

    title: str
    facts: Sequence[tuple[str, str]]
    empty: str
    url: str = ""
    verb: str = ""
    note: str = ""


SeatPanel = Callable[[Any, User, date], Panel]
_seat_panels: list[SeatPanel] = []


def register_for_seats(panel: SeatPanel) -> SeatPanel:
    if panel not in _seat_panels:
        _seat_panels.append(panel)
    return panel


def of_seat(seat: Any, user: User, day: date) -> list[Panel]:
    """What the slices say of a seat on a day."""
    return [panel(seat, user, day) for panel in _seat_panels]
