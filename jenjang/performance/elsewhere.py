"""Dinilai di tempat lain: what e-Kinerja rated of a running year is read from there and not asked for again.

So a city can begin in the middle of a year, or keep both for a while: a period whose every month has a rating from elsewhere
has no evaluation here, unless somebody had begun with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db import transaction

from jenjang.performance.models import YEARLY, Evaluation, PeriodicRecord
from jenjang.performance.states import RUNNING
from jenjang.performance.tallies import Place, Shifts, count_evaluation


def records_of(employee: int, year: int) -> list[PeriodicRecord]:
    """Predikat periodik seseorang dari tempat lain, the earliest months first."""
    rows = PeriodicRecord.objects.known().filter(employee=employee, year=year)
    return list(rows.order_by("first_month", "last_month"))


def months_rated(employees: Collection[int], year: int) -> dict[int, set[int]]:
    """The months of a year that were rated elsewhere, by person."""
    found: dict[int, set[int]] = defaultdict(set)
    rows = PeriodicRecord.objects.known().filter(employee__in=employees, year=year)
    for key, first, last in rows.values_list("employee_id", "first_month", "last_month"):
        found[key].update(range(first, last + 1))
    return found


def is_rated(months: Collection[int], first: date, last: date) -> bool:
    """Whether everything between two days of a year was rated elsewhere."""
    return set(range(first.month, last.month + 1)) <= set(months)


@transaction.atomic
def leave_out(employees: Collection[int]) -> int:
    """Tidak menanyakan lagi: evaluations of periods that came from elsewhere go, as far as nobody has begun with them."""
    rows = Evaluation.objects.filter(
        employee__in=employees, year__state=RUNNING, state="terbuka", transitions=None, assessments=None, reviews=None,
        behaviours=None, draft=None,
    ).exclude(period=YEARLY).select_related("year")  # fmt: skip
    by_year: dict[int, list[Evaluation]] = defaultdict(list)
    for one in rows:
        by_year[one.year.year].append(one)
    gone, shifts = 0, Shifts()
    for year, waiting in by_year.items():
        months = months_rated([one.employee_id for one in waiting], year)
        for one in waiting:
            if is_rated(months.get(one.employee_id, ()), one.first, one.last):
                count_evaluation(one, Place(one.state), None, shifts)
                one.delete()
                gone += 1
    shifts.write()
    return gone
