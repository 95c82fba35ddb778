"""Hasil kerja tambahan dari pekerjaan di luar unit: what others confirmed comes into the SKP by itself, with what was done.

Slices above call this; nobody enters the same work twice. Where the SKP stands agreed, a new version is sealed: the unit's
head consented to the work before it began (PermenPANRB 6/2022: hasil kerja tambahan dapat timbul sepanjang tahun).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.actions import notify
from jenjang.law.errors import Refused
from jenjang.performance import progress, skps, years
from jenjang.performance.models import SKP, Aspect, DialogueNote, PerformanceIndicator, PlannedResult, ResultKind
from jenjang.performance.progress import OVER
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee


@dataclass(frozen=True, slots=True)
class ConfirmedWork:
    """Pekerjaan yang sudah dikonfirmasi: `origin` names where it comes from, `key` the one piece of it that is told now."""

    origin: str
    source: str
    text: str
    indicator: str
    target: str
    said: str
    key: str


@transaction.atomic
def add(*, employee: Employee, work: ConfirmedWork, by: User, on: date) -> PlannedResult | None:
    """Masuk sebagai hasil kerja tambahan, once an origin, and as an entry of progress, once a key; None while there is no SKP."""
    skp = _running_skp(employee, by, on)
    if skp is None:
        return None
    result = skp.results.filter(origin=work.origin).first() or _added(skp, work, by, on)
    progress.enter_for(result=result, text=work.said, on=on, key=work.key)
    return result


def _added(skp: SKP, work: ConfirmedWork, by: User, on: date) -> PlannedResult:
    result = PlannedResult.objects.create(
        skp=skp, order=skp.results.count(), kind=ResultKind.ADDITIONAL, text=work.text, origin=work.origin
    )
    PerformanceIndicator.objects.create(result=result, aspect=Aspect.QUALITY, text=work.indicator, target=work.target)
    said = f"Hasil kerja tambahan masuk dari {work.source}: {work.text}"
    DialogueNote.objects.create(skp=skp, result=result, text=said[:1000], author=by)
    if skp.state == "ditetapkan":
        skps.seal_version(skp, by=by, on=on, reason=f"Hasil kerja tambahan dari {work.source}")
    people = [skp.employee_id, *([skp.appraiser_id] if skp.appraiser_id else [])]
    notify(users=accounts_of(people), text=said, url=skp.get_absolute_url())
    return result


def _running_skp(employee: Employee, by: User, on: date) -> SKP | None:
    """The SKP of the position held now; begun as a draft when the year runs and there is none."""
    year = years.running_year(on.year)
    if year is None:
        return None
    found = _standing(employee, on)
    if found is None:
        try:
            with transaction.atomic():
                skps.start(employee=employee, year=year, by=by, on=on)
        except Refused:
            return None
        found = _standing(employee, on)
    return found


def _standing(employee: Employee, on: date) -> SKP | None:
    rows = SKP.objects.select_for_update(of=("self",)).filter(employee=employee, year__year=on.year, until=None)
    return rows.exclude(state__in=OVER).order_by("-effective_from", "-pk").first()
