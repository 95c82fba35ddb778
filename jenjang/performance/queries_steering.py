"""Bacaan pengendalian: who has not planned, reported or rated, per unit from the projection and by name where one looks closer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from jenjang.kernel.queries import law_on
from jenjang.law.codes import OrganisationPredicate, Predicate
from jenjang.law.decisions import Decision
from jenjang.organization.queries import subtree_ids
from jenjang.performance import scopes
from jenjang.performance.models import SKP, Evaluation, PerformanceYear, Reminder, UnitPredicate
from jenjang.performance.rules.distribution import DistributionFacts, check_distribution
from jenjang.performance.tallies import ENDED, PLANS
from jenjang.personnel.queries import active_people

if TYPE_CHECKING:
    from jenjang.accounts.models import User

UNPLANNED, UNAGREED, UNFILLED, UNRATED, UNRELEASED = (
    "belum_skp",
    "belum_ditetapkan",
    "belum_isi",
    "belum_nilai",
    "belum_serah",
)
LABELS = {
    UNPLANNED: "Belum menyusun SKP", UNAGREED: "SKP belum ditetapkan", UNFILLED: "Belum mengisi evaluasi",
    UNRATED: "Belum dinilai", UNRELEASED: "Hasil belum diserahkan",
}  # fmt: skip
SHORT = {
    UNPLANNED: "Tanpa SKP", UNAGREED: "Belum ditetapkan", UNFILLED: "Belum mengisi", UNRATED: "Belum dinilai",
    UNRELEASED: "Belum diserahkan",
}  # fmt: skip
_DRAFTS = ("rancangan", "diajukan", "perubahan")

# Units directly under one, each with all below it: what the projection counts of SKP and of one period.
_BOARD = """
WITH RECURSIVE below AS (
  SELECT u.id, u.id AS top FROM organization_orgunit u
  WHERE u.closed_on IS NULL AND CASE WHEN %(parent)s::bigint IS NULL THEN u.id = ANY(%(tops)s) ELSE u.parent_id = %(parent)s END
  UNION ALL SELECT u.id, b.top FROM organization_orgunit u JOIN below b ON u.parent_id = b.id
), people AS (
  SELECT b.top, sum(p.active)::int AS people FROM below b JOIN personnel_unittally p ON p.unit_id = b.id GROUP BY b.top
), counted AS (
  SELECT b.top, t.period, t.state, t.predicate, sum(t.people)::int AS people FROM below b
  JOIN performance_tally t ON t.unit_id = b.id AND t.year_id = %(year)s AND t.period IN (%(plans)s, %(period)s)
  GROUP BY b.top, t.period, t.state, t.predicate
)
SELECT u.id, u.name, coalesce(p.people, 0),
  EXISTS (SELECT FROM organization_orgunit c WHERE c.parent_id = u.id AND c.closed_on IS NULL),
  coalesce(json_agg(json_build_array(c.period, c.state, c.predicate, c.people)) FILTER (WHERE c.people IS NOT NULL), '[]')
FROM organization_orgunit u LEFT JOIN people p ON p.top = u.id LEFT JOIN counted c ON c.top = u.id
WHERE u.id IN (SELECT top FROM below) GROUP BY u.id, u.name, p.people ORDER BY u.name, u.id
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Satu unit dengan semua di bawahnya."""

    unit: int
    name: str
    people: int
    has_below: bool
    counts: dict[str, int]
    predicates: dict[Predicate, int]


def newest_years() -> list[PerformanceYear]:
    """Tahun kinerja yang ada, newest first."""
    return list(PerformanceYear.objects.order_by("-year"))


def tops(user: User) -> list[int]:
    """Where the reader's board begins: the offices under the root, or the units that one cares for."""
    units = scopes.units_in_care(user)
    with connection.cursor() as cursor:
        if units is None:
            cursor.execute(
                "SELECT c.id FROM organization_orgunit c JOIN organization_orgunit r ON r.id = c.parent_id "
                "WHERE r.parent_id IS NULL AND c.closed_on IS NULL"
            )
        else:  # the highest of one's own
            cursor.execute(
                "SELECT id FROM organization_orgunit WHERE id = ANY(%(units)s) AND NOT coalesce(parent_id = ANY(%(units)s), false)",
                {"units": units},
            )
        return [pk for (pk,) in cursor.fetchall()]


