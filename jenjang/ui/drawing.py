"""Geometry of the pictures: numbers only, the templates draw. Widths are percent of a bar or units of a viewBox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from typing import Any

GAP = 0.5  # half a percent between segments
HEAT_STEPS = 5
RADAR_CENTRE, RADAR_RADIUS, RADAR_LABEL = (150.0, 130.0), 92.0, 106.0
LANES_LEFT, LANES_RIGHT, LANES_TOP, LANE_HEIGHT = 70.0, 848.0, 26, 34


@dataclass(frozen=True, slots=True)
class Segment:
    """A rectangle of a bar."""

    x: str
    width: str
    series: int


def segments(values: Sequence[float], most: float, first_series: int = 1) -> list[Segment]:
    """Segments of a score bar in fixed order and colour, with a gap that shows where one ends."""
    found, at = [], 0.0
    for series, value in enumerate(values, start=first_series):
        width = 100 * float(value) / most
        found.append(Segment(_n(at), _n(max(min(width, 100 - at) - GAP, 0)), series))
        at += width
    return found


def heat_step(value: float, highest: float, lowest: float = 0) -> int:
    """1 to 5: how dark a cell is."""
    if highest <= lowest:
        return 1
    return min(max(int(HEAT_STEPS * (value - lowest) / (highest - lowest)) + 1, 1), HEAT_STEPS)


def ring(count: int, share: float, radius: float = RADAR_RADIUS) -> str:
    """The corners of a regular polygon at a share of the radius."""
    return corners([share] * count, radius)


def corners(shares: Sequence[float], radius: float = RADAR_RADIUS) -> str:
    """The corners of a polygon, clockwise from the top."""
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in (_around(i, len(shares), radius * s) for i, s in enumerate(shares)))


def label_places(count: int) -> list[dict[str, str]]:
    """Where the names of the axes stand, and how they are anchored."""
    places = []
    for index in range(count):
        x, y = _around(index, count, RADAR_LABEL)
        anchor = "middle" if abs(x - RADAR_CENTRE[0]) < 8 else ("start" if x > RADAR_CENTRE[0] else "end")
        places.append({"x": _n(x), "y": _n(y + 4), "anchor": anchor})
    return places


class YearScale:
    """Days to places on a horizontal scale."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._days = max((last - first).days, 1)

    def x(self, day: date) -> float:
        share = (min(max(day, self.first), self.last) - self.first).days / self._days
        return LANES_LEFT + share * (LANES_RIGHT - LANES_LEFT)

    def years(self) -> list[dict[str, Any]]:
        """A tick each so many years that at most nine stand on the line."""
        span = self.last.year - self.first.year
        step = next(step for step in (1, 2, 5, 10, 20) if span / step <= 9 or step == 20)
        begins_with_year = (self.first.month, self.first.day) == (1, 1)
        years = range(self.first.year + (0 if begins_with_year else 1), self.last.year + 1)
        return [{"label": year, "x": _n(self.x(date(year, 1, 1)))} for year in years if year % step == 0]


def _around(index: int, count: int, radius: float) -> tuple[float, float]:
    angle = 2 * pi * index / count - pi / 2
    return RADAR_CENTRE[0] + radius * cos(angle), RADAR_CENTRE[1] + radius * sin(angle)


def _n(number: float) -> str:
    """Two decimals with a point, whatever the language: SVG reads no comma."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
