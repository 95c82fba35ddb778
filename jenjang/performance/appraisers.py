"""Pejabat penilai kinerja: who appraises whom. The head of one's unit; of a head, the head above; at the top, the mayor.

Where a unit has no head seat, the personnel office names somebody (`UnitAppraiser`). Read for everybody at once: two
hundred units and their heads are few, and nobody's appraiser is looked up twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

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

# What somebody may lead, with all below it, and the way up from there and from the own unit. Rather too much than too little.
_AROUND = """
WITH RECURSIVE led AS (
  SELECT s.unit_id FROM organization_seat s JOIN personnel_employeecurrent c ON c.seat_id = s.id
  WHERE s.is_head AND c.employee_id = %(person)s
  UNION SELECT s.unit_id FROM organization_seat s JOIN personnel_positionrecord r ON r.seat_id = s.id
  WHERE s.is_head AND r.assignment IN ('plt', 'plh') AND r.employee_id = %(person)s
  UNION SELECT unit_id FROM performance_unitappraiser WHERE appraiser_id = %(person)s
), below AS (
  SELECT id, parent_id FROM organization_orgunit WHERE id IN (SELECT unit_id FROM led) AND closed_on IS NULL
  UNION SELECT u.id, u.parent_id FROM organization_orgunit u JOIN below b ON u.parent_id = b.id WHERE u.closed_on IS NULL
), above AS (
  SELECT id, parent_id FROM below
  UNION SELECT u.id, u.parent_id FROM organization_orgunit u
    JOIN personnel_employeecurrent c ON c.unit_id = u.id AND c.employee_id = %(person)s WHERE u.closed_on IS NULL
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

    def units_of(self, appraiser: int | None) -> list[int]:
        """The units whose people, but for their heads, somebody appraises; None asks for the head of the region."""
        return [unit for unit in self.parents if self.appraiser_of(0, unit) == appraiser]

    def heads_below(self, appraiser: int | None) -> list[int]:
        """The heads whom somebody appraises."""
        return [head for unit, head in self.heads.items() if self.appraiser_of(head, unit) == appraiser]

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
    return _part(_ABOVE, {"units": list(units)}, day)


def chain_around(person: int, day: date) -> Chain:
    """The line from below somebody up to the top: whom the person appraises, and by whom the person is."""
    return _part(_AROUND, {"person": person}, day)


def _part(units: str, facts: Mapping[str, Any], day: date) -> Chain:
    with connection.cursor() as cursor:
        cursor.execute(units, facts)
        parents = dict(cursor.fetchall())
        cursor.execute(_HEADS_OF, {"day": day, "units": list(parents)})
        heads = dict(cursor.fetchall())
    return Chain(parents, named_appraisers(day, parents) | heads)


def named_appraisers(day: date, units: Collection[int] | None = None) -> dict[int, int]:
    """Pejabat penilai yang ditunjuk for units without a head seat, by unit; of all, or of some."""
    rows = UnitAppraiser.objects.filter(since__lte=day).order_by("unit", "-since", "-pk").distinct("unit")
    rows = rows if units is None else rows.filter(unit__in=list(units))
    return dict(rows.values_list("unit_id", "appraiser_id"))
