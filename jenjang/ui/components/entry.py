"""Fields of forms: label, control, help and error, tied together for people who hear the page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.template import Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jenjang.ui.components.basic import icon

register = Library()

CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def _shape(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(widget, CHOICES):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "file" if isinstance(widget, forms.FileInput) else "line"


@register.inclusion_tag("ui/components/field.html")
def field(
    bound: BoundField, look: str = "", rows: int = 0, hide_label: bool = False, label: str = ""
) -> dict[str, Any]:
    """One field with everything around it. `look="rate"` draws radios as one bar; `label` is a shorter name here."""
    if rows:
        bound.field.widget.attrs["rows"] = rows
    return {"field": bound, "shape": _shape(bound), "look": look, "hide_label": hide_label, "label": label}


@register.simple_tag
def rating(bound: BoundField) -> SafeString:
    """The radios of one bar, each within its word; a sheet has a hundred."""
    return format_html_join("", "<label>{}{}</label>", ((one.tag(), one.choice_label) for one in bound))


@register.inclusion_tag("ui/components/field_notes.html")
def field_notes(bound: BoundField) -> dict[str, Any]:
    """`{% field_notes form.putusan %}`: the sentence and the help of a field whose control stands elsewhere: buttons, a table."""
    return {"field": bound}


@register.inclusion_tag("ui/components/form_errors.html")
def form_errors(form: forms.BaseForm) -> dict[str, Any]:
    """Everything that must change, on top of the form, each with a link to its place."""
    faulty = [(bound, str(bound.label).rstrip("."), bound.errors) for bound in form if bound.errors]
    return {"form": form, "faulty": faulty, "objections": getattr(form, "objections", [])}


@register.simple_tag
def submit(
    label: str, sign: str = "", kind: str = "primary", name: str = "", value: str = "", small: bool = False
) -> SafeString:
    """The button that sends the form: primary, outline-primary, danger or link."""
    picture = format_html("{} ", icon(sign)) if sign else ""
    given = format_html(' name="{}" value="{}"', name, value) if name else ""
    size = " btn-sm" if small else ""
    return format_html('<button class="btn btn-{}{}" type="submit"{}>{}{}</button>', kind, size, given, picture, label)


@register.simple_tag
def button(label: str, url: str, sign: str = "", kind: str = "outline-primary", small: bool = False) -> SafeString:
    """A link that looks like a button, for going somewhere."""
    picture = format_html("{} ", icon(sign)) if sign else ""
    size = " btn-sm" if small else ""
    return format_html('<a class="btn btn-{}{}" href="{}">{}{}</a>', kind, size, url, picture, label)
