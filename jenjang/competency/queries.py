"""Bacaan kompetensi: what seats demand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
