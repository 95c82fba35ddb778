"""Menu impor."""

from jenjang.siasn import queries
from jenjang.siasn.permissions import IMPORT
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Impor SIASN", url_name="siasn:imports", icon="upload", group="Pekerjaan", order=30, permission=IMPORT, rows=lambda user: queries.waiting_for_review()
    ),
]  # fmt: skip
