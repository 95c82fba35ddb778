"""Kalkulator aturan: what was typed, judged by the rule itself, and its answer in words that a citizen can follow."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from jenjang.law.cases import Case, shipped_cases
from jenjang.law.catalogue import Rule, evaluate
from jenjang.law.codes import Code
from jenjang.transparency import controls
from jenjang.transparency.controls import Control
from jenjang.ui import formats

ON, ASK, ADD, REMOVE = "on", "hitung", "tambah", "hapus"
_ON_SPEC = {
    "type": "date",
    "label": "Hukum yang berlaku pada",
    "help": "hh/bb/tttt. Jawaban memakai peraturan yang berlaku pada hari itu.",
    "required": True,
}

PolicyOn = Callable[[date], Mapping[str, Any]]


def national(_day: date) -> Mapping[str, Any]:
    """Without an agency the national defaults speak."""
    return {}


@dataclass(slots=True)
class Sheet:
    """Satu lembar kalkulator: controls, and the answer once it was asked for and could be given."""

    rule: Rule
    on: Control
    fields: list[Control]
    asked: bool
    answer: dict[str, Any] | None = None
    general_error: str = ""
    results: list[tuple[str, str, str]] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[Control]:
        return [fault for control in (self.on, *self.fields) for fault in control.faults()]

    @property
    def is_faulty(self) -> bool:
        return bool(self.general_error or self.faults)


def fill(rule: Rule, query: Mapping[str, str], *, today: date, policy_on: PolicyOn = national) -> Sheet:
    """The sheet for an address; rows are added or taken away by buttons of the form."""
    typed = dict(query)
    typed.setdefault(ON, formats.typed_date(today))
    if ADD in typed:
        typed = controls.add_row(typed[ADD], typed)
    elif REMOVE in typed:
        typed = controls.remove_row(typed[REMOVE], typed)
    asked = ASK in typed and ADD not in typed and REMOVE not in typed
    sheet = Sheet(
        rule=rule,
        on=controls.read(_ON_SPEC, ON, typed, judge=asked),
        fields=[controls.read(entry, entry["name"], typed, judge=asked) for entry in rule.form_spec()["fields"]],
        asked=asked,
    )
    if asked and not sheet.is_faulty:
        _answer(sheet, policy_on)
    return sheet


def _answer(sheet: Sheet, policy_on: PolicyOn) -> None:
    policy = policy_on(date.fromisoformat(sheet.on.fact))
    facts = {control.name: control.fact for control in sheet.fields if control.fact is not controls.ABSENT}
    answer = evaluate(sheet.rule.id, sheet.on.fact, facts, policy)
    refusal = answer.get("error")
    if refusal is None:
        sheet.answer = answer
        sheet.own = sorted(set(policy) & set(answer["parameters"]))
        sheet.results = results_in_words(sheet.rule, answer["result"])
        return
    for control in (sheet.on, *sheet.fields):
        if control.name == refusal["field"]:
            control.error = refusal["message"]
            return
    sheet.general_error = refusal["message"]


def address_of(case: Case, rule: Rule) -> str:
    """The query that types a worked case into the calculator."""
    entries = rule.form_spec()["fields"]
    typed = {ON: controls.write(_ON_SPEC, case.on, ON)[ON]}
    for entry in entries:
        if entry["name"] in case.facts:
            typed |= controls.write(entry, case.facts[entry["name"]], entry["name"])
    return urlencode(typed | {ASK: "1"})


def worked_cases(rule: Rule) -> list[Case]:
    """Cases with an answer; refusals of unreadable facts teach nothing here."""
    return [case for case in shipped_cases() if case.rule == rule.id and not case.error]


def results_in_words(rule: Rule, result: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(label, value, help) for each part of a result, in the order of the rule."""
    hints = typing.get_type_hints(rule.result) if rule.result is not None else {}
    lines = []
    for entry in rule.form_spec()["results"]:
        name = entry["name"]
        if name in result:
            codes = _codes_in(hints.get(name) or hints.get(f"{name}_"))
            lines.append((entry["label"], in_words(result[name], codes, entry["unit"]), entry["help"]))
    return lines


def in_words(value: Any, codes: Mapping[str, str], unit: str = "") -> str:
    """A plain value as people read it."""
    if value is None:
        return "tidak ada"
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, Mapping):
        return "; ".join(f"{codes.get(key, key)}: {in_words(item, codes)}" for key, item in value.items()) or "kosong"
    if isinstance(value, list | tuple):
        return "; ".join(in_words(item, codes) for item in value) or "kosong"
    if isinstance(value, int | float):
        return _number_in_words(value, unit)
    text = str(value)
    return codes.get(text) or _day_in_words(text) or text


def _number_in_words(value: float, unit: str) -> str:
    if unit == "rupiah":
        return formats.rupiah(value)
    plain = formats.whole(value) if isinstance(value, int) else formats.score(value)
    if unit.startswith("tahun") and not unit.removeprefix("tahun") and isinstance(value, int):
        plain = str(value)
    return f"{plain} {unit}".strip()


def _day_in_words(text: str) -> str:
    try:
        day = date.fromisoformat(text[:10]) if text[4:5] == "-" and len(text) >= 10 else None
    except ValueError:
        return ""
    if day is None:
        return ""
    clock = text[11:16].replace(":", ".")
    return formats.long_date(day) + (f" pukul {clock}" if clock else "")


def _codes_in(hint: Any) -> dict[str, str]:
    """Labels of every code that a type mentions."""
    if isinstance(hint, type) and issubclass(hint, Code) and issubclass(hint, Enum):
        return {code.value: code.label for code in hint if code.value}
    found: dict[str, str] = {}
    for argument in typing.get_args(hint):
        found |= _codes_in(argument)
    return found
