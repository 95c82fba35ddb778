"""The menu: every slice declares `items` in its nav.py, this module gathers and orders them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.models import QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse

PUBLIC = "Publik"  # the links in the head of open pages
GROUPS = (
    "Saya", "Kinerja", "Bekerja sama", "Kinerja tim", "Karier saya", "Data saya", "Pekerjaan", "Seleksi", "Pegawai",
    "Kinerja instansi", "Karier", "Kota", "Rujukan", "Akun",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """One link of the menu. `permission` None: everybody who is signed in. `rows` are the things that wait there.

    `owns` tells whether a page elsewhere belongs here, such as the own profile among everybody's.
    """

    label: str
    url_name: str
    icon: str
    group: str
    permission: Any = None
    rows: Callable[[Any], QuerySet[Any]] | None = None  # of a user
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


def links(request: HttpRequest, items: Iterable[NavItem]) -> list[Link]:
    """Items as links; current is the one that owns this page, else the longest beginning of its address."""
    pairs = [(item, _address(item.url_name)) for item in items]
    owner = next((url for item, url in pairs if item.owns and item.owns(request)), None)
    current = owner or max((url for _, url in pairs if _is_within(request.path, url)), key=len, default=None)
    counts = _counts(request, [item for item, _ in pairs])
    return [_link(item, url, counts.get(item.url_name), current=url == current) for item, url in pairs]


def grouped(all_links: Iterable[Link]) -> Iterator[tuple[str, list[Link]]]:
    """(group, links) in the order of the menu."""
    groups: dict[str, list[Link]] = {}
    for link in all_links:
        groups.setdefault(link.group, []).append(link)
    yield from groups.items()


def _counts(request: HttpRequest, items: Iterable[NavItem]) -> Counter[str]:
    """How many things wait behind each link, of all links in one query; where nothing waits stands no number."""
    parts = [
        item.rows(request.user).order_by().annotate(behind=Value(item.url_name)).values_list("behind")
        for item in items
        if item.rows
    ]
    return Counter(name for (name,) in parts[0].union(*parts[1:], all=True)) if parts else Counter()


@cache
def _address(url_name: str) -> str:
    """Looked up once: every page asks for all of them."""
    return reverse(url_name)


def _link(item: NavItem, url: str, count: int | None, *, current: bool) -> Link:
    return Link(
        item.label, item.short or item.label, url, item.icon, item.group, count, current, item.tab, item.spare_tab
    )


def _is_within(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))


def _group_order(group: str) -> int:
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)
