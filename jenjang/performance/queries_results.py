"""Bacaan hasil kinerja: whose credit points and index somebody may see, per person and per unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Max

from jenjang.accounts.queries import once
from jenjang.organization.queries import subtree_ids
from jenjang.performance import scopes
from jenjang.performance.models import SKP, YEARLY, AppraisalRecord, Evaluation, IndexTally, ProfessionalismRecord
from jenjang.performance.models import PerformanceYear as Year
from jenjang.performance.states import RUNNING
from jenjang.personnel.queries import current_of, people_among, visible_to

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User
    from jenjang.personnel.models import EmployeeCurrent

_SUBTREE_INDEXES = """
WITH RECURSIVE below AS (
  SELECT u.id, u.id AS top FROM organization_orgunit u WHERE u.closed_on IS NULL AND u.parent_id IS NOT DISTINCT FROM %(parent)s
  UNION ALL SELECT u.id, b.top FROM organization_orgunit u JOIN below b ON u.parent_id = b.id
)
SELECT top.id, top.name, sum(t.people)::int, sum(t.total), EXISTS (
  SELECT FROM organization_orgunit c WHERE c.parent_id = top.id AND c.closed_on IS NULL)
FROM below JOIN performance_indextally t ON t.unit_id = below.id AND t.year = %(year)s
JOIN organization_orgunit top ON top.id = below.top
WHERE %(units)s::bigint[] IS NULL OR below.id = ANY(%(units)s)
GROUP BY top.id, top.name ORDER BY top.name, top.id
"""


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """Indeks rata-rata suatu unit dengan semua di bawahnya."""

    unit: int
    name: str
    people: int
    mean: Decimal
    has_below: bool


def person_for(user: User, nip: str) -> EmployeeCurrent | None:
    """Somebody whose results this user may read."""
    return _readable(user).filter(nip=nip).select_related("employee").first()


def may_read_results(user: User, employee: int) -> bool:
    """The same, asked once a request."""
    return once(user, f"kinerja.hasil.{employee}", lambda: _readable(user).filter(pk=employee).exists())


def _readable(user: User) -> QuerySet[EmployeeCurrent]:
    """Oneself, the people of one's units, and those whom one appraises in a year that runs, also beyond the own unit."""
    appraised = scopes.appraised_by(user).filter(year__state=RUNNING).order_by()
    return visible_to(user) | people_among(appraised.values("employee"))


def own_person(user: User) -> EmployeeCurrent | None:
    """The person behind an account."""
    return current_of(user)


def last_predicate(person: EmployeeCurrent, day: date) -> AppraisalRecord | None:
    """Predikat tahunan yang terakhir."""
    rows = AppraisalRecord.objects.as_of(day).filter(employee=person.pk)
    return rows.order_by("-year", "-effective_from", "-recorded_at", "-pk").first()


def indexes_of(person: EmployeeCurrent, day: date) -> list[ProfessionalismRecord]:
    """Indeks tiap tahun, newest first."""
    return list(ProfessionalismRecord.objects.as_of(day).filter(employee=person.pk).order_by("-year", "-pk"))


def last_index_year() -> int | None:
    """The newest year whose indexes were counted."""
    found: int | None = IndexTally.objects.aggregate(newest=Max("year"))["newest"]
    return found


def unit_indexes(year: int, parent: int | None, units: Sequence[int] | None) -> list[UnitIndex]:
    """Rata-rata per unit directly under one, each with all below it; only units that the reader works with."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SUBTREE_INDEXES, {"year": year, "parent": parent, "units": list(units) if units is not None else None}
        )
        rows = cursor.fetchall()
    return [
        UnitIndex(unit, name, people, (total / people).quantize(Decimal("0.01")), has_below)
        for unit, name, people, total, has_below in rows
        if people
    ]


def units_below(unit: int, care: Sequence[int] | None) -> list[int]:
    """A unit with all below it, as far as the reader works with them."""
    return [one for one in subtree_ids([unit]) if care is None or one in set(care)]


def skp_for(user: User, pk: int) -> SKP | None:
    """An SKP that this user may read."""
    return scopes.visible_skps(user).select_related("year", "unit", "employee").filter(pk=pk).first()


def evaluation_for(user: User, pk: int) -> Evaluation | None:
    """An evaluation that this user may read. Before the handing over only the appraiser sees ratings; papers begin then."""
    rows = scopes.visible_evaluations(user).select_related("year", "skp__year", "skp__unit", "employee")
    return rows.filter(pk=pk).first()


def year_of(number: int) -> Year | None:
    """Tahun kinerja by its number."""
    return Year.objects.filter(year=number).first()


def waiting_evaluations(year: Year) -> list[tuple[str, int]]:
    """Evaluasi tahunan yang belum final: how many stand in which state, from the projection."""
    rows = year.tallies.filter(period=YEARLY, people__gt=0).order_by("state")
    counted: dict[str, int] = {}
    for row in rows:
        counted[row.state] = counted.get(row.state, 0) + row.people
    return sorted(counted.items())
