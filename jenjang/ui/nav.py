"""The menu: every slice declares `items` in its nav.py, this module gathers and orders them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse

PUBLIC = "Publik"  # the links in the head of open pages
GROUPS = (
    "Saya", "Kinerja", "Karier saya", "Data saya", "Pekerjaan", "Seleksi", "Pegawai", "Karier", "Kota", "Rujukan", "Akun",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """One link of the menu. `permission` None: everybody who is signed in. `count` says how many things wait.

    `owns` tells whether a page elsewhere belongs here, such as the own profile among everybody's.
    """

    label: str
    url_name: str
    icon: str
    group: str
    permission: Any = None
    count: Callable[[HttpRequest], int | None] | None = None
    owns: Callable[[HttpRequest], bool] | None = None
    tab: bool = False  # also in the bar at the bottom of a phone
    spare_tab: bool = False  # there as well, where the bar has room left
    order: int = 50
    short: str = ""  # label in the tab bar


@dataclass(frozen=True, slots=True)
class Link:
    """A NavItem for one request."""

    label: str
    short: str
    url: str
    icon: str
    group: str
    count: int | None
    current: bool
    tab: bool
    spare_tab: bool


@cache
def declared() -> tuple[NavItem, ...]:
    """All items of all installed slices, in the order of the menu."""
    found: list[NavItem] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.nav"
        if config.name.startswith("jenjang.") and name != __name__ and find_spec(name):
            found.extend(import_module(name).items)
    return tuple(sorted(found, key=lambda item: (_group_order(item.group), item.order)))


def links(request: HttpRequest, items: Iterable[NavItem], *, with_counts: bool = True) -> list[Link]:
    """Items as links; current is the one that owns this page, else the longest beginning of its address."""
    pairs = [(item, reverse(item.url_name)) for item in items]
    owner = next((url for item, url in pairs if item.owns and item.owns(request)), None)
    current = owner or max((url for _, url in pairs if _is_within(request.path, url)), key=len, default=None)
    return [_link(request, item, url, current=url == current, with_counts=with_counts) for item, url in pairs]


def grouped(all_links: Iterable[Link]) -> Iterator[tuple[str, list[Link]]]:
    """(group, links) in the order of the menu."""
    groups: dict[str, list[Link]] = {}
    for link in all_links:
        groups.setdefault(link.group, []).append(link)
    yield from groups.items()


def _link(request: HttpRequest, item: NavItem, url: str, *, current: bool, with_counts: bool) -> Link:
    count = item.count(request) if item.count and with_counts else None
    return Link(
        item.label, item.short or item.label, url, item.icon, item.group, count, current, item.tab, item.spare_tab
    )


def _is_within(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))


def _group_order(group: str) -> int:
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)
