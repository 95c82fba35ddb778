"""Pages of long lists, cut on the server; filters live in the address, so a page can be sent to a colleague."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

PAGE_KEY = "hal"
SORT_KEY = "urut"
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list."""

    rows: Sequence[Any]
    number: int
    total: int
    per_page: int

    @property
    def first(self) -> int:
        return (self.number - 1) * self.per_page + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.number * self.per_page, self.total)

    @property
    def pages(self) -> int:
        return max(-(-self.total // self.per_page), 1)

    @property
    def has_before(self) -> bool:
        return self.number > 1

    @property
    def has_after(self) -> bool:
        return self.number < self.pages

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def sheet(request: HttpRequest, items: Any, per_page: int = PER_PAGE, *, total: int | None = None) -> Sheet:
    """The page that the address asks for; a number that does not exist gives the nearest one.

    `total` is given where it is known already: counting a long table on every page would grow with it.
    """
    if total is None:
        total = len(items) if isinstance(items, list | tuple) else items.count()
    pages = max(-(-total // per_page), 1)
    number = min(max(_whole(request.GET.get(PAGE_KEY, "")), 1), pages)
    start = (number - 1) * per_page
    return Sheet(rows=list(items[start : start + per_page]), number=number, total=total, per_page=per_page)


def sort_order(request: HttpRequest, allowed: dict[str, str], default: str) -> str:
    """The order_by that the address asks for, from the keys a list allows: {"nama": "name"}; else the default."""
    asked = request.GET.get(SORT_KEY, "")
    field = allowed.get(asked.removeprefix("-"))
    if field is None:
        return default
    return f"-{field}" if asked.startswith("-") else field


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 1
