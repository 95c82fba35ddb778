"""Piagam tim: drafted by the lead, handed to the heads of units, carried through, ended. Every step names who took it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.kernel.actions import notify
from jenjang.law.errors import Refused
from jenjang.projects import consents
from jenjang.projects.models import ExpectedResult, MemberRole, Membership, Project
from jenjang.projects.moves import hold, move_membership, move_project, refused
from jenjang.projects.people import accounts_of, require_person, working
from jenjang.projects.records import close_records

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@dataclass(frozen=True, slots=True)
class Charter:
    """Piagam sebagaimana ditulis."""

    title: str
    goal: str
    first: date
    last: date
    crosses_agencies: bool
    expected: Sequence[tuple[str, str]]
    share: int
    part: str


@transaction.atomic
def draft(*, charter: Charter, by: User) -> Project:
    """Menyusun tim: whoever drafts it leads it."""
    lead = require_person(by)
    project = Project(lead=lead, unit_id=working(lead.pk).unit)
    return _write(project, charter)


@transaction.atomic
def redraft(*, project: Project, charter: Charter, by: User) -> Project:
    """Mengubah piagam while it is a draft."""
    _require_lead(project, by)
    hold(project)
    if project.state != "rancangan":
        raise refused("Piagam hanya diubah selagi rancangan.")
    return _write(project, charter)


def _write(project: Project, charter: Charter) -> Project:
    if charter.last < charter.first:
        raise refused("Hari terakhir tidak dapat sebelum hari pertama.", code="last")
    if not charter.expected:
        raise refused("Sebut paling sedikit satu hasil yang diharapkan.", code="hasil_1")
    for name in ("title", "goal", "first", "last", "crosses_agencies"):
        setattr(project, name, getattr(charter, name))
    project.save()
    project.expected.all().delete()
    ExpectedResult.objects.bulk_create(
        ExpectedResult(project=project, order=place, text=text, target=target)
        for place, (text, target) in enumerate(charter.expected)
    )
    lead, _ = Membership.objects.update_or_create(
        project=project, role=MemberRole.LEAD,
        defaults={"employee_id": project.lead_id, "unit_id": project.unit_id, "share": charter.share, "part": charter.part},
    )  # fmt: skip
    _check_share(lead)
    return project


@transaction.atomic
def add_member(*, project: Project, employee: int, share: int, part: str, by: User, on: date) -> Membership:
    """Mengusulkan anggota; in a team that runs already the heads are asked at once."""
    _require_lead(project, by)
    hold(project)
    _require_open(project)
    person = working(employee)
    known = project.memberships.filter(employee=employee).first()
    if known is not None and known.state not in ("ditolak", "keluar"):
        raise refused(f"{person.name} sudah ada dalam tim ini.", code="pegawai")
    facts = {"unit_id": person.unit, "share": share, "part": part}
    if known is None:
        known = Membership.objects.create(project=project, employee_id=employee, **facts)
    else:
        move_membership(known, "diusulkan", by=by, since=None, until=None, **facts)
    _check_share(known)
    if project.state != "rancangan":
        consents.ask([known], by=by, on=on)
    return known


@transaction.atomic
def drop_member(*, membership: Membership, by: User, on: date, reason: str) -> None:
    """Mengeluarkan anggota, by the lead, or leaving by oneself; what was confirmed stays."""
    person = require_person(by)
    project = membership.project
    if person.pk not in (project.lead_id, membership.employee_id):
        raise refused("Hanya ketua tim atau anggota itu sendiri yang dapat melakukan ini.", code="ketua")
    if membership.role == MemberRole.LEAD:
        raise refused("Ketua tidak keluar dari timnya; hentikan tim ini bila tidak diteruskan.", code="reason")
    hold(project)
    membership.refresh_from_db(fields=["state"])
    consents.withdraw_open([membership], by=by)
    if membership.state == "diusulkan":
        move_membership(membership, "keluar", by=by, reason=reason)
    else:
        move_membership(membership, "keluar", by=by, reason=reason, until=on)
        close_records([membership], on=on)
    text = f"Keikutsertaan pada tim “{project.title}” berakhir: {reason}"
    others = [key for key in (project.lead_id, membership.employee_id) if key != person.pk]
    notify(users=accounts_of(others), text=text, url=project.get_absolute_url())
    consents.begin_when_settled(project, by=by)


@transaction.atomic
def propose(*, project: Project, by: User, on: date) -> None:
    """Mengajukan tim to the heads of the units whose time it takes."""
    _require_lead(project, by)
    hold(project)
    if not project.memberships.filter(role=MemberRole.MEMBER, state="diusulkan").exists():
        raise refused("Usulkan paling sedikit satu anggota dahulu.", code="anggota")
    if project.last < on:
        raise refused("Masa tim ini sudah lewat. Ubah harinya dahulu.", code="masa")
    move_project(project, "menunggu", by=by)
    rows = project.memberships.filter(state="diusulkan").select_related("project")
    consents.ask(rows, by=by, on=on)
    consents.begin_when_settled(project, by=by)


@transaction.atomic
def finish(*, project: Project, by: User, on: date) -> None:
    """Menyelesaikan tim: memberships end; whoever contributed may still tell it and have it confirmed."""
    _require_lead(project, by)
    hold(project)
    move_project(project, "selesai", by=by)
    _end(project, by=by, on=on, target="selesai")


@transaction.atomic
def stop(*, project: Project, by: User, on: date, reason: str) -> None:
    """Membatalkan sebelum berjalan, or stopping on the way, with a reason."""
    _require_lead(project, by)
    hold(project)
    was_running = project.state == "berjalan"
    move_project(project, "dihentikan" if was_running else "dibatalkan", by=by, reason=reason)
    _end(project, by=by, on=on, target="keluar", reason=reason)


def _end(project: Project, *, by: User, on: date, target: str, reason: str = "") -> None:
    consents.withdraw_open(project.memberships.all(), by=by)
    running = list(project.memberships.filter(state="aktif"))
    for membership in running:
        move_membership(membership, target, by=by, reason=reason, until=on)
    for membership in project.memberships.filter(state="diusulkan"):
        move_membership(membership, "keluar", by=by, reason=reason or "Tim selesai.")
    close_records(running, on=on)
    said = f"Tim “{project.title}” {_ENDED[project.state]}."
    people = [one.employee_id for one in running]
    notify(users=accounts_of(people), text=said, url=project.get_absolute_url())


_ENDED = {
    "selesai": "selesai; tulis kontribusi Anda bila belum",
    "dihentikan": "dihentikan",
    "dibatalkan": "dibatalkan",
}


def _check_share(membership: Membership) -> None:
    decision = consents.may_give(membership)
    if not decision.allowed:
        raise Refused(decision)


def _require_lead(project: Project, by: User) -> None:
    if require_person(by).pk != project.lead_id:
        raise refused("Hanya ketua tim yang dapat melakukan ini.", code="ketua")


def _require_open(project: Project) -> None:
    if project.state not in ("rancangan", "menunggu", "berjalan"):
        raise refused("Tim ini sudah berakhir.")
