"""Yang menunggu dalam perencanaan: for a person the own SKP, for a leader what waits for agreement, for an officer who has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from jenjang.accounts.queries import law_for, once, user_can
from jenjang.accounts.roles import Role
from jenjang.accounts.todo import Item
from jenjang.performance import drafting, periods, queries_units, scopes, years
from jenjang.performance.models import PerformanceYear
from jenjang.performance.permissions import UNIT_AGREE, UNIT_PLAN
from jenjang.performance.queries_desk import (
    OWN,
    WAITS,
    WRITTEN,
    DeskRow,
    desk_of,
    plans_to_write,
    sent_back_because,
    waiting_plans,
    without_plan,
)
from jenjang.personnel.queries import current_of
from jenjang.ui import formats

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User
    from jenjang.law.parameters import LawOn


def for_person(user: User, day: date) -> Iterator[Item]:
    """SKP sendiri: not begun, sent back, not handed in (also of an earlier position), or for one that is held no longer."""
    found = [row for row in desk_of(user, day) if row.what == OWN]
    newest = found[-1] if found else None
    yield from (_unfinished(row, None) for row in found[:-1] if row.state in WRITTEN)
    if newest is not None and newest.has_moved:
        yield Item(
            "Susun SKP jabatan yang baru", f"Jabatan Anda sekarang {newest.post}.", reverse("performance:own"), "Mulai"
        )
    elif newest is None or newest.until is not None:
        yield from _not_begun(user, day)
    elif newest.state in WRITTEN:
        yield _unfinished(newest, periods.agree_by(day.year, law_for(user, day), begins=newest.effective_from))


def _not_begun(user: User, day: date) -> Iterator[Item]:
    current = current_of(user)
    if current is None or not current.active or current.unit_id is None:
        return
    year = _running(user, day)
    if year is not None:
        due = periods.begin_by(year.year, law_for(user, day), begins=current.position_since)
        title = f"Mulai SKP {year.year}"
        yield Item(title, "Anda belum mempunyai SKP tahun ini.", reverse("performance:own"), "Mulai", due)


def _running(user: User, day: date) -> PerformanceYear | None:
    """The year that runs; asked once a request."""
    return once(user, "kinerja.tahun", lambda: years.running_year(day.year))


def _unfinished(row: DeskRow, due: date | None) -> Item:
    when = due if row.state == "rancangan" else None
    reason = sent_back_because(row.pk)
    if reason is not None:
        return Item("Perbaiki SKP yang dikembalikan", reason, row.url, "Buka", when)
    title = f"Lengkapi dan ajukan SKP {row.year}" if row.state == "rancangan" else "Selesaikan perubahan SKP"
    return Item(title, row.title, row.url, "Lanjutkan", when)


def for_leader(user: User, day: date) -> Iterator[Item]:
    """SKP dan perjanjian unit yang menunggu persetujuan."""
    waiting = [row for row in desk_of(user, day) if row.what == WAITS]
    if waiting:
        year = waiting[0].year
        one = len(waiting) == 1
        text = waiting[0].name if one else f"{formats.whole(len(waiting))} orang dalam tim Anda"
        url = waiting[0].url if one else f"{reverse('performance:team')}?tahun={year}"
        yield Item("Tetapkan SKP yang diajukan", text, url, "Baca", _agree_by(waiting, law_for(user, day)))
    for proposal in queries_units.proposals_for(user, day):
        url = reverse("performance:unit", args=[proposal.unit_id, proposal.year.year])
        yield Item("Sepakati perjanjian kinerja unit", proposal.unit.name, url, "Baca")


def _agree_by(waiting: Sequence[DeskRow], law: LawOn) -> date | None:
    """The nearest day; a change of what was agreed has none."""
    days = [periods.agree_by(row.year, law, begins=row.effective_from) for row in waiting if not row.version]
    return min((day for day in days if day), default=None)


def for_unit_officer(user: User, day: date) -> Iterator[Item]:
    """Pegawai unit yang belum mempunyai SKP, once the day for beginning it is over."""
    if Role.UNIT_OFFICER not in scopes.powers(user).roles or not user_can(user, UNIT_PLAN, day):
        return
    year, units, law = _running(user, day), scopes.units_in_care(user), law_for(user, day)
    if year is None or units is None or day <= periods.draft_by(year.year, law):
        return
    many = drafting.without_skp(year, units).count()
    if many:
        text = "Rancangan dapat disiapkan untuk mereka sekaligus."
        yield Item(f"{formats.whole(many)} pegawai belum mempunyai SKP {year.year}", text, _officer_url(year, units), "Siapkan", periods.agree_by(year.year, law))  # fmt: skip


def _officer_url(year: PerformanceYear, units: list[int]) -> str:
    if len(units) == 1:
        return reverse("performance:prepare", args=[units[0], year.year])
    return f"{reverse('performance:units')}?tahun={year.year}"


def _own_plans(user: User, day: date) -> Sequence[QuerySet[Any]]:
    return (plans_to_write(user, day), without_plan(user, day))


def _waiting_plans(user: User, day: date) -> Sequence[QuerySet[Any]]:
    return (
        (waiting_plans(user), queries_units.open_proposals())
        if user_can(user, UNIT_AGREE, day)
        else (waiting_plans(user),)
    )


GATES = {for_person: _own_plans, for_leader: _waiting_plans, for_unit_officer: None}
"""Each provider with the rows without which it has nothing to say."""
