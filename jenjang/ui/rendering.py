"""Controls of forms, written directly: a list of a hundred choices costs a hundred templates otherwise.

The text is what Django's own templates give, but for empty lines; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape

Widget = Mapping[str, Any]
_TEMPLATES = "django/forms/widgets/"
_INPUTS = ("text", "number", "email", "url", "password", "hidden", "date", "file", "checkbox", "radio_option", "checkbox_option")  # fmt: skip


class Renderer(DjangoTemplates):
    """FORM_RENDERER: what stands on nearly every form is written directly, the rest by its template."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The text of one control; the widget declares it safe, as it does with a template's."""
        write = WRITERS.get(template_name)
        if write is None or context["widget"].get("wrap_label"):
            return str(super().render(template_name, context, request))
        return write(context["widget"])


def _input(widget: Widget) -> str:
    value = widget["value"]
    given = "" if value is None else f' value="{_escaped(value)}"'
    return f'<input type="{_escaped(widget["type"])}" name="{_escaped(widget["name"])}"{given}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    value = widget["value"]
    return f'<textarea name="{_escaped(widget["name"])}"{_attributes(widget)}>\n{_escaped(value) if value else ""}</textarea>'


def _select(widget: Widget) -> str:
    parts = [f'<select name="{_escaped(widget["name"])}"{_attributes(widget)}>']
    for group, options, _ in widget["optgroups"]:
        lines = [f"\n  {_option(option)}" for option in options]
        parts += [f'\n  <optgroup label="{_escaped(group)}">', *lines, "\n  </optgroup>"] if group else lines
    return "".join([*parts, "\n</select>"])


def _option(option: Widget) -> str:
    label = conditional_escape(localize(option["label"]))
    return f'<option value="{_escaped(option["value"])}"{_attributes(option)}>{label}</option>'


def _attributes(widget: Widget) -> str:
    given = ((name, value) for name, value in widget["attrs"].items() if value is not False)
    return "".join(
        f" {_escaped(name)}" if value is True else f' {_escaped(name)}="{_escaped(value)}"' for name, value in given
    )


def _escaped(value: object) -> str:
    return escape(value) if type(value) is str else conditional_escape(value)


WRITERS: dict[str, Callable[[Widget], str]] = {
    **{f"{_TEMPLATES}{name}.html": _input for name in _INPUTS},
    f"{_TEMPLATES}textarea.html": _textarea,
    f"{_TEMPLATES}select.html": _select,
}
