"""Bacaan kompetensi: what seats demand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import connection

from jenjang.competency.codes import COMPETENCIES
from jenjang.competency.rules.standard import national_level

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn
    from jenjang.organization.models import Seat


@dataclass(frozen=True, slots=True)
class Standard:
    """Standar yang berlaku: the level asked in each competency, and whether a decree of the agency set it."""

    levels: dict[str, int]
    own: bool


def standard_of(seat: Seat, day: date, law: LawOn) -> Standard:
    """Standar kompetensi of one seat on a day: its own, or else the national one of its kind (PermenPANRB 38/2017)."""
    own = standards_for([seat.pk], day).get(seat.pk)
    return Standard(own, True) if own else Standard(national_standard(seat.kind, seat.career_level, law), False)


def national_standard(kind: str, career_level: str, law: LawOn) -> dict[str, int]:
    """Standar nasional of a kind of position: the same level in all nine competencies; empty where the law has none."""
    level = national_level(kind, career_level, law)
    return {} if level is None else dict.fromkeys(COMPETENCIES, level)


def standards_for(seats: Sequence[int], day: date, known_at: datetime | None = None) -> dict[int, dict[str, int]]:
    """Standar kompetensi of seats on a day: {seat: {competency: level}}; a seat without one is left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (seat_id) seat_id, standard FROM competency_seatstandard "
            "WHERE seat_id = ANY(%(seats)s) AND effective_from <= %(day)s "
            "AND (%(known_at)s::timestamptz IS NULL OR recorded_at <= %(known_at)s) "
            "ORDER BY seat_id, effective_from DESC, recorded_at DESC, id DESC",
            {"seats": list(seats), "day": day, "known_at": known_at},
        )
        return {seat: json.loads(standard) for seat, standard in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class UnitLevel:
    """Kompetensi satu unit: how many were assessed, and their mean score."""

    unit: int
    name: str
    people: int
    score: Decimal


_UNITS_BELOW = """
WITH newest AS (
  SELECT DISTINCT ON (r.employee_id) r.employee_id, r.score FROM competency_competencyrecord r
  WHERE r.effective_from <= %(on)s AND r.correction <> 'batal'
    AND NOT EXISTS (SELECT FROM competency_competencyrecord s WHERE s.supersedes_id = r.id)
  ORDER BY r.employee_id, r.effective_from DESC, r.recorded_at DESC, r.id DESC
)
SELECT p.unit_id, p.unit_name, count(*)::int, round(avg(n.score), 2)
FROM newest n JOIN personnel_employeecurrent p ON p.employee_id = n.employee_id AND p.active AND p.unit_id IS NOT NULL
GROUP BY p.unit_id, p.unit_name HAVING count(*) >= %(smallest)s AND avg(n.score) < %(lowest)s
ORDER BY avg(n.score), p.unit_id LIMIT %(most)s
"""


def units_below(lowest: int, *, on: date, smallest: int, most: int) -> list[UnitLevel]:
    """Units whose newest scores lie below `lowest` on average, the lowest first; small groups are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_UNITS_BELOW, {"on": on, "smallest": smallest, "lowest": lowest, "most": most})
        return [UnitLevel(*row) for row in cursor.fetchall()]
