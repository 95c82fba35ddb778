"""Menu of insight."""

from jenjang.insight import permissions
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Temuan data", url_name="insight:signals", icon="search", group="Kota", order=20,
        permission=permissions.SIGNALS,
    ),
]  # fmt: skip
