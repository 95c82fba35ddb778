"""Bacaan kompetensi: what seats demand."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection


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
