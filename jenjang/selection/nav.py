"""Menu of selections."""

from jenjang.selection.permissions import ASSESS, OBJECTION_ANSWER, OWN_SELECTION, VACANCY_VIEW
from jenjang.ui.nav import NavItem

items = [
    NavItem(
        label="Lowongan", url_name="selection:vacancies", icon="briefcase", group="Karier", permission=VACANCY_VIEW,
        tab=True, order=1,
    ),
    NavItem(
        label="Seleksi dan hasil", url_name="selection:own_results", icon="scale", group="Karier saya",
        permission=OWN_SELECTION, order=1, spare_tab=True, short="Seleksi",
    ),
    NavItem(
        label="Menilai calon", url_name="selection:mine", icon="list-checks", group="Seleksi", permission=ASSESS, tab=True,
        short="Menilai", order=1,
    ),
    NavItem(
        label="Seleksi terbuka", url_name="selection:applications", icon="inbox", group="Karier saya", order=2,
        spare_tab=True, short="Melamar",
    ),
    NavItem(
        label="Keberatan", url_name="selection:objections", icon="message-square", group="Karier",
        permission=OBJECTION_ANSWER, order=3,
    ),
]  # fmt: skip
