"""Rancangan massal: the unit officer prepares a draft for everybody who has none. It stays the person's to finish and hand in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from jenjang.kernel.actions import notify
from jenjang.kernel.jobs import start as start_job
from jenjang.law.errors import Refused
from jenjang.organization.queries import subtree_ids
from jenjang.performance import copying, scopes, skps, years
from jenjang.performance.appraisers import Chain
from jenjang.performance.models import SKP, PerformanceYear
from jenjang.personnel.queries import accounts_of, people_of_units

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User
    from jenjang.kernel.models import Job
    from jenjang.personnel.models import EmployeeCurrent

WAYS: dict[str, tuple[str, Sequence[str]]] = {
    "sebelumnya": ("Salinan SKP sebelumnya, dilengkapi contoh unit dan jabatan", (copying.FORMER, copying.UNIT, copying.POST)),
    "contoh": ("Contoh unit dan jabatan saja", (copying.UNIT, copying.POST)),
    "kosong": ("Rancangan kosong", ()),
}  # fmt: skip
"""From what the drafts are made: what it is called, and the sources that are used."""


def without_skp(year: PerformanceYear, units: Collection[int]) -> QuerySet[EmployeeCurrent]:
    """Pegawai aktif yang belum mempunyai SKP in a year, of these units, by name."""
    has = SKP.objects.filter(year=year, employee=OuterRef("employee_id"), until=None).exclude(state="dibatalkan")
    return people_of_units(units).exclude(Exists(has)).order_by("name", "employee_id")


def prepare_for_all(*, unit: Any, year: PerformanceYear, way: str, by: User) -> Job:
    """Menyiapkan rancangan for the people of a unit and below who have none: in the background, and again if it was killed."""
    from jenjang.performance.jobs import prepare_skps

    years.require_running(year)
    if not scopes.cares_for(by, unit.pk):
        raise skps.refused("Unit ini tidak Anda kelola.", code="unit")
    title = f"Menyiapkan rancangan SKP {year.year}: {unit.name}"
    return start_job(prepare_skps, by=by, title=title[:200], year=year.pk, unit=unit.pk, way=way, user=by.pk)


def waiting(year: PerformanceYear, unit: int) -> list[Any]:
    """Whose draft is still to be prepared: of the unit and all below it."""
    return [row.employee for row in without_skp(year, subtree_ids([unit])).select_related("employee")]


@transaction.atomic
def prepare(*, employee: Any, year: PerformanceYear, way: str, by: User, on: date, line: Chain) -> str:
    """Menyiapkan satu rancangan. Gives why there is none, or nothing; who has begun meanwhile keeps the own."""
    try:
        with transaction.atomic():
            skp = skps.start(employee=employee, year=year, by=by, on=on, line=line)
            sources = copying.sources_for(skp, WAYS[way][1]) if WAYS[way][1] else []
            copying.take_over(skp, sources, on=on)
    except Refused as refusal:
        return str(refusal)
    notify(
        users=accounts_of([skp.employee_id]),
        text=f"Rancangan SKP {year.year} disiapkan petugas unit. Periksa, lengkapi, lalu ajukan.",
        url=skp.get_absolute_url(),
    )
    return ""
