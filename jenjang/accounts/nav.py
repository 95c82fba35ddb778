"""Menu of accounts."""

from jenjang.accounts import permissions
from jenjang.ui.nav import NavItem

items = [
    NavItem(label="Beranda", url_name="accounts:home", icon="house", group="Saya", tab=True, order=1),
    NavItem(label="Akun saya", url_name="accounts:account", icon="user", group="Akun", order=1),
    NavItem(
        label="Peran", url_name="accounts:roles", icon="users", group="Akun", order=2, permission=permissions.ROLE_VIEW
    ),
    NavItem(
        label="Akun pegawai", url_name="accounts:accounts", icon="key-round", group="Akun", order=3,
        permission=permissions.ACCOUNT_MANAGE,
    ),
    NavItem(
        label="Buku besar", url_name="ledger:entries", icon="shield-check", group="Kota",
        permission=permissions.LEDGER_READ, order=90,
    ),
]  # fmt: skip
