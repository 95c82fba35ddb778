"""Riwayat peran dalam tim, as the profile shows it."""

from jenjang.law.codes import TeamRole
from jenjang.personnel.kinds import HistoryKind, joined, labels_of
from jenjang.projects.models import TeamRoleRecord

ROLES = labels_of(TeamRole)

kinds = [
    HistoryKind(
        "tim", "Tim", TeamRoleRecord, ("role", "name", "until"), order=55,
        summary=lambda row: joined(ROLES.get(row.role, row.role), row.name), choices={"role": ROLES},
    ),
]  # fmt: skip
