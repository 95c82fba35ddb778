"""Uraian fakta dan hasil: what a rule asks for and answers with, told in words before anybody types. Pure."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jenjang.law.catalogue import Rule
from jenjang.law.forms import shape

SHORT_LIST = 9
_PLAIN = {
    "boolean": "ya atau tidak", "integer": "bilangan bulat", "number": "bilangan", "text": "teks", "date": "tanggal",
    "datetime": "tanggal dan jam",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Described:
    """Satu fakta atau hasil: its name, and what it may be."""

    label: str
    words: str


def facts_of(rule: Rule) -> list[Described]:
    """Yang ditanyakan."""
    return [Described(entry["label"], _words(entry)) for entry in rule.form_spec()["fields"]]


def results_of(rule: Rule) -> list[Described]:
    """Yang dijawab; the verdict of a rule that decides comes first."""
    hints = typing.get_type_hints(rule.result) if rule.result is not None else {}
    found = []
    for entry in rule.form_spec()["results"]:
        hint = hints.get(entry["name"]) or hints.get(f"{entry['name']}_") or bool
        found.append(Described(entry["label"], _words(entry | shape(hint))))
    return found


def _words(entry: Mapping[str, Any]) -> str:
    kind = _kind(entry)
    unit = f", dalam {entry['unit']}" if entry.get("unit") and entry["type"] in ("integer", "number") else ""
    parts = [f"{kind}{unit}{_limits(entry)}", entry.get("help", "").rstrip(".")]
    if entry.get("nullable"):
        parts.append("boleh belum ada datanya")
    return "; ".join(part for part in parts if part)


def _kind(entry: Mapping[str, Any]) -> str:
    kind = entry["type"]
    if kind == "choice":
        return _choices(entry["choices"])
    if kind == "group":
        return _names(entry["fields"])
    if kind == "list":
        return f"daftar; tiap baris: {_kind(entry['item'])}"
    if kind == "mapping":
        return f"{_kind(entry['value'])} untuk tiap nama" if entry["key"]["type"] == "text" else _per_code(entry)
    if kind == "either":
        return " atau ".join(_kind(option) for option in entry["options"])
    return _PLAIN[kind]


def _per_code(entry: Mapping[str, Any]) -> str:
    return f"{_kind(entry['value'])} untuk {_choices(entry['key']['choices'])}"


def _choices(choices: Sequence[Mapping[str, Any]]) -> str:
    labels = [choice["label"] for choice in choices if choice["value"]]
    return ", ".join(labels) if len(labels) <= SHORT_LIST else f"salah satu dari {len(labels)} pilihan"


def _names(fields: Sequence[Mapping[str, Any]]) -> str:
    return ", ".join(field["label"].lower() for field in fields)


def _limits(entry: Mapping[str, Any]) -> str:
    """Not below nothing goes without saying."""
    low, high = entry.get("minimum"), entry.get("maximum")
    if high is not None:
        return f", paling banyak {high}" if low is None else f", {low} sampai {high}"
    return f", paling sedikit {low}" if low else ""
