"""Lists that say something: findings, blocked buttons, steps, dated lines, rungs, things to do, states of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.template import Library

from jenjang.ui.components.basic import MEANINGS, TAG_ICONS

register = Library()


def _kind_of(met: bool | None) -> str:
    return {True: "good", False: "bad", None: "warn"}[met]


def _finding(text: str, kind: str, cites: Sequence[str] = (), url: str = "") -> dict[str, Any]:
    return {"text": text, "kind": kind, "cites": cites, "url": url, "icon": TAG_ICONS[kind], "meaning": MEANINGS[kind]}


@register.inclusion_tag("ui/components/findings.html")
def findings(items: Iterable[Any], cell: bool = False) -> dict[str, Any]:
    """What was checked: each with its reason and its article. Takes findings of a Decision as they are."""
    lines = [_finding(str(item.reason), _kind_of(item.met), item.cites) for item in items]
    return {"lines": lines, "cell": cell}


@register.inclusion_tag("ui/components/findings.html")
def finding(
    text: str, kind: str = "good", cites: Sequence[str] = (), url: str = "", cell: bool = True
) -> dict[str, Any]:
    """One finding alone, for a cell."""
    return {"lines": [_finding(text, kind, cites, url)], "cell": cell}


@register.inclusion_tag("ui/components/blocked.html")
def blocked(
    label: str,
    reasons: Iterable[Any] = (),
    intro: str = "Belum dapat dilakukan:",
    id: str = "terhalang",
    name: str = "",
    value: str = "",
    way_out: str = "",
    way_out_url: str = "",
    danger: bool = False,
) -> dict[str, Any]:
    """A button that says why it cannot be pressed yet; without reasons it is simply the button."""
    return {
        "label": label, "reasons": list(reasons), "intro": intro, "id": id, "name": name, "value": value,
        "way_out": way_out, "way_out_url": way_out_url, "danger": danger,
    }  # fmt: skip


@register.inclusion_tag("ui/components/steps.html")
def steps(items: Iterable[Any], label: str = "Tahap") -> dict[str, Any]:
    """Steps of a process: done, now, next."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/timeline.html")
def timeline(items: Iterable[Any]) -> dict[str, Any]:
    """Dates are places: one line, the same everywhere."""
    return {"items": items}


@register.inclusion_tag("ui/components/rungs.html")
def rungs(items: Iterable[Any]) -> dict[str, Any]:
    """Readiness as rungs; unmet first. Never a gauge."""
    return {"items": items}


@register.inclusion_tag("ui/components/todos.html")
def todos(items: Iterable[Any]) -> dict[str, Any]:
    """What waits for this person, the nearest day first."""
    return {"items": items}


@register.inclusion_tag("ui/components/facts.html")
def facts(*pairs: object) -> dict[str, Any]:
    """Label and value in turn: {% facts "Pangkat" rank "Unit" unit %}."""
    return {"pairs": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.inclusion_tag("ui/components/columns.html")
def columns(*pairs: object) -> dict[str, Any]:
    """Four counts side by side: {% columns "Sama" 1898 "Berubah" 158 %}."""
    return {"pairs": list(zip(pairs[::2], pairs[1::2], strict=True))}


@register.inclusion_tag("ui/components/chips.html")
def chips(items: Iterable[Any], label: str = "Saringan") -> dict[str, Any]:
    """Filters as links."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/state.html")
def empty(
    title: str,
    text: str = "",
    icon: str = "inbox",
    action: str = "",
    url: str = "",
    level: int = 0,
    plain: bool = False,
) -> dict[str, Any]:
    """What will be here, when, and one thing to do. `plain` inside a card, whose heading it follows."""
    level = level or (3 if plain else 2)
    return {"title": title, "text": text, "icon": icon, "action": action, "url": url, "level": level, "plain": plain}


@register.inclusion_tag("ui/components/loading.html")
def loading(title: str = "Memuat…", level: int = 3) -> dict[str, Any]:
    """Grey lines while a part is on its way."""
    return {"title": title, "level": level}


@register.inclusion_tag("ui/components/progress.html")
def progress(
    value: int, maximum: int, title: str, note: str = "", poll_url: str = "", level: int = 2
) -> dict[str, Any]:
    """Long work that may be left. With `poll_url` htmx asks again; without script a link does."""
    return {"value": value, "maximum": maximum, "title": title, "note": note, "poll_url": poll_url, "level": level}
