"""Keadaan per hari, for everybody at once: the SQL of "newest row in effect on a day, as known at a moment".

The same answer as `HistoryQuerySet.current`, written for reads of a whole city: no objects, one pass a table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection

Ids = Iterable[int] | None
"""Whom to read: everybody, some, or a `range` of keys."""
_LAST = sys.maxsize
NEWEST_FIRST = "r.effective_from DESC, r.recorded_at DESC, r.id DESC"


def known(table: str) -> str:
    """FROM and WHERE of the rows `r` that are in effect and neither superseded nor cancelled."""
    return (
        f"FROM {table} r WHERE r.effective_from <= %(on)s AND r.recorded_at <= %(known_at)s AND r.correction <> 'batal' "
        "AND r.employee_id BETWEEN %(first)s AND %(last)s "
        "AND (%(ids)s::bigint[] IS NULL OR r.employee_id = ANY(%(ids)s)) "
        f"AND NOT EXISTS (SELECT FROM {table} s WHERE s.supersedes_id = r.id AND s.supersedes_id IS NOT NULL"
        " AND s.recorded_at <= %(known_at)s)"  # the planner takes few corrections for few only when told so
    )


def newest(table: str, columns: str, *, where: str = "", order: str = NEWEST_FIRST) -> str:
    """SELECT of one row a person: the newest in effect, then the newest recorded."""
    return (
        f"SELECT DISTINCT ON (r.employee_id) r.employee_id, {columns} {known(table)} {where} "
        f"ORDER BY r.employee_id, {order}"
    )


def rows(sql: str, *, on: date, known_at: datetime, ids: Ids, **more: Any) -> list[tuple[Any, ...]]:
    """Run one such statement, for everybody, for some, or for a range of keys."""
    with connection.cursor() as cursor:
        cursor.execute(sql, {"on": on, "known_at": known_at, **_who(ids), **more})
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _who(ids: Ids) -> dict[str, Any]:
    """A range stands for all keys in it: the index finds them, where a list would be compared row by row."""
    if ids is None:
        return {"first": 0, "last": _LAST, "ids": None}
    if isinstance(ids, range):
        return {"first": ids.start, "last": ids.stop - 1, "ids": None}
    chosen = list(ids)
    return {"first": min(chosen, default=0), "last": max(chosen, default=0), "ids": chosen}
