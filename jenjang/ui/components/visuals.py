"""Pictures drawn by templates as SVG. Every value is printed too; colour is never the only carrier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.template import Library

from jenjang.ui import drawing, formats

register = Library()

LEVELS = ("Rendah", "Menengah", "Tinggi")
PERFORMANCE = ("Di atas", "Sesuai", "Di bawah")
NINE_BOX = ((4, 7, 9), (2, 5, 8), (1, 3, 6))  # numbers of the regulation: kinerja upward, potensial to the right
RUNG_WIDTH = 26
LETTER_WIDTH = 6.4
LANES_WIDTH, DATE_HALF = 860, 44  # the drawing of lanes.html, and half a date in it


@register.inclusion_tag("ui/components/score_bar.html")
def score_bar(parts: Sequence[Any], most: float = 100, legend: bool = False, printed: bool = True) -> dict[str, Any]:
    """One bar is 100: parts in fixed order and colour, the empty rest shown, the values printed below."""
    values = [float(part.value) for part in parts]
    named = [{"label": p.label, "value": formats.score(p.value), "series": i} for i, p in enumerate(parts, start=1)]
    spoken = ", ".join(f"{one['label']} {one['value']}" for one in named)
    return {
        "segments": drawing.segments(values, float(most)), "parts": named, "spoken": spoken,
        "legend": legend, "printed": printed,
    }  # fmt: skip


@register.inclusion_tag("ui/components/bar.html")
def bar(
    value: float, most: float = 100, label: str = "", series: int = 1, ticks: Sequence[float] = (), small: bool = False
) -> dict[str, Any]:
    """One value against its most; ticks are comparisons, explained once below."""
    places = [drawing.segments([float(t)], float(most))[0].width for t in ticks]
    return {
        "segment": drawing.segments([float(value)], float(most), series)[0], "ticks": places, "small": small,
        "label": label or formats.score(value),
    }  # fmt: skip


@register.inclusion_tag("ui/components/measure.html")
def measure(
    label: str, value: float, most: float = 100, series: int = 1, ticks: Sequence[float] = (), url: str = ""
) -> dict[str, Any]:
    """A named bar: the sentence on top, the picture below."""
    spoken = f"{label}: {formats.score(value)} dari {formats.whole(most)}"
    return {
        "label": label,
        "value": value,
        "most": most,
        "series": series,
        "ticks": ticks,
        "url": url,
        "spoken": spoken,
    }


@register.inclusion_tag("ui/components/rung.html")
def rung(share: float) -> dict[str, Any]:
    """One rung: full with a tick, part with its share, or open."""
    state = "full" if share >= 1 else "part" if share > 0 else "open"
    return {"state": state, "width": round(RUNG_WIDTH * float(share))}


@register.inclusion_tag("ui/components/nine_box.html")
def nine_box(boxes: Iterable[Any]) -> dict[str, Any]:
    """Sembilan kotak: shade is how many people, not merit; the chosen box has an edge."""
    by_number = {box.number: box for box in boxes}
    highest = max((box.people for box in by_number.values()), default=0)
    rows = [
        {"label": label, "boxes": [_box(by_number[number], label, level, highest) for number, level in row]}
        for label, row in zip(PERFORMANCE, [zip(numbers, LEVELS, strict=True) for numbers in NINE_BOX], strict=True)
    ]
    return {"rows": rows, "levels": LEVELS}


def _box(box: Any, performance: str, potential: str, highest: int) -> dict[str, Any]:
    where = f"Kinerja {performance.lower()} ekspektasi, potensial {potential.lower()}:"
    return {"box": box, "where": where, "heat": drawing.heat_step(box.people, highest)}


@register.inclusion_tag("ui/components/radar.html")
def radar(axes: Sequence[Any], most: float = 5, label: str = "") -> dict[str, Any]:
    """Competencies against the standard; where something is missing the name is bold. Always beside its table."""
    names = [
        {"axis": a, "short": a.have < a.want, **p} for a, p in zip(axes, drawing.label_places(len(axes)), strict=True)
    ]
    gaps = [axis.label for axis in axes if axis.have < axis.want]
    spoken = label or ("Kurang pada " + ", ".join(gaps) if gaps else "Semua standar terpenuhi")
    return {
        "rings": [drawing.ring(len(axes), step / most) for step in range(1, int(most) + 1)],
        "have": drawing.corners([axis.have / most for axis in axes]),
        "want": drawing.corners([axis.want / most for axis in axes]),
        "names": names, "spoken": spoken,
    }  # fmt: skip


@register.inclusion_tag("ui/components/distribution.html")
def distribution(*pairs: object, unit: str = "orang") -> dict[str, Any]:
    """Horizontal bars with counts: {% distribution "Baik" 3 "Kurang" 1 %}."""
    couples = list(zip(pairs[::2], pairs[1::2], strict=True))
    total = sum(int(str(count)) for _, count in couples)
    return {"rows": couples, "total": total or 1, "unit": unit}


@register.simple_tag
def heat(value: float, highest: float = 100, lowest: float = 0) -> int:
    """Step 1 to 5 of a cell in a heatmap: class j-h{% heat 86 %}."""
    return drawing.heat_step(float(value), float(highest), float(lowest))


@register.inclusion_tag("ui/components/deadline.html")
def deadline(passed: int, total: int, first: date, last: date, label: str) -> dict[str, Any]:
    """A clock of days: where it began, where we are, where it ends."""
    here = round(300 * min(max(passed / total, 0), 1)) if total else 300
    anchor = "start" if here < 40 else "end" if here > 260 else "middle"
    return {"here": here, "first": first, "last": last, "label": label, "anchor": anchor, "apart": 70 < here < 230}


@register.inclusion_tag("ui/components/lanes.html")
def lanes(rows: Sequence[Any], first: date, last: date, as_of: date | None = None, label: str = "") -> dict[str, Any]:
    """Histories on one year scale, with the day that is looked at."""
    scale = drawing.YearScale(first, last)
    drawn = [_lane(row, index, scale) for index, row in enumerate(rows)]
    bottom = drawing.LANES_TOP + drawing.LANE_HEIGHT * len(drawn) + 8
    return {
        "rows": drawn, "years": scale.years(), "bottom": bottom, "height": bottom + 24, "label": label,
        "as_of": _mark(scale.x(as_of), as_of) if as_of else None,
    }  # fmt: skip


def _mark(x: float, day: date) -> dict[str, Any]:
    """The day that is looked at; near the right edge its date is written to the left, so that it stays whole."""
    return {"x": f"{x:.1f}", "day": day, "anchor": "end" if x > LANES_WIDTH - DATE_HALF else "middle"}


def _lane(row: Any, index: int, scale: drawing.YearScale) -> dict[str, Any]:
    top = drawing.LANES_TOP + index * drawing.LANE_HEIGHT
    spans = []
    for number, span in enumerate(row.spans):
        x, until = scale.x(span.start), scale.x(span.end or scale.last)
        width, shade = max(until - x - 2, 2), min(number + 1, 4)
        fits = int((width - 10) / LETTER_WIDTH)
        text = span.label if len(span.label) <= fits else (span.label[: max(fits - 1, 0)] + "…" if fits > 2 else "")
        spans.append({
            "x": f"{x:.1f}", "width": f"{width:.1f}", "text_x": f"{x + 6:.1f}", "label": span.label, "text": text,
            "shade": shade, "on": "high" if shade == 4 else "low",
        })  # fmt: skip
    return {"label": row.label, "top": top, "middle": top + 16, "spans": spans}