def board(user: User, year: PerformanceYear, period: int, parent: int | None) -> list[Row]:
    """The board of one level of the tree; one query besides where it begins."""
    facts = {"parent": parent, "tops": [] if parent else tops(user), "year": year.pk, "plans": PLANS, "period": period}
    with connection.cursor() as cursor:
        cursor.execute(_BOARD, facts)
        found = cursor.fetchall()
    return [_row(*row, period=period) for row in found]


def _row(unit: int, name: str, people: int, has_below: bool, counted: Any, *, period: int) -> Row:
    lines = json.loads(counted) if isinstance(counted, str) else counted
    running = dict.fromkeys((*_DRAFTS, "ditetapkan", "ditutup"), 0)
    states: dict[str, int] = {}
    predicates: dict[Predicate, int] = {}
    for which, state, predicate, number in lines:
        if which == PLANS:
            if predicate != ENDED and state in running:
                running[state] += number
            continue
        states[state] = states.get(state, 0) + number
        if predicate:
            predicates[Predicate.of(predicate)] = predicates.get(Predicate.of(predicate), 0) + number
    counts = {
        UNPLANNED: max(people - sum(running.values()), 0),
        UNAGREED: sum(running[state] for state in _DRAFTS),
        UNFILLED: states.get("terbuka", 0),
        UNRATED: states.get("diisi", 0),
        UNRELEASED: states.get("dinilai", 0),
    }
    return Row(unit, name, people, has_below, counts, predicates)


def people_behind(user: User, year: PerformanceYear, period: int, what: str, unit: int | None) -> QuerySet[Any]:
    """The people behind one number of the board, by name: rows of the people's list, or of SKP and evaluations."""
    units = subtree_ids([unit] if unit else tops(user))
    if what == UNPLANNED:
        running = SKP.objects.filter(employee=OuterRef("pk"), year=year, until=None).exclude(state="dibatalkan")
        return active_people(units).filter(~Exists(running)).order_by("name", "pk")
    if what == UNAGREED:
        skps = SKP.objects.filter(year=year, unit__in=units, until=None, state__in=_DRAFTS)
        return skps.select_related("employee__current").order_by("employee__current__name", "pk")
    state = {UNFILLED: "terbuka", UNRATED: "diisi", UNRELEASED: "dinilai"}[what]
    rows = Evaluation.objects.filter(year=year, period=period, unit__in=units, state=state)
    return rows.select_related("employee__current", "skp__appraiser__current").order_by("employee__current__name", "pk")


def reminded_since(employees: Sequence[int], day: date) -> set[int]:
    """Who had a reminder so lately that another one would nag."""
    pause = law_on(day)["kinerja.pengingat.jeda"].value
    since = day - timedelta(days=pause)
    rows = Reminder.objects.filter(employee__in=employees, at__date__gt=since)
    return set(rows.values_list("employee_id", flat=True))


@dataclass(frozen=True, slots=True)
class Against:
    """Capaian unit terhadap rating orangnya."""

    row: Row
    organisation: str
    decision: Decision[Any] | None


def against_results(rows: Sequence[Row], year: PerformanceYear, period: int, day: date) -> list[Against]:
    """Each unit's own predicate beside the predicates of its people, and the pattern that the law gives."""
    known = UnitPredicate.objects.filter(year=year, period=period, unit__in=[row.unit for row in rows])
    newest = dict(known.order_by("unit", "-pk").distinct("unit").values_list("unit_id", "predicate"))
    law, found = law_on(day), []
    for row in rows:
        code = newest.get(row.unit)
        decision = None
        if code and row.predicates:
            facts = DistributionFacts(OrganisationPredicate.of(code), row.predicates)
            decision = check_distribution(facts, law)
        found.append(Against(row, OrganisationPredicate.of(code).label if code else "", decision))
    return found
