"""Wewenang kompetensi."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

STANDARD_CHANGE = permission(
    "standar_kompetensi.ubah", "Menetapkan standar kompetensi jabatan", roles=[Role.PERSONNEL_OFFICER]
)
