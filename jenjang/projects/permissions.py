"""Wewenang tim kerja. Whose team somebody sees or leads is decided by `scopes`."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

TAKE_PART = permission(
    "tim.sendiri", "Memimpin dan mengikuti tim kerja, menyetujui keikutsertaan anggota unit", roles=list(Role)
)
