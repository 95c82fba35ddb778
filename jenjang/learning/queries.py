"""Bacaan pelatihan: where nobody was trained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True, slots=True)
class UntrainedUnit:
    """Unit tanpa pelatihan: how many work there."""

    unit: int
    name: str
    people: int


_UNTRAINED = """
SELECT p.unit_id, p.unit_name, count(*)::int FROM personnel_employeecurrent p
WHERE p.active AND p.unit_id IS NOT NULL
GROUP BY p.unit_id, p.unit_name
HAVING count(*) >= %(smallest)s AND NOT bool_or(EXISTS (
  SELECT FROM learning_courserecord r WHERE r.employee_id = p.employee_id AND r.finished_on > %(since)s
    AND r.correction <> 'batal' AND NOT EXISTS (SELECT FROM learning_courserecord s WHERE s.supersedes_id = r.id)
))
ORDER BY count(*) DESC, p.unit_id LIMIT %(most)s
"""


def untrained_units(*, since: date, smallest: int, most: int) -> list[UntrainedUnit]:
    """Units in which nobody finished a course after `since`, the largest first; small ones are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_UNTRAINED, {"since": since, "smallest": smallest, "most": most})
        return [UntrainedUnit(*row) for row in cursor.fetchall()]
