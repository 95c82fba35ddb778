"""Predikat dan umpan balik for everybody at once, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from jenjang.kernel import asof

Ids = Iterable[int] | None

_PREDICATES = f"""
    SELECT employee_id, year, predicate, id FROM (
      SELECT DISTINCT ON (r.employee_id, r.year) r.employee_id, r.year, r.predicate, r.id
      {asof.known("performance_appraisalrecord")} AND r.year >= %(since_year)s
      ORDER BY r.employee_id, r.year DESC, {asof.NEWEST_FIRST}
    ) yearly ORDER BY employee_id, year DESC
"""  # noqa: S608
_FEEDBACK = asof.newest("performance_feedback360record", "r.predicate, r.id")


def predicates(*, on: date, known_at: datetime, since_year: int, ids: Ids = None) -> dict[int, list[list[Any]]]:
    """The last two yearly predicates of each person since a year, newest first: [year, predicate, record]."""
    found: dict[int, list[list[Any]]] = {}
    for employee, *row in asof.rows(_PREDICATES, on=on, known_at=known_at, ids=ids, since_year=since_year):
        known = found.get(employee)
        if known is None:
            found[employee] = [row]
        elif len(known) == 1:
            known.append(row)
    return found


def feedback(*, on: date, known_at: datetime, ids: Ids = None) -> dict[int, list[Any]]:
    """The newest 360-degree predicate: [predicate, record]."""
    found = asof.rows(_FEEDBACK, on=on, known_at=known_at, ids=ids)
    return {employee: [predicate, record] for employee, predicate, record in found}
