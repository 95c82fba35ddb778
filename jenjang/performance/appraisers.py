"""Pejabat penilai kinerja: who appraises whom. The head of one's unit; of a head, the head above; at the top, the mayor.

Where a unit has no head seat, the personnel office names somebody (`UnitAppraiser`). Read for everybody at once: two
hundred units and their heads are few, and nobody's appraiser is looked up twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from jenjang.performance.models import UnitAppraiser

_HEADS = """
SELECT DISTINCT ON (unit_id) unit_id, employee_id FROM (
  SELECT s.unit_id, c.employee_id, 0 AS place FROM organization_seat s JOIN personnel_employeecurrent c ON c.seat_id = s.id
  WHERE s.is_head AND s.closed_on IS NULL AND c.active
  UNION ALL
  SELECT s.unit_id, r.employee_id, 1 FROM organization_seat s JOIN personnel_positionrecord r ON r.seat_id = s.id
  WHERE s.is_head AND s.closed_on IS NULL AND r.assignment IN ('plt', 'plh') AND r.correction <> 'batal'
    AND r.effective_from <= %(day)s AND (r.until IS NULL OR r.until >= %(day)s)
    AND NOT EXISTS (SELECT FROM personnel_positionrecord n WHERE n.supersedes_id = r.id)
) found ORDER BY unit_id, place, employee_id
"""
_HEADS_OF = f"SELECT * FROM ({_HEADS}) heads WHERE unit_id = ANY(%(units)s)"  # noqa: S608

_ABOVE = """
WITH RECURSIVE above AS (
  SELECT id, parent_id FROM organization_orgunit WHERE id = ANY(%(units)s) AND closed_on IS NULL
  UNION SELECT u.id, u.parent_id FROM organization_orgunit u JOIN above a ON u.id = a.parent_id WHERE u.closed_on IS NULL
)
SELECT id, parent_id FROM above
"""


@dataclass(slots=True)
class Chain:
    """Garis penilaian of a day: the units above each unit, and who leads each."""

    parents: Mapping[int, int | None]
    heads: Mapping[int, int]

    def appraiser_of(self, employee: int, unit: int | None) -> int | None:
        """The first on the way up who is somebody else; None where only the head of the region is left."""
        place = unit
        while place is not None:
            found = self.heads.get(place)
            if found is not None and found != employee:
                return found
            place = self.parents.get(place)
        return None

    def line_of(self, employee: int, unit: int | None) -> list[int]:
        """Everybody above somebody, the own appraiser first."""
        found: list[int] = []
        place = unit
        while place is not None:
            head = self.heads.get(place)
            if head is not None and head != employee and head not in found:
                found.append(head)
            place = self.parents.get(place)
        return found


def chain(day: date) -> Chain:
    """The whole line of a day: three queries, however many people."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, parent_id FROM organization_orgunit WHERE closed_on IS NULL")
        parents = dict(cursor.fetchall())
        cursor.execute(_HEADS, {"day": day})
        heads = dict(cursor.fetchall())
    return Chain(parents, named_appraisers(day) | heads)


def chain_above(units: Collection[int], day: date) -> Chain:
    """The line above some units only: what the page of one person needs, however many units the agency has."""
    with connection.cursor() as cursor:
        cursor.execute(_ABOVE, {"units": list(units)})
        parents = dict(cursor.fetchall())
        cursor.execute(_HEADS_OF, {"day": day, "units": list(parents)})
        heads = dict(cursor.fetchall())
    named = {unit: appraiser for unit, appraiser in named_appraisers(day).items() if unit in parents}
    return Chain(parents, named | heads)


def named_appraisers(day: date) -> dict[int, int]:
    """Pejabat penilai yang ditunjuk for units without a head seat, by unit."""
    rows = UnitAppraiser.objects.filter(since__lte=day).order_by("unit", "-since", "-pk").distinct("unit")
    return dict(rows.values_list("unit_id", "appraiser_id"))


def appraisers_of(people: Iterable[tuple[int, int | None]], day: date) -> dict[int, int | None]:
    """The appraiser of each (employee, unit)."""
    line = chain(day)
    return {employee: line.appraiser_of(employee, unit) for employee, unit in people}
