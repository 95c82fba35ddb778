"""Pejabat penilai unit yang ditunjuk: where no head seat says who appraises, the personnel office names somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from jenjang.kernel.actions import notify
from jenjang.performance import years
from jenjang.performance.appraisers import Chain, chain
from jenjang.performance.models import SKP, UnitAppraiser
from jenjang.performance.skps import OVER, give_to, refused
from jenjang.personnel.queries import accounts_of, current_by_nip

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CODE = "penilai"
_PEOPLED = """
SELECT u.id, u.name, t.active FROM organization_orgunit u JOIN personnel_unittally t ON t.unit_id = u.id
WHERE u.closed_on IS NULL AND t.active > 0
  AND NOT EXISTS (SELECT FROM organization_seat s WHERE s.unit_id = u.id AND s.is_head AND s.closed_on IS NULL)
ORDER BY u.name, u.id
"""


@dataclass(frozen=True, slots=True)
class Headless:
    """Unit tanpa jabatan pemimpin: how many people it has, who was named, and who appraises them now."""

    unit: int
    name: str
    people: int
    named: int | None
    appraiser: int | None


def without_head_seat(day: date) -> list[Headless]:
    """Unit yang mempunyai pegawai tetapi tanpa jabatan pemimpin; a few queries for the whole city."""
    line = chain(day)
    named = {
        row.unit_id: row.appraiser_id
        for row in UnitAppraiser.objects.filter(since__lte=day).order_by("unit", "-since", "-pk").distinct("unit")
    }
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLED)
        rows = cursor.fetchall()
    return [Headless(unit, name, people, named.get(unit), line.appraiser_of(0, unit)) for unit, name, people in rows]


@transaction.atomic
def name_for_unit(*, unit: Any, nip: str, since: date, decree_number: str, by: User, on: date) -> UnitAppraiser:
    """Menunjuk pejabat penilai suatu unit. Open SKP of its people go over from whoever appraised them for want of another."""
    found = current_by_nip(nip)
    if found is None or not found.active:
        raise refused("Tidak ada pegawai aktif dengan NIP ini.", code="nip")
    if unit.pk not in {one.unit for one in without_head_seat(on)}:
        raise refused("Unit ini mempunyai jabatan pemimpin; pemegangnya yang menilai.", code=CODE)
    before = chain(on)
    made = years.name_appraiser(
        unit=unit, appraiser=found.employee, since=since, decree_number=decree_number, by=by
    )  # fmt: skip
    _go_over(unit.pk, before, chain(on))
    notify(
        users=accounts_of([found.employee_id]),
        text=f"Anda ditunjuk sebagai pejabat penilai kinerja pegawai {unit.name}.",
        url="/kinerja/tim/",
    )
    return made


def _go_over(unit: int, before: Chain, after: Chain) -> None:
    """SKP that were appraised by whom the line gave before are appraised by whom it gives now; a chosen appraiser stays."""
    for skp in SKP.objects.filter(unit=unit, year__state="berjalan", until=None).exclude(state__in=OVER):
        was, now = before.appraiser_of(skp.employee_id, unit), after.appraiser_of(skp.employee_id, unit)
        if was != now and skp.appraiser_id == was:
            give_to(skp, now)
