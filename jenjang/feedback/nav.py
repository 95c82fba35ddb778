"""Menu of feedback."""

from jenjang.feedback import permissions
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Umpan balik", url_name="feedback:own", icon="message-square", group="Bekerja sama", order=30,
        permission=permissions.OWN,
    ),
    NavItem(
        label="Apresiasi", url_name="feedback:wall", icon="heart-handshake", group="Bekerja sama", order=32,
        permission=permissions.VIEW,
    ),
    NavItem(
        label="360 derajat", url_name="feedback:round", icon="users-round", group="Bekerja sama", order=34,
        permission=permissions.OWN,
    ),
    NavItem(
        label="Denyut", url_name="feedback:pulse", icon="trending-up", group="Bekerja sama", order=36,
        permission=permissions.VIEW,
    ),
    NavItem(
        label="Putaran 360°", url_name="feedback:rounds", icon="settings", group="Kinerja instansi", order=62,
        permission=permissions.WATCH,
    ),
]  # fmt: skip
