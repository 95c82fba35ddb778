"""Urutan: from scores to ranks. Equal scores go through the published order; who is still equal shares a rank.

Pure. Nobody's place depends on the order in which people were read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

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


def sort_key(one: Any, tie_break: Sequence[str]) -> tuple[Any, ...]:
    """What decides a place: the score, then the published keys; the smaller comes first."""
    return (-one.score, *[KEYS[name](one) for name in tie_break])


def put_in_order(contenders: Iterable[Any], tie_break: Sequence[str]) -> Standing:
    """Set `rank` and `tied` of each, best first. People equal in everything published share a rank and are `tied`."""
    keyed = sorted(((sort_key(one, tie_break), one) for one in contenders), key=lambda pair: pair[0])
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
