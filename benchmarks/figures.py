"""One figure of a benchmark: what was measured, and the bar that it must clear."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`at_least` turns the bar round: the measured value must reach it instead of staying under it."""

    bar: str
    measured: float
    limit: float
    unit: str
    detail: str = ""
    at_least: bool = False
    sound: bool = True  # false: the work itself went wrong, so no time counts

    @property
    def met(self) -> bool:
        return self.sound and (self.measured >= self.limit if self.at_least else self.measured <= self.limit)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "met": self.met}


def from_json(value: dict[str, Any]) -> Figure:
    return Figure(**{name: content for name, content in value.items() if name != "met"})


def table(figures: list[Figure]) -> str:
    """The figures as a Markdown table, which also reads well on a screen."""
    rows = [("bar", "measured", "limit", "unit", "met", "how")]
    for figure in figures:
        limit = f"{'≥' if figure.at_least else '≤'} {_number(figure.limit)}"
        verdict = "yes" if figure.met else "NO"
        rows.append((figure.bar, _number(figure.measured), limit, figure.unit, verdict, figure.detail))
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 or value == int(value) else f"{value:.3g}"
