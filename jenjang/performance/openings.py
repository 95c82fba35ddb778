"""Pembukaan evaluasi: an agreed SKP has an evaluation for each period in which it stands, and one for the year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jenjang.performance.elsewhere import is_rated, months_rated
from jenjang.performance.models import SKP, YEARLY, Evaluation
from jenjang.performance.periods import periods_of
from jenjang.performance.tallies import Place, count_evaluation

if TYPE_CHECKING:
    from jenjang.law.parameters import LawOn


def open_evaluations(skp: SKP) -> list[Evaluation]:
    """Make those that are not there yet, but for periods rated elsewhere; an SKP that is agreed again keeps the ones it has."""
    there = set(skp.evaluations.values_list("period", flat=True))
    months = months_rated([skp.employee_id], skp.year.year)[skp.employee_id]
    made = []
    for period in periods_of(skp.year.year, skp.year.rhythm):
        days = period.overlap(skp.effective_from, skp.until)
        if days is None or period.number in there or (period.number != YEARLY and is_rated(months, *days)):
            continue
        made.append(
            Evaluation(
                skp=skp, employee_id=skp.employee_id, year_id=skp.year_id, unit_id=skp.unit_id, period=period.number,
                first=days[0], last=days[1],
            )
        )  # fmt: skip
    Evaluation.objects.bulk_create(made)
    for one in made:
        count_evaluation(one, None, Place(one.state))
    return made


def close_periods_after(skp: SKP) -> None:
    """An SKP that ends: evaluations that begin later go, those under way end with it. What somebody has sent or rated stays."""
    if skp.until is None:
        return
    for one in skp.evaluations.filter(state="terbuka", first__gt=skp.until, transitions=None, assessments=None):
        count_evaluation(one, Place(one.state), None)
        one.delete()
    skp.evaluations.filter(first__lte=skp.until, last__gt=skp.until).update(last=skp.until)


def reopen_periods_after(skp: SKP) -> None:
    """An SKP that goes on after all: periods that had ended with it last their time again, as far as nobody has rated them."""
    for period in periods_of(skp.year.year, skp.year.rhythm):
        skp.evaluations.filter(period=period.number, state="terbuka").update(last=period.last)


def months_of(skp: SKP, year: int, law: LawOn) -> int:
    """In how many months of a year an SKP stood; none, where it held no day that decides of one.

    A month that two share belongs to the one of the day that the agency chose.
    """
    day = law["kinerja.predikat.tanggal_penentu"].value
    first, last = max(skp.effective_from, date(year, 1, 1)), min(skp.until or date(year, 12, 31), date(year, 12, 31))
    begins = first.month + (first.day > day)
    ends = last.month - (last.day < day)
    return max(ends - begins + 1, 0)
