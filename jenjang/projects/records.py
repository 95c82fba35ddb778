"""Riwayat peran tim: written once a membership when its first contribution is confirmed; talent reads it, nobody enters it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from jenjang import ledger
from jenjang.kernel.histories import Source
from jenjang.law.codes import TeamRole
from jenjang.personnel import actions as personnel
from jenjang.personnel.queries import standing_rows
from jenjang.projects.models import MemberRole, Membership, TeamRoleRecord

if TYPE_CHECKING:
    from jenjang.accounts.models import User

HAND = ledger.SYSTEM("tim")
_ROLES = {
    (MemberRole.LEAD, True): TeamRole.LEADER_CROSS,
    (MemberRole.LEAD, False): TeamRole.LEADER_INTERNAL,
    (MemberRole.MEMBER, True): TeamRole.MEMBER_CROSS,
    (MemberRole.MEMBER, False): TeamRole.MEMBER_INTERNAL,
}


def enter(membership: Membership, *, by: User, on: date) -> None:
    """Menulis riwayat: from the day the person came in until the team's last day, or the day it ended for the person."""
    if membership.since is None or _standing(membership, on) is not None:
        return
    until = membership.until or max(membership.project.last, membership.since)
    personnel.append(
        model=TeamRoleRecord, employee=membership.employee, effective_from=membership.since, by=by,
        source=Source.DECISION,
        facts={"role": role_of(membership).value, "name": membership.project.title, "until": until},
    )  # fmt: skip


def close_records(memberships: Iterable[Membership], *, on: date) -> None:
    """A team that ends on another day than it meant to: the records say so."""
    for membership in memberships:
        row = _standing(membership, on)
        if row is not None and row.until != on and row.effective_from <= on:
            reason = "Masa dalam tim berakhir pada hari lain daripada yang direncanakan."
            personnel.correct(record=row, facts={"until": on}, reason=reason, by=HAND, source=Source.DECISION)


def role_of(membership: Membership) -> TeamRole:
    """The role as the law of talent knows it."""
    return _ROLES[MemberRole(membership.role), membership.project.crosses_agencies]


def _standing(membership: Membership, on: date) -> TeamRoleRecord | None:
    day = max(on, membership.since or on)
    rows = standing_rows(TeamRoleRecord, membership.employee, day, None)
    wanted = (membership.project.title, role_of(membership).value, membership.since)
    return next((row for row in rows if (row.name, row.role, row.effective_from) == wanted), None)
