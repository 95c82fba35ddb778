"""Kontribusi: the member tells, the lead confirms; from there it goes into the SKP and into the history of roles by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import notify
from jenjang.performance import additional
from jenjang.performance.additional import ConfirmedWork
from jenjang.projects import records, scopes
from jenjang.projects.models import Contribution, MemberRole, Membership
from jenjang.projects.moves import hold, move_contribution, refused
from jenjang.projects.people import accounts_of, require_person
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@transaction.atomic
def write(*, membership: Membership, text: str, by: User, on: date) -> Contribution:
    """Menulis kontribusi, or writing anew what was sent back. One waits at a time."""
    if require_person(by).pk != membership.employee_id:
        raise refused("Kontribusi ditulis oleh anggota itu sendiri.", code="pemilik")
    hold(membership.project)
    membership.refresh_from_db(fields=["state"])
    if membership.state not in scopes.IN_TEAM:
        raise refused("Kontribusi ditulis oleh yang menjadi anggota tim ini.", code="kontribusi")
    waiting = membership.contributions.exclude(state="dikonfirmasi").first()
    if waiting is not None and waiting.state == "diajukan":
        raise refused("Kontribusi sebelumnya masih menunggu konfirmasi.", code="kontribusi")
    if waiting is None:
        waiting = Contribution.objects.create(membership=membership, text=text, submitted_on=on)
    else:
        move_contribution(waiting, "diajukan", by=by, text=text, submitted_on=on)
    url = f"/tim-kerja/kontribusi/{waiting.pk}/"
    said = f"Kontribusi pada tim “{membership.project.title}” menunggu konfirmasi Anda."
    notify(users=_who_confirms(membership), text=said, url=url)
    return waiting


@transaction.atomic
def confirm(*, contribution: Contribution, by: User, on: date) -> None:
    """Mengonfirmasi: sealed, into the SKP as an additional result, into the history of team roles. Twice it is refused."""
    _require_confirmer(contribution, by)
    hold(contribution.membership.project)
    contribution.refresh_from_db()
    move_contribution(contribution, "dikonfirmasi", by=by, confirmed_on=on, confirmed_by=by)
    records.enter(contribution.membership, by=by, on=on)
    flow(contribution, on=on)
    text = f"Kontribusi Anda pada tim “{contribution.membership.project.title}” dikonfirmasi."
    url = contribution.membership.project.get_absolute_url()
    notify(users=accounts_of([contribution.membership.employee_id]), text=text, url=url)


@transaction.atomic
def send_back(*, contribution: Contribution, by: User, reason: str) -> None:
    """Mengembalikan dengan alasan."""
    _require_confirmer(contribution, by)
    hold(contribution.membership.project)
    contribution.refresh_from_db()
    move_contribution(contribution, "dikembalikan", by=by, reason=reason)
    project = contribution.membership.project
    text = f"Kontribusi Anda pada tim “{project.title}” dikembalikan: {reason}"
    notify(users=accounts_of([contribution.membership.employee_id]), text=text, url=project.get_absolute_url())


def flow(contribution: Contribution, *, on: date) -> bool:
    """Mengalirkan ke SKP; without an SKP it waits and is tried again every night."""
    membership, by = contribution.membership, contribution.confirmed_by
    project = membership.project
    if by is None:
        return False
    work = ConfirmedWork(
        origin=f"tim:{project.pk}", source=f"tim “{project.title}”", text=membership.part,
        indicator=f"Kontribusi sebagai {membership.get_role_display().lower()} tim “{project.title}” dikonfirmasi",
        target=f"sampai {formats.long_date(project.last)}", said=contribution.text, key=f"tim-{contribution.pk}",
    )  # fmt: skip
    result = additional.add(employee=membership.employee, work=work, by=by, on=on)
    if result is None:
        return False
    contribution.result = result
    Contribution.objects.filter(pk=contribution.pk).update(result=result)
    return True


def flow_waiting(on: date) -> int:
    """What was confirmed before there was an SKP; gives how many came in."""
    rows = Contribution.objects.filter(state="dikonfirmasi", result=None, confirmed_on__year=on.year)
    return sum(flow(one, on=on) for one in rows.select_related("membership__project", "confirmed_by").order_by("pk"))


def _require_confirmer(contribution: Contribution, by: User) -> None:
    if not scopes.confirms(by).filter(pk=contribution.pk).exists():
        raise refused("Kontribusi ini dikonfirmasi oleh orang lain.", code="ketua")


def _who_confirms(membership: Membership) -> list[User]:
    """The lead; of the lead whoever consented to the lead."""
    if membership.role == MemberRole.MEMBER:
        return accounts_of([membership.project.lead_id])
    asked = membership.consents.filter(state="disetujui").values_list("asked_of_id", flat=True)
    if None in asked:
        return list(holders_of(Role.APPOINTING_AUTHORITY))
    return accounts_of(list(asked))
