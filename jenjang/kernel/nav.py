"""Menu of the ground."""

from jenjang.ui.nav import NavItem

items = [
    NavItem(label="Kebijakan", url_name="kernel:policies", icon="scale", group="Rujukan", order=30),
]
