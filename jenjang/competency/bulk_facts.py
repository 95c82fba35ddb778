"""Penilaian kompetensi, potensi dan teknis that still count, for everybody at once; scores are text, as printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from jenjang.kernel import asof

Ids = Iterable[int] | None
_VALID = "AND r.effective_from > %(since)s"
_COMPETENCE = asof.newest("competency_competencyrecord", "r.score::text, r.id, r.achieved", where=_VALID)
_POTENTIAL = asof.newest("competency_potentialrecord", "r.score::text, r.id", where=_VALID)
_TECHNICAL = asof.newest(
    "competency_technicalrecord",
    "r.score::text, r.id",
    where=f"{_VALID} AND (%(any)s OR r.field ILIKE ANY(%(words)s::text[]))",
)


def competence(
    *, on: date, known_at: datetime, since: date, ids: Ids = None
) -> dict[int, tuple[list[Any], dict[str, int]]]:
    """The newest assessment after `since`: ([score, record], achieved levels)."""
    levels: dict[str, dict[str, int]] = {}
    found = {}
    for employee, score, record, text in asof.rows(_COMPETENCE, on=on, known_at=known_at, ids=ids, since=since):
        achieved = levels.get(text)
        if achieved is None:
            achieved = levels[text] = json.loads(text or "{}")
        found[employee] = ([score, record], achieved)
    return found


def potential(*, on: date, known_at: datetime, since: date, ids: Ids = None) -> dict[int, list[Any]]:
    """The newest assessment of potential after `since`: [score, record]."""
    found = asof.rows(_POTENTIAL, on=on, known_at=known_at, ids=ids, since=since)
    return {employee: [score, record] for employee, score, record in found}


def technical(
    *, on: date, known_at: datetime, since: date, fields: Sequence[str] = (), ids: Ids = None
) -> dict[int, list[Any]]:
    """The newest technical test after `since`, in one of the fields if any are named: [score, record]."""
    words = [f"%{field}%" for field in fields]
    found = asof.rows(_TECHNICAL, on=on, known_at=known_at, ids=ids, since=since, words=words, any=not words)
    return {employee: [score, record] for employee, score, record in found}
