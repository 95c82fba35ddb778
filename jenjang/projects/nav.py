"""Menu of team projects."""

from jenjang.projects.permissions import TAKE_PART
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Tim kerja",
        url_name="projects:list",
        icon="handshake",
        group="Bekerja sama",
        order=40,
        permission=TAKE_PART,
    ),
]
