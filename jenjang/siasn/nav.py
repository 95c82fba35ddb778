"""Menu impor."""

from django.http import HttpRequest

from jenjang.siasn import queries
from jenjang.siasn.permissions import IMPORT
from jenjang.ui.nav import NavItem


def waiting(request: HttpRequest) -> int | None:
    return len(queries.all_waiting(request.user)) or None


items = [
    NavItem(
        label="Impor SIASN", url_name="siasn:imports", icon="upload", group="Pekerjaan", order=30, permission=IMPORT, count=waiting
    ),
]  # fmt: skip
