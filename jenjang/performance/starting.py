"""Memulai pekerjaan latar kinerja: checked once more, then given to a job that goes on by itself and shows how far it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel import jobs
from jenjang.performance import releasing, years
from jenjang.performance.jobs import close_year, follow_line_now, release_unit

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Job
    from jenjang.performance.models import PerformanceYear
    from jenjang.performance.periods import Period


@transaction.atomic
def start_closing(*, year: PerformanceYear, by: User) -> Job:
    """Mulai menutup: a job that turns what is final into records, and leaves the rest for the next time."""
    years.require_running(year)
    return jobs.start(close_year, by=by, title=f"Menutup tahun kinerja {year.year}", year=year.pk, user=by.pk)


def start_following(*, by: User) -> Job:
    """Mulai menyesuaikan penilai: a job, for a large agency has many SKP."""
    return jobs.start(follow_line_now, by=by, title="Menyesuaikan penilai dengan garis penilaian")


@transaction.atomic
def start_release(*, unit: int, year: PerformanceYear, period: Period, by: User, on: date) -> Job:
    """Mulai menyerahkan: a job that hands over every rated result of a unit and of those below it."""
    spread = releasing.require_releasable(by, unit, year, period.number, on)
    title = f"Menyerahkan hasil evaluasi {spread.unit.name}, {period.inline}"
    facts = {"year": year.pk, "period": period.number, "unit": unit, "user": by.pk}
    return jobs.start(release_unit, by=by, title=title, **facts)
