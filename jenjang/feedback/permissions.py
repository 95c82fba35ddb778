"""Wewenang umpan balik. Whose notes somebody reads is decided by `relations`, not by a role."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

OWN = permission(
    "umpan_balik.sendiri", "Memberi, meminta, dan membaca umpan balik dan apresiasi; mengisi 360° dan denyut",
    roles=[Role.EMPLOYEE, Role.APPOINTING_AUTHORITY],
)  # fmt: skip
VIEW = permission(
    "umpan_balik.lihat", "Melihat apresiasi dan denyut suasana kerja",
    roles=[role for role in Role if role is not Role.PANEL],
)  # fmt: skip
WATCH = permission(
    "umpan_balik.pantau", "Memantau putaran 360° dan denyut semua unit: berapa yang mengisi, bukan siapa",
    roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE],
)  # fmt: skip
MANAGE = permission(
    "umpan_balik.kelola", "Membuka dan menutup putaran 360° dan denyut, menyembunyikan apresiasi yang tidak patut",
    roles=[Role.PERSONNEL_OFFICER],
)  # fmt: skip
