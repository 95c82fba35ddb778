"""Predikat umpan balik 360 derajat: entered once into the history that talent reads, by whoever closes a round."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.histories import Source
from jenjang.performance.models import Feedback360Record
from jenjang.personnel.actions import bulk_append

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor

_COLUMNS = ("employee_id", "effective_from", "year", "predicate", "raters")


@transaction.atomic
def record_feedback_360(
    *, year: int, predicates: Iterable[tuple[int, str, int]], by: User | Actor, on: date
) -> int:  # fmt: skip
    """Mencatat predikat 360 derajat (pegawai, predikat, jumlah penilai) of a year; who has one of that year keeps it."""
    given = {employee: (predicate, raters) for employee, predicate, raters in predicates}
    known = Feedback360Record.objects.known().filter(year=year, source=Source.DECISION, employee__in=given)
    for employee in known.values_list("employee_id", flat=True):
        given.pop(employee, None)
    rows = [(employee, on, year, predicate, raters) for employee, (predicate, raters) in given.items()]
    return bulk_append(Feedback360Record, rows, columns=_COLUMNS, by=by, source=Source.DECISION) if rows else 0
