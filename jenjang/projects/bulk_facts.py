"""Peran dalam tim for everybody at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from jenjang.kernel import asof

_ROLES = (
    f"SELECT r.employee_id, r.role, r.id {asof.known('projects_teamrolerecord')} "
    "AND coalesce(r.until, %(on)s) > %(since)s"
)


def team_roles(
    *, on: date, known_at: datetime, since: date, ids: Iterable[int] | None = None
) -> dict[int, list[tuple[str, int]]]:
    """Roles that ran on some day after `since`, each with its record."""
    found: dict[int, list[tuple[str, int]]] = {}
    for employee, role, record in asof.rows(_ROLES, on=on, known_at=known_at, ids=ids, since=since):
        found.setdefault(employee, []).append((role, record))
    return found
