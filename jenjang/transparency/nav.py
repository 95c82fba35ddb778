"""Links in the head of the open pages."""

from jenjang.ui.nav import PUBLIC, NavItem

items = [
    NavItem(label="Lowongan", url_name="transparency:vacancies", icon="briefcase", group=PUBLIC, order=10),
    NavItem(label="Aturan", url_name="transparency:law", icon="scale", group=PUBLIC, order=20),
    NavItem(label="Periksa keaslian", url_name="transparency:check", icon="shield-check", group=PUBLIC, order=30),
    NavItem(label="Data terbuka", url_name="transparency:opendata", icon="file-text", group=PUBLIC, order=40),
]
