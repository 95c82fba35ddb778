"""Mengusulkan penilai 360 derajat: by rule and by lot, so that neither the person nor anybody else picks who answers. Pure.

Who has the fewest forms so far comes first, and among those the lot decides; the lot is drawn from the round's seed, so
that the same question gives the same answer when the work is taken up again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Place:
    """Kedudukan seseorang: the unit, what stands above that unit, and the appraiser (None: the head of the region)."""

    key: int
    unit: int
    above: int | None
    appraiser: int | None


@dataclass(slots=True)
class Field:
    """Lapangan: everybody who may rate somebody, by unit and by appraiser."""

    places: Mapping[int, Place]
    units: dict[int, list[int]] = field(default_factory=dict)
    teams: dict[int | None, list[int]] = field(default_factory=dict)
    around: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Place]) -> Field:
        """Sort people into units and teams once, for many questions."""
        made = cls({place.key: place for place in places})
        for place in made.places.values():
            made.units.setdefault(place.unit, []).append(place.key)
            made.teams.setdefault(place.appraiser, []).append(place.key)
            if place.above is not None:
                made.around.setdefault(place.above, set()).add(place.unit)
        return made

    def subordinates(self, key: int) -> list[int]:
        """Whom somebody appraises."""
        return self.teams.get(key, [])

    def peers(self, key: int) -> list[list[int]]:
        """Who stands beside somebody, the nearest first: same leader and unit, same leader, same unit, next units."""
        own = self.places[key]
        team = [one for one in self.teams.get(own.appraiser, []) if one != key]
        barred = {key, own.appraiser, *self.subordinates(key)}
        near = [one for one in team if self.places[one].unit == own.unit]
        beside = [one for one in self.units[own.unit] if one not in barred]
        further = [
            one for unit in sorted(self.around.get(own.above, ()) if own.above is not None else ())
            for one in self.units.get(unit, []) if one not in barred
        ]  # fmt: skip
        return [near, team, beside, further]


def choose(
    tiers: Sequence[Sequence[int]],
    *,
    most: int,
    enough: int,
    ticket: str,
    load: Mapping[int, int],
    cap: int,
    barred: Callable[[int], bool],
    taken: Iterable[int] = (),
) -> list[int]:
    """Up to `most` people, tier by tier; the last tier is asked only where fewer than `enough` were found before it."""
    chosen: list[int] = []
    seen = set(taken)
    for place, tier in enumerate(tiers, start=1):
        wanted = most if place < len(tiers) or len(tiers) == 1 else enough
        fresh = [one for one in dict.fromkeys(tier) if one not in seen]
        for one in sorted(fresh, key=lambda one: (load.get(one, 0), _lot(ticket, one))):
            if len(chosen) >= wanted:
                break
            if load.get(one, 0) < cap and not barred(one):
                chosen.append(one)
            seen.add(one)
    return chosen


def add_load(load: MutableMapping[int, int], people: Iterable[int]) -> None:
    """Everybody chosen has one form more."""
    for one in people:
        load[one] = load.get(one, 0) + 1


def _lot(ticket: str, key: int) -> bytes:
    return sha256(f"{ticket}:{key}".encode()).digest()
