"""Small parts that stand inside a line: icons, tags, citations, seals, people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.template import Library
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jenjang.ui import citing, formats
from jenjang.ui.components.moments import on_the_wall

register = Library()

TAG_ICONS = {"good": "circle-check", "warn": "circle-alert", "bad": "circle-x"}
TAG_KINDS = (*TAG_ICONS, "info", "you", "")
MEANINGS = {"good": "Terpenuhi", "warn": "Belum lengkap", "bad": "Tidak terpenuhi"}


@register.simple_tag
@lru_cache(maxsize=512, typed=True)  # a page shows a hundred, of a few kinds; a safe label is not an equal plain one
def icon(name: str, label: str = "") -> SafeString:
    """A picture beside a word; with `label` it speaks for itself."""
    source = f"{static('jenjang/vendor/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="j-i" role="img" aria-label="{}"><use href="{}"></use></svg>', label, source)
    return format_html('<svg class="j-i" aria-hidden="true"><use href="{}"></use></svg>', source)


@register.simple_tag
def tag(text: str, kind: str = "", sign: str = "") -> SafeString:
    """A short state: good, warn, bad, info, you, or none. The word carries the meaning, colour only helps."""
    if kind not in TAG_KINDS:
        raise ValueError(f"A tag is {', '.join(filter(None, TAG_KINDS))} or nothing, not {kind!r}.")
    picture = icon(sign or TAG_ICONS[kind]) if sign or kind in TAG_ICONS else ""
    classes = f"j-tag j-tag--{kind}" if kind else "j-tag"
    return format_html('<span class="{}">{}{}</span>', classes, picture, text)


@register.simple_tag
def cite(citation: str) -> SafeString:
    """§ PP 11/2017 Pasal 54, with the way to the article."""
    return format_html('<a class="j-cite" href="{}">{}</a>', citing.address(citation), citing.reading(citation))


@register.simple_tag
def cites(citations: Iterable[str] | None) -> SafeString:
    """Several citations in a row, each once: two findings of one sentence may lean on one article."""
    return format_html_join(" ", "{}", ((cite(citation),) for citation in dict.fromkeys(citations or ())))


@register.simple_tag
def seal(text: str) -> SafeString:
    """Disegel …: this stands in the ledger."""
    return format_html('<span class="j-seal">{} {}</span>', icon("shield-check"), text)


@register.simple_tag
def opens(text: object, url: str, strong: bool = False) -> SafeString:
    """A number that opens: its parts, its records, its article."""
    classes = "j-open j-strong" if strong else "j-open"
    return format_html('<a class="{}" href="{}">{}</a>', classes, url, text)


@register.simple_tag
def day(value: date | None, long: bool = False) -> SafeString:
    """A date that machines read too."""
    if value is None:
        return format_html("{}", formats.NOTHING)
    value = on_the_wall(value)
    text = formats.long_date(value) if long else formats.short_date(value)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), text)


@register.simple_tag
def avatar(name: str, large: bool = False) -> SafeString:
    """Initials in a circle; only decoration, the name stands beside it."""
    classes = "j-ava j-ava--l" if large else "j-ava"
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, formats.initials(name))


@register.simple_tag
def person(name: str, detail: str = "", url: str = "") -> SafeString:
    """A name with who that is."""
    small = format_html("<small>{}</small>", detail) if detail else ""
    inside = format_html("{}<span>{}{}</span>", avatar(name), name, small)
    if url:
        return format_html('<a class="j-person" href="{}">{}</a>', url, inside)
    return format_html('<span class="j-person">{}</span>', inside)


@register.simple_tag
def key_figure(value: object, unit: str = "", small: bool = False) -> SafeString:
    """The number of the page, with its unit."""
    classes = "j-key j-key--m" if small else "j-key"
    after = format_html(" <small>{}</small>", unit) if unit else ""
    return format_html('<span class="{}">{}{}</span>', classes, value, after)


@register.simple_tag
def keys(*pairs: str) -> SafeString:
    """Keyboard hints: {% keys "T" "terima" "K" "kembalikan" %}."""
    couples = zip(pairs[::2], pairs[1::2], strict=True)
    return format_html('<ul class="j-keys j-wide">{}</ul>', format_html_join("", "<li><kbd>{}</kbd> {}</li>", couples))
