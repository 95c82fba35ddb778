"""Persetujuan pimpinan unit: asked of the head of the member's unit and of the lead's, with a clock; silence climbs, it never consents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q, Sum

from jenjang import ledger
from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import notify
from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.law.workdays import working_calendar
from jenjang.performance.turns import take_turns
from jenjang.projects import scopes
from jenjang.projects.models import Consent, ConsentSide, MemberRole, Membership, Project
from jenjang.projects.moves import hold, move_consent, move_membership, move_project, refused
from jenjang.projects.people import Chain, accounts_of, colleagues, line_above
from jenjang.projects.rules.share import ShareFacts, ShareResult, decide_share

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.law.decisions import Decision

CLOCK = ledger.SYSTEM("tenggat")
NOBODY_LEFT = 0


def ask(memberships: Iterable[Membership], *, by: User, on: date) -> None:
    """Meminta persetujuan: each head once for a person; who leads that person's unit and the team has said yes by proposing."""
    rows = list(memberships)
    line = line_above({row.unit_id for row in rows} | {rows[0].project.unit_id}, on) if rows else None
    for membership in rows:
        asked = _asked_of(membership, line) if line else {}
        for head, side in asked.items():
            _ask_one(membership, side, head or None, on)
        if not asked:
            _take_in(membership, by=by, on=on)


def _asked_of(membership: Membership, line: Chain) -> dict[int, str]:
    """The heads to ask and for whom they speak; nobody about oneself, and not the lead about own people."""
    project = membership.project
    sides = [(ConsentSide.LEAD, line.appraiser_of(project.lead_id, project.unit_id))]
    if membership.role == MemberRole.MEMBER:
        sides.insert(0, (ConsentSide.MEMBER, line.appraiser_of(membership.employee_id, membership.unit_id)))
    asked: dict[int, str] = {}
    for side, head in sides:
        is_party = head in (project.lead_id, membership.employee_id)
        if not is_party:
            asked.setdefault(head or NOBODY_LEFT, side)
    return asked


def _ask_one(
    membership: Membership, side: str, head: int | None, on: date, follows: Consent | None = None
) -> Consent:  # fmt: skip
    law = law_on(on)
    due = working_calendar(law).add(on, law["kinerja.tim.tenggat_persetujuan"].value)
    consent = Consent.objects.create(
        membership=membership, side=side, asked_of_id=head, asked_on=on, due=due, follows=follows
    )
    users = accounts_of([head]) if head else list(holders_of(Role.APPOINTING_AUTHORITY))
    text = f"Tim “{membership.project.title}” meminta persetujuan Anda untuk keikutsertaan seorang pegawai."
    notify(users=users, text=text, url=f"/tim-kerja/persetujuan/{consent.pk}/")
    return consent


@transaction.atomic
def decide(*, consent: Consent, agreed: bool, by: User, on: date, reason: str = "") -> None:
    """Menyetujui atau menolak, by whom it was asked of. All have agreed: the person is in. One refuses: not."""
    if not scopes.consents_for(by).filter(pk=consent.pk).exists():
        raise refused("Persetujuan ini tidak diminta dari Anda.", code="pimpinan")
    membership = consent.membership
    hold(membership.project)
    membership.refresh_from_db(fields=["state", "share"])
    if agreed:
        decision = may_give(membership)
        if not decision.allowed:
            raise Refused(decision)
    move_consent(consent, "disetujui" if agreed else "ditolak", by=by, reason=reason)
    if not agreed:
        _refuse(membership, by=by, reason=reason)
    elif not membership.consents.filter(state="diminta").exists():
        _take_in(membership, by=by, on=on)
    begin_when_settled(membership.project, by=by)


def may_give(membership: Membership) -> Decision[ShareResult]:
    """Whether the share of time fits beside other teams of the same days (`tim.porsi`)."""
    take_turns("porsi", membership.employee_id)
    project = membership.project
    others = Membership.objects.filter(
        Q(state="aktif"), employee=membership.employee_id, project__first__lte=project.last,
        project__last__gte=project.first,
    ).exclude(project=project)  # fmt: skip
    held = others.aggregate(held=Sum("share"))["held"] or 0
    return decide_share(ShareFacts(membership.share, held), law_on(project.first))


def _take_in(membership: Membership, *, by: User, on: date) -> None:
    since = max(on, membership.project.first)
    move_membership(membership, "aktif", by=by, since=since)
    text = f"Anda menjadi {membership.get_role_display().lower()} tim “{membership.project.title}”."
    notify(users=accounts_of([membership.employee_id]), text=text, url=membership.project.get_absolute_url())


def _refuse(membership: Membership, *, by: User, reason: str) -> None:
    """A member is left out; without the lead the whole team goes back to the draft."""
    project = membership.project
    if membership.role == MemberRole.LEAD:
        withdraw_open(project.memberships.all(), by=by)
        move_project(project, "rancangan", by=by, reason=reason)
    else:
        withdraw_open([membership], by=by)
        move_membership(membership, "ditolak", by=by, reason=reason)
    text = f"Keikutsertaan pada tim “{project.title}” tidak disetujui: {reason}"
    notify(users=accounts_of([project.lead_id]), text=text, url=project.get_absolute_url())


def withdraw_open(memberships: Iterable[Membership], *, by: User) -> None:
    """What was asked and is needed no longer."""
    for consent in Consent.objects.filter(membership__in=list(memberships), state="diminta").select_related(
        "membership"
    ):
        move_consent(consent, "gugur", by=by)


def begin_when_settled(project: Project, *, by: User) -> None:
    """A team begins when nothing is asked any more and its lead may lead."""
    project.refresh_from_db(fields=["state"])
    waiting = Consent.objects.filter(membership__project=project, state="diminta").exists()
    lead = project.memberships.filter(role=MemberRole.LEAD, state="aktif").exists()
    if project.state == "menunggu" and lead and not waiting:
        move_project(project, "berjalan", by=by)
        text = f"Tim “{project.title}” mulai berjalan."
        people = list(project.memberships.filter(state="aktif").values_list("employee_id", flat=True))
        notify(users=accounts_of(people), text=text, url=project.get_absolute_url())


def escalate_lapsed(on: date) -> int:
    """Menaikkan yang lewat tenggat to the next above; what waits for the head of the region waits on. Gives how many climbed."""
    lapsed = Consent.objects.filter(state="diminta", due__lt=on, asked_of__isnull=False)
    return sum(_escalate(pk, on) for pk in lapsed.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _escalate(pk: int, on: date) -> bool:
    consent = Consent.objects.select_related("membership__project").get(pk=pk)
    membership = consent.membership
    hold(membership.project)
    consent.refresh_from_db(fields=["state"])
    if consent.state != "diminta" or consent.asked_of_id is None:
        return False
    place = colleagues([consent.asked_of_id])[consent.asked_of_id].unit
    above = line_above([place] if place else [], on).appraiser_of(consent.asked_of_id, place)
    move_consent(consent, "dinaikkan", by=CLOCK)
    if above in (membership.employee_id, membership.project.lead_id):
        above = None
    if not membership.consents.filter(
        state="diminta", asked_of=above
    ).exists():  # else one answer speaks for both sides
        _ask_one(membership, consent.side, above, on, follows=consent)
    return True
