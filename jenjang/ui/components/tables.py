"""Around a table: pages, headings that sort, exports of what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.http import QueryDict
from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from jenjang.ui import formats
from jenjang.ui.components.basic import icon
from jenjang.ui.paging import PAGE_KEY, SORT_KEY, Sheet

register = Library()

EXPORTS = {"xlsx": "Ekspor XLSX", "csv": "Ekspor CSV", "pdf": "Cetak PDF"}
EXPORT_KEY = "ekspor"


def _query(context: Context) -> QueryDict:
    return context["request"].GET.copy()


def _with(query: QueryDict, **changes: str) -> str:
    """The same filters with one thing changed; an empty value removes the key."""
    for key, value in changes.items():
        query.pop(key, None)
        if value:
            query[key] = value
    return f"?{query.urlencode()}" if query else "?"


@register.inclusion_tag("ui/components/pager.html", takes_context=True)
def pager(context: Context, sheet: Sheet) -> dict[str, Any]:
    """1–50 dari 1.204, and the way to the next page, with the filters kept."""
    urls = {
        "before": _with(_query(context), **{PAGE_KEY: str(sheet.number - 1) if sheet.number > 2 else ""}),
        "after": _with(_query(context), **{PAGE_KEY: str(sheet.number + 1)}),
    }
    return {"sheet": sheet, "urls": urls}


@register.simple_tag
def numbers(cells: Iterable[tuple[str, int]]) -> SafeString:
    """Cells of (column, number) in a row; on a phone a nought is left out."""
    return SafeString("".join(_number(label, number) for label, number in cells))  # each is safe


@lru_cache(maxsize=1024, typed=True)  # a page shows hundreds; a safe label is not an equal plain one
def _number(label: str, number: int) -> SafeString:
    empty = "" if number else " is-none"
    return format_html('<td class="j-r{}" data-l="{}">{}</td>', empty, label, formats.whole(number))


@register.simple_tag(takes_context=True)
def th(context: Context, label: str, key: str = "", right: bool = False) -> SafeString:
    """A heading; with a key it sorts by it, and turns round when it already does."""
    classes = mark_safe(' class="j-r"') if right else ""
    if not key:
        return format_html('<th scope="col"{}>{}</th>', classes, label)
    query = _query(context)
    now = query.get(SORT_KEY, "")
    ascending, descending = now == key, now == f"-{key}"
    state = {True: ' aria-sort="ascending"', False: ""}[ascending] or (' aria-sort="descending"' if descending else "")
    sign = icon("arrow-up" if ascending else "arrow-down" if descending else "arrow-up-down")
    url = _with(query, **{SORT_KEY: f"-{key}" if ascending else key, PAGE_KEY: ""})
    return format_html(
        '<th scope="col"{}{}><a class="j-sort" href="{}">{}{}</a></th>', classes, SafeString(state), url, label, sign
    )


@register.simple_tag(takes_context=True)
def exports(context: Context, *kinds: str) -> SafeString:
    """Buttons that give what is shown, with the same filters: {% exports "xlsx" "pdf" %}."""
    buttons = SafeString("")
    for kind in kinds or ("xlsx",):
        url = _with(_query(context), **{EXPORT_KEY: kind, PAGE_KEY: ""})
        sign = icon("printer" if kind == "pdf" else "download")
        buttons += format_html(
            '<a class="btn btn-sm btn-outline-primary" href="{}">{} {}</a> ', url, sign, EXPORTS[kind]
        )
    return buttons
