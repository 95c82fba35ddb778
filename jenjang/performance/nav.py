"""Menu of performance."""

from jenjang.performance import permissions
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Catat kemajuan", url_name="performance:record", icon="pencil", group="Kinerja", order=5,
        permission=permissions.OWN,
    ),
    NavItem(
        label="Progres tim", url_name="performance:team_progress", icon="trending-up", group="Kinerja", order=15,
        permission=permissions.UNIT_AGREE,
    ),
    NavItem(
        label="Pantau kinerja", url_name="performance:board", icon="eye", group="Kinerja", order=60, permission=permissions.STEER
    ),
    NavItem(
        label="Angka kredit", url_name="performance:own_credit", icon="award", group="Kinerja", order=70, permission=permissions.OWN
    ),
    NavItem(
        label="IP ASN", url_name="performance:own_index", icon="grid-3x3", group="Kinerja", order=80,
        permission=permissions.OWN,
    ),
]  # fmt: skip
