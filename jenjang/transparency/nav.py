"""Links in the head of the open pages."""

from jenjang.ui.nav import PUBLIC, NavItem

items = [
    NavItem(label="Aturan", url_name="transparency:law", icon="scale", group=PUBLIC, order=20),
]
