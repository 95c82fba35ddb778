"""Urutan: from scores to ranks. Equal scores go through the published order; who is still equal shares a rank.

Pure. Nobody's place depends on the order in which people were read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol


class Contender(Protocol):
    """Whoever can be put in order."""

    score: Decimal | None
    performance: Decimal
    grade_order: int
    grade_since: date
    appointed_on: date
    birth_date: date
    rank: int | None
    tied: bool


KEYS: dict[str, Callable[[Any], Any]] = {
    "kinerja": lambda one: -one.performance,
    "pangkat": lambda one: -one.grade_order,
    "lama_pangkat": lambda one: one.grade_since,
    "masa_kerja": lambda one: one.appointed_on,
    "usia": lambda one: one.birth_date,
}
"""Each key sorts ascending: the smaller comes first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Hasil pengurutan: how many places are shared, for the board to settle."""

    ranked: list[Any]
    unsettled: int


def put_in_order(contenders: Iterable[Any], tie_break: Sequence[str]) -> Standing:
    """Set `rank` and `tied` of each, best first. People equal in everything published share a rank and are `tied`."""
    keys = [KEYS[name] for name in tie_break]

    def sort_key(one: Any) -> tuple[Any, ...]:
        return (-one.score, *(key(one) for key in keys))

    keyed = sorted(((sort_key(one), one) for one in contenders), key=lambda pair: pair[0])
    unsettled = 0
    for place, (key, one) in enumerate(keyed, 1):
        before = keyed[place - 2] if place > 1 else None
        if before and before[0] == key:
            one.rank, one.tied = before[1].rank, True
            unsettled += 0 if before[1].tied else 1
            before[1].tied = True
        else:
            one.rank, one.tied = place, False
    return Standing([one for _, one in keyed], unsettled)
