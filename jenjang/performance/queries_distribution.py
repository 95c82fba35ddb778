"""Bacaan sebaran: predicates of each unit with all below it, the organisation's predicate that counts, and what the pattern says.

Counted from `Tally`: 250 units are few, whoever many people they have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jenjang.law.codes import OrganisationPredicate, Predicate
from jenjang.organization.queries import open_units
from jenjang.performance.content import canonical, read
from jenjang.performance.models import DistributionOverride, Tally, UnitPredicate
from jenjang.performance.rules.distribution import DistributionFacts, check_distribution
from jenjang.performance.states import HANDED_OVER

if TYPE_CHECKING:
    from jenjang.law.decisions import Decision
    from jenjang.law.parameters import LawOn
    from jenjang.organization.models import OrgUnit
    from jenjang.performance.models import PerformanceYear

NOBODY, UNRATED, UNSET, FITS, HINT, BROKEN, EXCUSED = (
    "kosong", "belum_dinilai", "tanpa_predikat", "sesuai", "petunjuk", "menyimpang", "dikecualikan",
)  # fmt: skip


@dataclass(slots=True)
class Spread:
    """Sebaran satu unit dengan semua unit di bawahnya."""

    unit: OrgUnit
    depth: int
    children: list[int] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    predicates: Counter[str] = field(default_factory=Counter)
    organisation: UnitPredicate | None = None
    source: OrgUnit | None = None
    decision: Decision[Any] | None = None
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

    @property
    def standing(self) -> str:
        """How the unit stands to the pattern."""
        if not self.people:
            return NOBODY
        if not self.rated:
            return UNRATED
        if self.decision is None or self.organisation is None:
            return UNSET
        if self.decision.result.valid:
            return FITS
        if self.decision.result.soft:
            return HINT
        return EXCUSED if self.is_excused else BROKEN

    @property
    def is_excused(self) -> bool:
        """Whether the newest override speaks of everything that is broken now, under the same predicate of the organisation."""
        if self.override is None or self.decision is None or self.organisation is None:
            return False
        said = read(self.override.findings)
        then = {place for place, one in enumerate(said["findings"]) if not one["met"]}
        now = {place for place, one in enumerate(self.decision.findings) if not one.met}
        return said["predikat_organisasi"] == self.organisation.predicate and now <= then


def spreads(year: PerformanceYear, period: int, law: LawOn, within: Iterable[int] | None = None) -> list[Spread]:
    """Every open unit in the order of the tree, or those of a scope; four queries."""
    found = _tree()
    _count(found, year, period)
    _judge(found, year, period, law)
    chosen = None if within is None else set(within)
    return [one for key, one in found.items() if chosen is None or key in chosen]


def spread_of(unit: int, year: PerformanceYear, period: int, law: LawOn) -> Spread | None:
    """One unit."""
    return next(iter(spreads(year, period, law, [unit])), None)


def said_of(spread: Spread) -> str:
    """What an override keeps: the pattern's decision as it was shown, and the predicate of the organisation behind it."""
    assert spread.decision is not None  # noqa: S101
    assert spread.organisation is not None  # noqa: S101
    return canonical({"predikat_organisasi": spread.organisation.predicate, **spread.decision.as_json()})


def _tree() -> dict[int, Spread]:
    """Units with what is below each, parents before children, sisters by name."""
    units = {unit.pk: unit for unit in open_units().only("name", "parent_id")}
    below: dict[int | None, list[int]] = {}
    for key, unit in units.items():
        below.setdefault(unit.parent_id if unit.parent_id in units else None, []).append(key)
    found: dict[int, Spread] = {}
    waiting = [(key, 0) for key in reversed(below.get(None, []))]
    while waiting:
        key, depth = waiting.pop()
        found[key] = Spread(units[key], depth, below.get(key, []))
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
            one.states.update(found[child].states)
            one.predicates.update(found[child].predicates)


def _judge(found: Mapping[int, Spread], year: PerformanceYear, period: int, law: LawOn) -> None:
    predicates = _newest(UnitPredicate, year, period)
    overrides = _newest(DistributionOverride, year, period)
    decided: dict[tuple[str, frozenset[tuple[str, int]]], Decision[Any]] = {}  # many small units are spread alike
    for key, one in found.items():
        above = found.get(one.unit.parent_id) if one.unit.parent_id else None
        if key in predicates:
            one.organisation, one.source = predicates[key], one.unit
        elif above is not None:
            one.organisation, one.source = above.organisation, above.source
        one.override = overrides.get(key)
        if one.organisation is not None and one.rated:
            spread = (one.organisation.predicate, frozenset(one.predicates.items()))
            if spread not in decided:
                decided[spread] = decide(one.organisation.predicate, one.predicates, law)
            one.decision = decided[spread]


def decide(organisation: str, predicates: Mapping[str, int], law: LawOn) -> Decision[Any]:
    """Pola distribusi (`kinerja.distribusi`) for counts by predicate."""
    counts = {Predicate.of(code): people for code, people in predicates.items() if code and people}
    return check_distribution(DistributionFacts(OrganisationPredicate.of(organisation), counts), law)


def _newest(model: Any, year: PerformanceYear, period: int) -> dict[int, Any]:
    rows = model.objects.filter(year=year, period=period).order_by("unit_id", "-pk").distinct("unit_id")
    return {row.unit_id: row for row in rows}


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
