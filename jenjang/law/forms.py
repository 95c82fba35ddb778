"""Formulir kalkulator: what a page must ask for and may show, read off a rule's facts and result."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jenjang.law.codes import Code
from jenjang.law.facts import Meta, hints_of, meta_of
from jenjang.law.results import as_plain, json_name

if TYPE_CHECKING:
    from jenjang.law.catalogue import Rule

_PLAIN = {bool: "boolean", int: "integer", Decimal: "number", str: "text", date: "date", datetime: "datetime"}


def form_spec(rule: Rule) -> dict[str, Any]:
    """Rule, title, help, legal basis; `fields` to ask for; `results` to show."""
    return {
        "rule": rule.id,
        "title": rule.title,
        "help": rule.help,
        "cites": list(rule.cites),
        "decides": rule.decides,
        "fields": fields_of(rule.facts),
        "results": _results(rule),
    }


def fields_of(kind: type[Any]) -> list[dict[str, Any]]:
    """One entry per fact: name, label, help, unit, required, limits, example, nullable, and the shape of its type."""
    hints = hints_of(kind)
    return [_field(field, hints[field.name]) for field in dataclasses.fields(kind)]


def _field(field: dataclasses.Field[Any], hint: Any) -> dict[str, Any]:
    meta = meta_of(field)
    required = field.default is dataclasses.MISSING
    entry = {"name": field.name, "label": meta.label, "help": meta.help, "unit": meta.unit, "required": required}
    return entry | _limits(meta) | {"nullable": type(None) in typing.get_args(hint)} | shape(hint)


def _limits(meta: Meta) -> dict[str, Any]:
    limits = {"minimum": meta.minimum, "maximum": meta.maximum, "example": as_plain(meta.example)}
    return {name: value for name, value in limits.items() if value is not None}


def shape(hint: Any) -> dict[str, Any]:
    """`type` is boolean, integer, number, text, date, datetime, choice, list, mapping, group or either."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        options = [shape(option) for option in arguments if option is not type(None)]
        return options[0] if len(options) == 1 else {"type": "either", "options": options}
    if origin is tuple:
        return {"type": "list", "item": shape(arguments[0])}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "mapping", "key": shape(arguments[0]), "value": shape(arguments[1])}
    if isinstance(hint, type) and issubclass(hint, Code):
        return {"type": "choice", "choices": [{"value": code.value, "label": code.label} for code in hint]}
    if dataclasses.is_dataclass(hint):
        return {"type": "group", "fields": fields_of(typing.cast("type[Any]", hint))}
    return {"type": _PLAIN[hint]}


def _results(rule: Rule) -> list[dict[str, Any]]:
    entries = [{"name": "allowed", "label": "Memenuhi syarat", "help": "", "unit": ""}] if rule.decides else []
    if rule.result is not None:
        entries += [{"name": json_name(field.name), **field.metadata} for field in dataclasses.fields(rule.result)]
    return entries
