"""Wewenang impor: who may bring in BKN's sheets."""

from jenjang.accounts.permissions import permission
from jenjang.accounts.roles import Role

IMPORT = permission("impor.kelola", "Mengimpor data dari SIASN", roles=[Role.PERSONNEL_OFFICER])
