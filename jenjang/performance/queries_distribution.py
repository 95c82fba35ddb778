"""Bacaan sebaran: predicates of each unit with all below it, the organisation's predicate that counts, and what the pattern says.

Counted from `Tally`: 250 units are few, whoever many people they have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from jenjang.law.codes import OrganisationPredicate, Predicate
from jenjang.organization.queries import open_units
from jenjang.performance.content import canonical, read
from jenjang.performance.models import DistributionOverride, Tally, UnitPredicate
from jenjang.performance.rules.distribution import DistributionFacts, check_distribution
from jenjang.performance.states import HANDED_OVER

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.law.decisions import Decision
    from jenjang.law.parameters import LawOn
    from jenjang.performance.models import PerformanceYear

NOBODY, UNRATED, UNSET, FITS, HINT, BROKEN, EXCUSED = (
    "kosong", "belum_dinilai", "tanpa_predikat", "sesuai", "petunjuk", "menyimpang", "dikecualikan",
)  # fmt: skip


class UnitLine(NamedTuple):
    """Satu unit of the tree, as much of it as a list of all needs."""

    pk: int
    name: str
    parent_id: int | None


def _no_counts() -> dict[str, int]:
    return defaultdict(int)


@dataclass
class Spread:
    """Sebaran satu unit dengan semua unit di bawahnya. It is judged when asked: of a long list only what is shown."""

    unit: UnitLine
    depth: int
    law: LawOn
    children: list[int] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=_no_counts)
    predicates: dict[str, int] = field(default_factory=_no_counts)
    organisation: str = ""
    source: UnitLine | None = None
    override: DistributionOverride | None = None

    @property
    def people(self) -> int:
        return sum(self.states.values())

    @property
    def rated(self) -> int:
        """Who has a predicate, handed over or not."""
        return sum(self.predicates.values())

    @property
    def ready(self) -> int:
        """Rated and not handed over yet."""
        return self.states["dinilai"]

    @property
    def handed(self) -> int:
        return sum(self.states[state] for state in HANDED_OVER)

    @property
    def counts(self) -> dict[Predicate, int]:
        return {one: self.predicates[one.value] for one in reversed(Predicate)}

    @property
    def is_own(self) -> bool:
        """Whether the organisation's predicate was set for this unit, not for one above."""
        return self.source is not None and self.source.pk == self.unit.pk

    @cached_property
    def decision(self) -> Decision[Any] | None:
        """What the pattern says; nothing while there is no predicate of the organisation, or nobody is rated."""
        if not self.organisation or not self.rated:
            return None
        return decide(self.organisation, self.predicates, self.law)

    @cached_property
    def standing(self) -> str:
        """How the unit stands to the pattern."""
        if not self.people:
            return NOBODY
        if not self.rated:
            return UNRATED
        if self.decision is None:
            return UNSET
        if self.decision.result.valid:
            return FITS
        if self.decision.result.soft:
            return HINT
        return EXCUSED if self.is_excused else BROKEN

    @property
    def is_excused(self) -> bool:
        """Whether the newest override speaks of everything that is broken now, under the same predicate of the organisation."""
        if self.override is None or self.decision is None:
            return False
        said = read(self.override.findings)
        then = {place for place, one in enumerate(said["findings"]) if not one["met"]}
        now = {place for place, one in enumerate(self.decision.findings) if not one.met}
        return said["predikat_organisasi"] == self.organisation and now <= then


def spreads(year: PerformanceYear, period: int, law: LawOn, within: Iterable[int] | None = None) -> list[Spread]:
    """Every open unit in the order of the tree, or those of a scope; four queries."""
    found = _tree(law)
    _count(found, year, period)
    _read_decided(found, year, period)
    chosen = None if within is None else set(within)
    return [one for key, one in found.items() if chosen is None or key in chosen]


def spread_of(unit: int, year: PerformanceYear, period: int, law: LawOn) -> Spread | None:
    """One unit."""
    return next(iter(spreads(year, period, law, [unit])), None)


def said_of(spread: Spread) -> str:
    """What an override keeps: the pattern's decision as it was shown, and the predicate of the organisation behind it."""
    assert spread.decision is not None  # noqa: S101
    return canonical({"predikat_organisasi": spread.organisation, **spread.decision.as_json()})


def _tree(law: LawOn) -> dict[int, Spread]:
    """Units with what is below each, parents before children, sisters by name."""
    units = {row[0]: UnitLine(*row) for row in open_units().values_list("pk", "name", "parent_id")}
    below: dict[int | None, list[int]] = {}
    for key, unit in units.items():
        below.setdefault(unit.parent_id if unit.parent_id in units else None, []).append(key)
    found: dict[int, Spread] = {}
    waiting = [(key, 0) for key in reversed(below.get(None, []))]
    while waiting:
        key, depth = waiting.pop()
        found[key] = Spread(units[key], depth, law, below.get(key, []))
        waiting.extend((child, depth + 1) for child in reversed(below.get(key, [])))
    return found


def _count(found: Mapping[int, Spread], year: PerformanceYear, period: int) -> None:
    rows = Tally.objects.filter(year=year, period=period, people__gt=0)
    for unit, state, predicate, people in rows.values_list("unit_id", "state", "predicate", "people"):
        if unit in found:
            found[unit].states[state] += people
            if predicate:
                found[unit].predicates[predicate] += people
    for one in reversed(list(found.values())):  # children stand after their parents
        for child in one.children:
            _add(one.states, found[child].states)
            _add(one.predicates, found[child].predicates)


def _add(counts: dict[str, int], more: Mapping[str, int]) -> None:
    for code, people in more.items():
        counts[code] += people


def _read_decided(found: Mapping[int, Spread], year: PerformanceYear, period: int) -> None:
    """Predicates of the organisation, each down to where another begins, and overrides."""
    predicates = dict(_newest(UnitPredicate, year, period).values_list("unit_id", "predicate"))
    overrides = {row.unit_id: row for row in _newest(DistributionOverride, year, period)}
    for key, one in found.items():
        above = found.get(one.unit.parent_id) if one.unit.parent_id else None
        if key in predicates:
            one.organisation, one.source = predicates[key], one.unit
        elif above is not None:
            one.organisation, one.source = above.organisation, above.source
        one.override = overrides.get(key)


def decide(organisation: str, predicates: Mapping[str, int], law: LawOn) -> Decision[Any]:
    """Pola distribusi (`kinerja.distribusi`) for counts by predicate."""
    counts = {Predicate.of(code): people for code, people in predicates.items() if code and people}
    return check_distribution(DistributionFacts(OrganisationPredicate.of(organisation), counts), law)


def _newest(model: Any, year: PerformanceYear, period: int) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.filter(year=year, period=period)
    return found.order_by("unit_id", "-pk").distinct("unit_id")


_ABOVE = """
WITH RECURSIVE above AS (
  SELECT id, parent_id, 0 AS height FROM organization_orgunit WHERE id = %(unit)s
  UNION ALL SELECT u.id, u.parent_id, a.height + 1 FROM organization_orgunit u JOIN above a ON u.id = a.parent_id
)
SELECT p.* FROM above a JOIN performance_unitpredicate p ON p.unit_id = a.id
WHERE p.year_id = %(year)s AND p.period = %(period)s ORDER BY a.height, p.id DESC LIMIT 1
"""


def organisation_predicate(unit: int, year: PerformanceYear, period: int) -> UnitPredicate | None:
    """Predikat organisasi yang berlaku bagi suatu unit: its own, or the nearest above."""
    return next(iter(UnitPredicate.objects.raw(_ABOVE, {"unit": unit, "year": year.pk, "period": period})), None)
