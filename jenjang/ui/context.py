"""Context processor: gives every page its frame, computed only when a template asks."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest

from jenjang.ui import nav, theme
from jenjang.ui.shell import Place, Viewer, provider


class Shell:
    """The frame of one page. Each part is looked up once, and only if the layout shows it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def _ask(self, slot: str) -> Any:
        return provider(slot)(self._request)

    @cached_property
    def viewer(self) -> Viewer | None:
        return self._ask("viewer")

    @cached_property
    def place(self) -> Place:
        return self._ask("place")

    @cached_property
    def is_demo(self) -> bool:
        return self._ask("is_demo")

    @cached_property
    def notices(self) -> int:
        return self._ask("notices")

    @cached_property
    def urls(self) -> dict[str, str]:
        return {slot.removesuffix("_url"): self._ask(slot) for slot in _ADDRESSES}

    @cached_property
    def theme(self) -> theme.Theme:
        return theme.chosen(self._request)

    @cached_property
    def menu(self) -> list[nav.Link]:
        """Side menu: what this user may open."""
        return nav.links(self._request, [item for item in nav.declared() if self._may_open(item)])

    @cached_property
    def groups(self) -> list[tuple[str, list[nav.Link]]]:
        return list(nav.grouped(self.menu))

    @cached_property
    def tabs(self) -> list[nav.Link]:
        """At most four, in the order of the menu; the fifth place is the menu itself."""
        wanted = [link for link in self.menu if link.tab] + [link for link in self.menu if link.spare_tab]
        return [link for link in self.menu if link in wanted[:4]] or self.menu[:4]

    @cached_property
    def public_links(self) -> list[nav.Link]:
        return nav.links(self._request, [item for item in nav.declared() if item.group == nav.PUBLIC])

    def _may_open(self, item: nav.NavItem) -> bool:
        if item.group == nav.PUBLIC or self.viewer is None:
            return False
        return item.permission is None or provider("allowed")(self._request.user, item.permission)


_ADDRESSES = (
    "search_url",
    "notices_url",
    "account_url",
    "sign_in_url",
    "sign_out_url",
    "home_url",
    "law_url",
    "check_url",
)


def shell(request: HttpRequest) -> dict[str, Shell]:
    """`{{ shell }}` in every template."""
    return {"shell": Shell(request)}
