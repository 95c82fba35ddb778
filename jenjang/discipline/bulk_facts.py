"""Hukuman disiplin for everybody at once. Without a recorded end a sanction is still being served."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from jenjang.kernel import asof

_SERVING = "(r.ends IS NULL OR r.ends >= %(on)s)"
_SANCTIONS = (
    f"SELECT r.employee_id, r.level, {_SERVING}, r.effective_from::text, CASE WHEN NOT {_SERVING} THEN r.ends::text END, "
    f"r.id {asof.known('discipline_sanctionrecord')} ORDER BY r.employee_id, {asof.NEWEST_FIRST}"
)


def sanctions(*, on: date, known_at: datetime, ids: Iterable[int] | None = None) -> dict[int, list[list[Any]]]:
    """All sanctions of each person, newest first: [level, being served, since, ended on or None, record]."""
    found: dict[int, list[list[Any]]] = {}
    for employee, *sanction in asof.rows(_SANCTIONS, on=on, known_at=known_at, ids=ids):
        found.setdefault(employee, []).append(sanction)
    return found
