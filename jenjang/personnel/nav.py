"""Menu of personnel."""

from django.http import HttpRequest

from jenjang.personnel import permissions, queries
from jenjang.ui.nav import NavItem


def is_own(request: HttpRequest) -> bool:
    """The own profile and what hangs on it stand among everybody's, but belong to the person."""
    return request.path.startswith(f"/pegawai/{request.user.get_username()}/")


items = [
    NavItem(
        label="Data saya", url_name="personnel:own", icon="user", group="Data saya", tab=True, order=10, owns=is_own
    ),
    NavItem(
        label="Nominatif", url_name="personnel:people", icon="users", group="Pegawai", tab=True, short="Pegawai",
        order=10, permission=permissions.EMPLOYEE_LIST,
    ),
    NavItem(
        label="Perbaikan data", url_name="personnel:requests", icon="inbox", group="Pekerjaan", order=20,
        permission=permissions.CORRECTION_SETTLE, rows=queries.waiting_requests,
    ),
    NavItem(
        label="Peta jabatan", url_name="personnel:map", icon="landmark", group="Pegawai", order=20,
        permission=permissions.POSITION_MAP_VIEW,
    ),
    NavItem(
        label="Unit", url_name="personnel:units", icon="network", group="Pegawai", order=30,
        permission=permissions.POSITION_MAP_VIEW,
    ),
]  # fmt: skip
