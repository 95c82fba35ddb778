"""Parts that hold other content: cards, notes, explanations, tables, letters."""

from __future__ import annotations

from typing import Any

from django.template import Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

register = Library()


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    note: str = "",
    level: int = 2,
    id: str = "",
    flush: bool = False,
    compact: bool = False,
    small: bool = False,
    hide_title: bool = False,
    link_url: str = "",
    link: str = "",
    aside: str = "",
) -> SafeString:
    """A section with its heading; `flush` for tables and lists that touch the edge."""
    values: dict[str, Any] = {
        "content": content, "title": title, "note": note, "level": level, "id": id or f"k-{slugify(title)}",
        "flush": flush, "compact": compact, "small": small, "hide_title": hide_title, "link_url": link_url,
        "link": link, "aside": aside,
    }  # fmt: skip
    return render_to_string("ui/components/card.html", values)


@register.simple_block_tag
def card_footer(content: str) -> SafeString:
    """The last line of a flush card."""
    return format_html('<div class="j-card__f">{}</div>', content)


@register.simple_block_tag
def note(content: str, title: str = "", kind: str = "", alert: bool = False) -> SafeString:
    """A message: plain, good, warn or bad. `alert` is read out at once."""
    inside = SafeString(content.strip())  # the block has been rendered, thus escaped, already
    values = {"content": inside, "title": title, "kind": kind, "alert": alert}
    return render_to_string("ui/components/note.html", values)


@register.simple_block_tag
def crumbs(content: str) -> SafeString:
    """Where this page stands; fill with {% crumb %}."""
    return format_html('<nav aria-label="Letak halaman"><ol class="breadcrumb">{}</ol></nav>', content)


@register.simple_tag
def crumb(text: str, url: str = "") -> SafeString:
    """A step of {% crumbs %}; the last has no address."""
    if url:
        return format_html('<li class="breadcrumb-item"><a href="{}">{}</a></li>', url, text)
    return format_html('<li class="breadcrumb-item active" aria-current="page">{}</li>', text)


@register.simple_block_tag
def why_part(content: str, title: str, amount: str = "", series: int = 0, expanded: bool = False) -> SafeString:
    """One criterion of an explanation, opened on demand, without script."""
    values = {"content": content, "title": title, "amount": amount, "series": series, "expanded": expanded}
    return render_to_string("ui/components/why_part.html", values)


@register.simple_block_tag
def table(
    content: str, caption: str, cards: bool = True, hover: bool = False, heat: bool = False, middle: bool = False,
    line: bool = False, person: bool = False,
) -> SafeString:  # fmt: skip
    """A table in its own scroll area. With `cards` each cell says its column in data-l for the phone.

    With `line` the cells of a row stand in one line there, for short facts; a cell of class is-none is left out.
    With `person` a row is a small card there that can be tapped anywhere: the name, then facts that say what they are.
    """
    names = {
        "j-t--cards": cards, "table-hover": hover, "j-heat": heat, "j-t--mid": middle, "j-t--line": line,
        "j-t--person": person,
    }  # fmt: skip
    classes = " ".join(["table j-t", *(name for name, wanted in names.items() if wanted)])
    return render_to_string("ui/components/table.html", {"content": content, "caption": caption, "classes": classes})


@register.simple_block_tag
def letter(content: str, office: str, title: str, number: str = "", above: str = "", street: str = "") -> SafeString:
    """A letter on the screen: letterhead, title, number, body."""
    values = {"content": content, "office": office, "title": title, "number": number, "above": above, "street": street}
    return render_to_string("ui/components/letter.html", values)


@register.simple_block_tag
def letter_signature(content: str, office: str, name: str) -> SafeString:
    """Who signed electronically, beside the QR code given as content."""
    values = {"content": content, "office": office, "name": name}
    return render_to_string("ui/components/letter_signature.html", values)
