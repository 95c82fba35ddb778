"""Bagian halaman kinerja from elsewhere: progress, feedback and projects show themselves on the pages of a year and of an SKP.

A part registers its panel when the program starts (`AppConfig.ready`), so that these pages never call upwards.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from jenjang.personnel.panels import Panel

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.models import SKP, PerformanceYear


YearPanel = Callable[[Any, "PerformanceYear", "User", date], Panel | None]
SKPPanel = Callable[["SKP", "User", date], Panel | None]
_year_panels: list[YearPanel] = []
_skp_panels: list[SKPPanel] = []


def register_for_years(panel: YearPanel) -> YearPanel:
    """Show something of a person's year on “Kinerja saya”."""
    if panel not in _year_panels:
        _year_panels.append(panel)
    return panel


def register_for_skps(panel: SKPPanel) -> SKPPanel:
    """Show something beside an SKP."""
    if panel not in _skp_panels:
        _skp_panels.append(panel)
    return panel


def of_year(employee: Any, year: PerformanceYear, user: User, day: date) -> list[Panel]:
    """What the parts say of a person's year."""
    return [panel for ask in _year_panels if (panel := ask(employee, year, user, day)) is not None]


def of_skp(skp: SKP, user: User, day: date) -> list[Panel]:
    """What the parts say of an SKP."""
    return [panel for ask in _skp_panels if (panel := ask(skp, user, day)) is not None]
