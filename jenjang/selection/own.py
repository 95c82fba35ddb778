"""Tempat sendiri: one's score beside the next place's, the gap, the smallest changes; others stay anonymous."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jenjang.selection.explaining import Explanation
from jenjang.selection.gaps import Change
from jenjang.selection.inputs import Inputs
from jenjang.selection.models import RunEntry
from jenjang.selection.queries import neighbours
from jenjang.selection.ranking import Assessed, Engine

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Measure:
    """Satu komponen: own points, the next place's as a tick, and the most there is."""

    label: str
    points: Decimal
    most: Decimal
    ticks: list[Decimal]


@dataclass(frozen=True, slots=True)
class Place:
    """Satu tempat dalam urutan, without a name."""

    rank: int
    score: Decimal
    is_own: bool


Search = Callable[[Engine, Inputs, Assessed], Sequence[Change]]


def standing(entry: RunEntry, explained: Explanation, engine: Engine, search: Search) -> dict[str, Any]:
    """All that the page of one's own result shows."""
    above, below = neighbours(entry) if entry.rank else (None, None)
    before = json.loads(above.components) if above else {}
    return {
        "entry": entry,
        "explained": explained,
        "unmet": [finding for finding in explained.requirements if not finding.met],
        "above": above,
        "below": below,
        "to_above": above.score - entry.score if above else None,
        "over_below": entry.score - below.score if below else None,
        "measures": [
            Measure(group.label, group.points, group.most,
                    [Decimal(before[group.code])] if group.code in before else [])
            for group in explained.groups
        ],
        "changes": _changes(explained.person, above, engine, search),
        "places": _places(entry),
    }  # fmt: skip


def _changes(person: Inputs, above: RunEntry | None, engine: Engine, search: Search) -> Sequence[Change]:
    """Nothing to change for the first, and nothing to promise to whom is not ranked."""
    if above is None:
        return []
    return search(engine, person, engine.assess(Inputs.from_text(above.inputs)))


def _places(entry: RunEntry) -> list[Place]:
    """The first places, and one's own wherever it is."""
    ranked = entry.run.entries.filter(rank__isnull=False).order_by("rank", "pk")
    rows = list(ranked.values_list("pk", "rank", "score")[:SHOWN])
    if entry.rank and all(pk != entry.pk for pk, _, _ in rows):
        rows.append((entry.pk, entry.rank, entry.score))
    return [Place(rank, score, pk == entry.pk) for pk, rank, score in rows]
