"""Sertifikat dan pelatihan for everybody at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from jenjang.kernel import asof

_CERTIFICATES = (
    f"SELECT r.employee_id, count(*)::int {asof.known('learning_courserecord')} AND r.certificate_number <> '' "
    "AND r.finished_on > %(since)s AND r.finished_on <= %(on)s GROUP BY r.employee_id"
)


def certificates(*, on: date, known_at: datetime, since: date, ids: Iterable[int] | None = None) -> dict[int, int]:
    """How many courses with a certificate each person finished after `since`."""
    found = asof.rows(_CERTIFICATES, on=on, known_at=known_at, ids=ids, since=since)
    return {employee: count for employee, count in found}  # noqa: C416 - pairs, for the type checker


_TRAININGS = f"""
    SELECT r.employee_id,
           bool_or(lower(r.kind) = ANY(%(leadership)s)) AS leadership,
           bool_or(lower(r.kind) = ANY(%(functional)s)) AS functional,
           coalesce(sum(r.lesson_hours) FILTER (
             WHERE lower(r.kind) <> ALL(%(named)s) AND r.finished_on > %(technical_since)s
           ), 0)::int AS hours,
           bool_or(lower(r.kind) = ANY(%(seminar)s) AND r.finished_on > %(seminar_since)s) AS seminar
    {asof.known("learning_courserecord")} AND r.finished_on <= %(on)s GROUP BY r.employee_id
"""


class Training(NamedTuple):
    """Pelatihan seseorang, as far as the professionalism index asks."""

    leadership: bool
    functional: bool
    technical_hours: int
    seminar: bool


def trainings(
    *,
    on: date,
    known_at: datetime,
    kinds: Mapping[str, Sequence[str]],
    technical_since: date,
    seminar_since: date,
    ids: Iterable[int] | None = None,
) -> dict[int, Training]:
    """What each person has been trained in; `kinds` says which kinds of course count as what."""
    named = {name: [kind.lower() for kind in kinds[key]] for name, key in _KINDS.items()}
    windows = {"technical_since": technical_since, "seminar_since": seminar_since}
    every = sorted({kind for kinds_of in named.values() for kind in kinds_of})
    found = asof.rows(_TRAININGS, on=on, known_at=known_at, ids=ids, named=every, **named, **windows)
    return {employee: Training(*row) for employee, *row in found}


_KINDS = {"leadership": "kepemimpinan", "functional": "fungsional", "seminar": "seminar"}
