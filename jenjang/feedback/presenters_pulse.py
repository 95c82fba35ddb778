"""Denyut dalam gambar dan kata: a line over the quarters, and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jenjang.feedback.models import Pulse, PulseGroup
from jenjang.feedback.pulse_questions import QUESTIONS, SHORT
from jenjang.feedback.queries_pulse import Quarter
from jenjang.ui import formats

LEFT, RIGHT, TOP, BOTTOM = 56.0, 620.0, 18.0, 168.0
LOWEST, HIGHEST = 1, 5
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Point:
    """Satu titik: where it stands, and its value in words."""

    x: str
    y: str
    text_y: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Garis: its points, the stretches without a gap, the lines of the scale, the names of the quarters."""

    points: Sequence[Point]
    lines: Sequence[str]
    scale: Sequence[tuple[str, int]]
    names: Sequence[tuple[str, str]]
    spoken: str


@dataclass(frozen=True, slots=True)
class QuarterLine:
    """Satu triwulan dalam tabel."""

    label: str
    took_part: str
    averages: Sequence[str]
    overall: str
    note: str


def short_name(pulse: Pulse) -> str:
    """TW III 2026."""
    return f"TW {ROMAN[pulse.quarter - 1]} {pulse.year}"


def overall(quarter: Quarter) -> Decimal | None:
    """Rata-rata kelima pertanyaan; none where too few answered."""
    return Decimal(sum(quarter.sums)) / (quarter.answers * len(QUESTIONS)) if quarter.is_shown else None


def overall_of(group: PulseGroup | None) -> str:
    """The same of one group, as a cell."""
    if group is None:
        return formats.NOTHING
    return formats.score(Decimal(sum(getattr(group, name) for name in QUESTIONS)) / (group.answers * len(QUESTIONS)))


def quarter_lines(quarters: Iterable[Quarter]) -> list[QuarterLine]:
    """The table: each quarter with who took part, the five averages and their mean."""
    return [_line(one) for one in quarters]


def _line(one: Quarter) -> QuarterLine:
    if not one.is_shown:
        return QuarterLine(
            short_name(one.pulse),
            formats.NOTHING,
            [formats.NOTHING] * len(QUESTIONS),
            formats.NOTHING,
            "Belum cukup yang mengisi",
        )
    took_part = f"{formats.whole(one.answers)} dari {formats.whole(one.people)}"
    averages = [formats.score(Decimal(total) / one.answers) for total in one.sums]
    note = f"Dihitung bersama {one.joined}" if one.joined else ""
    return QuarterLine(short_name(one.pulse), took_part, averages, formats.score(overall(one)), note)


def chart_of(quarters: Sequence[Quarter]) -> Chart | None:
    """The line of the mean, broken where a quarter is not shown; nothing without two quarters to compare."""
    if sum(one.is_shown for one in quarters) < 2:
        return None
    step = (RIGHT - LEFT) / max(len(quarters) - 1, 1)
    places = [LEFT + place * step for place in range(len(quarters))]
    points: list[Point] = []
    lines: list[list[str]] = []
    stretch: list[str] = []
    for x, one in zip(places, quarters, strict=True):
        mean = overall(one)
        if mean is None:
            lines, stretch = [*lines, stretch], []
            continue
        y = _height(float(mean))
        points.append(Point(_n(x), _n(y), _n(y - 9), formats.score(mean), short_name(one.pulse)))
        stretch.append(f"{_n(x)},{_n(y)}")
    drawn = [" ".join(line) for line in [*lines, stretch] if len(line) > 1]
    scale = [(_n(_height(value)), value) for value in range(LOWEST, HIGHEST + 1)]
    names = [(_n(x), short_name(one.pulse)) for x, one in zip(places, quarters, strict=True)]
    spoken = "Rata-rata lima pertanyaan: " + ", ".join(f"{point.label} {point.value}" for point in points)
    return Chart(points, drawn, scale, names, spoken)


def heads() -> list[str]:
    """The questions, short, for the heads of a table."""
    return [SHORT[name] for name in QUESTIONS]


def unit_lines(
    units: Iterable[Mapping[str, object]], latest: Mapping[int, PulseGroup]
) -> list[tuple[int, str, str, str]]:
    """Unit, its name, who took part in the last quarter, and the mean."""
    return [
        (
            int(str(one["pk"])),
            str(one["name"]),
            _took_part(latest.get(int(str(one["pk"])))),
            overall_of(latest.get(int(str(one["pk"])))),
        )
        for one in units
    ]


def _took_part(group: PulseGroup | None) -> str:
    return f"{formats.whole(group.answers)} dari {formats.whole(group.people)}" if group else "digabung"


def _height(value: float) -> float:
    return BOTTOM - (value - LOWEST) / (HIGHEST - LOWEST) * (BOTTOM - TOP)


def _n(number: float) -> str:
    """A point, whatever the language: SVG reads no comma."""
    return f"{number:.1f}"
