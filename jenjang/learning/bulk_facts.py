"""Sertifikat for everybody at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from jenjang.kernel import asof

_CERTIFICATES = (
    f"SELECT r.employee_id, count(*)::int {asof.known('learning_courserecord')} AND r.certificate_number <> '' "
    "AND r.finished_on > %(since)s AND r.finished_on <= %(on)s GROUP BY r.employee_id"
)


def certificates(*, on: date, known_at: datetime, since: date, ids: Iterable[int] | None = None) -> dict[int, int]:
    """How many courses with a certificate each person finished after `since`."""
    found = asof.rows(_CERTIFICATES, on=on, known_at=known_at, ids=ids, since=since)
    return {employee: count for employee, count in found}  # noqa: C416 - pairs, for the type checker
