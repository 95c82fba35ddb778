"""Matriks peran hasil: who contributes what to which result of the leader, also from other units. The leader writes, people take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.actions import account_of, notify
from jenjang.performance import scopes, years
from jenjang.performance.models import PerformanceYear, PlannedResult, RoleCell
from jenjang.performance.serving import STANDING
from jenjang.performance.skps import refused
from jenjang.performance.turns import take_turns
from jenjang.personnel.queries import accounts_of, current_by_nip

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee

CODE = "matriks"
Place = tuple[int, int]
"""Sel: the key of the leader's result and of the person."""


@transaction.atomic
def write_cells(*, year: PerformanceYear, cells: Mapping[Place, str], by: User) -> int:
    """Menulis sel matriks of the own results; an empty one is taken back. Who gets a role or another one is told."""
    years.require_running(year)
    leader = scopes.own_employee(by)
    if leader is None:
        raise refused("Matriks disusun pimpinan yang mempunyai SKP.", code=CODE)
    take_turns("matriks", leader.pk)
    own = PlannedResult.objects.filter(STANDING, skp__employee=leader, skp__year=year)
    results = {one.pk: one for one in own}
    if {result for result, _ in cells} - results.keys():
        raise refused("Kolom matriks hanya hasil kerja Anda sendiri. Muat halaman ini lagi.", code=CODE)
    there = {(one.leader_result_id, one.employee_id): one for one in RoleCell.objects.filter(leader_result__in=results)}
    touched: set[int] = set()
    changed = 0
    for place, text in cells.items():
        before = there.get(place)
        if text == (before.text if before else ""):
            continue
        changed += 1
        if text:
            touched.add(place[1])
        _write(place, text, before, by)
    _tell(touched, year)
    return changed


@transaction.atomic
def invite(*, year: PerformanceYear, result: PlannedResult, nip: str, text: str, by: User) -> RoleCell:
    """Melibatkan orang dari unit lain in a result of the leader: a role like any other, which that person may take."""
    found = current_by_nip(nip)
    if found is None or not found.active:
        raise refused("Tidak ada pegawai aktif dengan NIP ini.", code="nip")
    if found.employee_id == result.skp.employee_id:
        raise refused("Ini NIP Anda sendiri.", code="nip")
    if RoleCell.objects.filter(leader_result=result, employee=found.employee_id).exists():
        raise refused(f"{found.full_name} sudah mempunyai peran pada hasil kerja ini.", code="nip")
    write_cells(year=year, cells={(result.pk, found.employee_id): text}, by=by)
    return RoleCell.objects.get(leader_result=result, employee=found.employee_id)


def cells_for(employee: Employee, year: PerformanceYear) -> list[RoleCell]:
    """Peran yang diberikan pimpinan and not yet in the person's SKP."""
    standing = PlannedResult.objects.filter(STANDING, skp__year=year)
    rows = RoleCell.objects.filter(employee=employee, leader_result__in=standing, taken=None)
    return list(rows.select_related("leader_result__skp__employee__current").order_by("leader_result__order", "pk"))


def _write(place: Place, text: str, before: RoleCell | None, by: User) -> None:
    if before is None:
        RoleCell.objects.create(leader_result_id=place[0], employee_id=place[1], text=text, by=account_of(by))
    elif text:
        before.text, before.by = text, account_of(by)
        before.save(update_fields=["text", "by", "changed_at"])
    else:
        before.delete()


def _tell(people: set[int], year: PerformanceYear) -> None:
    notify(
        users=accounts_of(sorted(people)),
        text=f"Pimpinan memberi Anda peran dalam hasil kerjanya, {year.year}. Ambil ke SKP Anda bila sesuai.",
        url=f"/kinerja/?tahun={year.year}",
    )
