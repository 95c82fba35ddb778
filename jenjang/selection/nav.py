"""Menu of selections."""

from jenjang.selection.permissions import OWN_SELECTION, VACANCY_VIEW
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Lowongan", url_name="selection:vacancies", icon="briefcase", group="Karier", permission=VACANCY_VIEW,
        tab=True, order=1,
    ),
    NavItem(
        label="Seleksi dan hasil", url_name="selection:own_results", icon="scale", group="Karier saya",
        permission=OWN_SELECTION, order=1,
    ),
]  # fmt: skip
