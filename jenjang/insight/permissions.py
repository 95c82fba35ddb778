"""Wewenang atas temuan data: they name people and units of the whole agency."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

SIGNALS = permission(
    "temuan.lihat", "Melihat temuan data seluruh instansi",
    roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE],
)  # fmt: skip
READ_ANEW = permission(
    "temuan.baca_ulang", "Membaca ulang temuan data tanpa menunggu malam", roles=[Role.PERSONNEL_OFFICER]
)
