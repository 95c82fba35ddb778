"""Isian kalkulator: the facts of a rule as form controls, read from an address and written back into one.

A control is made from one entry of `form_spec()`. Its name is its place: `held.0.kind` is the kind in the first row of
`held`. What was typed stays as typed; `fact` is what the rule will read, or ABSENT.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.core.exceptions import ValidationError

from jenjang.law.facts import limits_in_words
from jenjang.ui import dates, formats
from jenjang.ui.fields import NumberField

ABSENT: Final = object()
NO_DATA: Final = None
MOST_ROWS = 40
LONGEST = 2000
YES, NO = "ya", "tidak"
KEY, VALUE = "nama", "nilai"
EMPTY = "Belum diisi."
UNREADABLE_NUMBER = "Angka tidak terbaca. Tulis misalnya 12 atau 87,45."
UNREADABLE_MOMENT = "Tulis tanggal dan jam, misalnya 22/11/2026 14.30."

_INDEX = re.compile(r"\d{1,4}")
_MOMENT = re.compile(
    r"(?P<day>.+?) (?P<hour>\d{1,2})[.:](?P<minute>\d{2})([.:](?P<second>\d{2}))?( ?(?P<zone>wib|wita|wit|[+-]\d{2}:\d{2}))?"
)
ZONES = {"wib": "+07:00", "wita": "+08:00", "wit": "+09:00"}
_NUMBER = NumberField(required=False)

Typed = Mapping[str, str]
Spec = Mapping[str, Any]


@dataclass(slots=True)
class Control:
    """Satu isian: leaf (text, number, date, moment, choice, flag) or branch (group, list, pairs, fixed, either)."""

    name: str
    kind: str
    label: str = ""
    help: str = ""
    unit: str = ""
    value: str = ""
    example: str = ""
    error: str = ""
    required: bool = True
    choices: list[tuple[str, str]] = field(default_factory=list)
    parts: list[Control] = field(default_factory=list)
    fact: Any = ABSENT

    @property
    def id(self) -> str:
        return "f-" + self.name.replace(".", "-")

    @property
    def is_branch(self) -> bool:
        return self.kind in _BRANCHES

    @property
    def has_rows(self) -> bool:
        return self.kind in ("list", "pairs")

    @property
    def has_empty_choice(self) -> bool:
        return any(not value for value, _ in self.choices)

    @property
    def placeholder(self) -> str:
        """How to write it, or an example."""
        return self.example or {"date": "hh/bb/tttt", "moment": "hh/bb/tttt 14.30 WIB"}.get(self.kind, "")

    @property
    def is_unsaid(self) -> bool:
        """Left open: nothing typed, and no yes or no."""
        return not self.value and all(part.is_unsaid or part.kind == "flag" for part in self.parts)

    def say_nothing(self, fact: Any) -> None:
        """What was left open has no faults."""
        for control in self.faults():
            control.error = ""
        self.fact = fact

    @property
    def is_blank(self) -> bool:
        """Nothing typed; a yes or no alone does not make a row."""
        if self.is_branch:
            return all(part.is_blank for part in self.parts)
        return self.kind == "flag" or not self.value

    def faults(self) -> Iterator[Control]:
        """Every control below, and this one, that says what is wrong."""
        if self.error:
            yield self
        for part in self.parts:
            yield from part.faults()


def read(entry: Spec, name: str, typed: Typed, *, judge: bool) -> Control:
    """The control of one entry with what was typed; `judge` says whether blanks are faults yet."""
    control = Control(
        name=name,
        kind=_KINDS[entry["type"]],
        label=entry.get("label", ""),
        help=entry.get("help", ""),
        unit=entry.get("unit", ""),
        example=write(entry, entry["example"], name).get(name, "") if "example" in entry else "",
        required=entry.get("required", True) and not entry.get("nullable"),
        value=typed.get(name, "").strip()[: LONGEST + 1],
    )
    _READERS[control.kind](control, entry, typed, judge)
    if not judge:
        control.error = ""
    if entry.get("nullable") and control.is_unsaid:
        control.say_nothing(NO_DATA if entry.get("required") else ABSENT)
    return control


def _read_leaf(control: Control, entry: Spec, typed: Typed, judge: bool) -> None:
    """A blank is a fault only where something must be said; texts may be empty, rules say what that means."""
    if entry["type"] == "choice":
        control.choices = [(choice["value"], _choice_label(choice)) for choice in entry["choices"]]
    blank_is_value = control.kind == "text" or ("", "") in [(value, "") for value, _ in control.choices]
    if not control.value and not blank_is_value:
        control.error = EMPTY if control.required else ""
        return
    try:
        fact = _PARSERS[entry["type"]](control.value, control)
        _check_limits(fact, entry)
    except ValueError as problem:
        control.error = str(problem)
    else:
        control.fact = fact


def _check_limits(fact: Any, entry: Spec) -> None:
    """The limits that the rule itself has; said at the field, also deep in a list."""
    low, high = entry.get("minimum"), entry.get("maximum")
    if (low is not None and fact < low) or (high is not None and fact > high):
        raise ValueError(limits_in_words(low, high))


def _read_flag(control: Control, entry: Spec, typed: Typed, judge: bool) -> None:
    control.choices = [(NO, "Tidak"), (YES, "Ya")]
    if entry.get("nullable"):
        control.choices.insert(0, ("", "Belum ada data"))
    control.value = control.value or control.choices[0][0]
    if control.value not in (YES, NO):
        control.error = "Pilih ya atau tidak."
        return
    control.fact = control.value == YES


def _read_group(control: Control, entry: Spec, typed: Typed, judge: bool) -> None:
    control.parts = [read(part, f"{control.name}.{part['name']}", typed, judge=judge) for part in entry["fields"]]
    control.fact = {part["name"]: made.fact for part, made in zip(entry["fields"], control.parts, strict=True)
                    if made.fact is not ABSENT}  # fmt: skip


def _read_list(control: Control, entry: Spec, typed: Typed, judge: bool) -> None:
    item = {"required": True, **entry["item"]}
    for place, index in enumerate(_rows(control.name, typed), 1):
        row = read(item, f"{control.name}.{index}", typed, judge=judge)
        row.label = row.label or f"Baris {place}"
        _forgive_blank(row)
        control.parts.append(row)
    control.fact = [row.fact for row in control.parts if row.fact is not ABSENT]


def _read_pairs(control: Control, entry: Spec, typed: Typed, judge: bool) -> None:
    """A table of names and values: fixed rows where the names are codes, rows to add where they are free."""
    control.fact = {}
    value = entry["value"] | {name: entry[name] for name in ("minimum", "maximum") if name in entry}
    if entry["key"]["type"] == "choice":
        control.kind = "fixed"
        for choice in entry["key"]["choices"]:
            leaf = {"label": _choice_label(choice), "required": False, **value}
            control.parts.append(read(leaf, f"{control.name}.{choice['value']}", typed, judge=judge))
            if control.parts[-1].fact is not ABSENT:
                control.fact[choice["value"]] = control.parts[-1].fact
        return
    named = {"label": "Nama", "required": True, **entry["key"], "name": KEY}
    valued = {"label": "Nilai", "required": True, **value, "name": VALUE}
    for place, index in enumerate(_rows(control.name, typed), 1):
        row = read({"type": "group", "label": f"Baris {place}", "fields": [named, valued]}, f"{control.name}.{index}",
                   typed, judge=judge)  # fmt: skip
        _forgive_blank(row)
        control.parts.append(row)
        if row.fact is not ABSENT and VALUE in row.fact:
            control.fact[row.fact[KEY]] = row.fact[VALUE]


def _read_either(control: Control, entry: Spec, typed: Typed, judge: bool) -> None:
    """Choices are asked as one; a number or a choice as two controls, of which the filled one counts."""
    options = entry["options"]
    if all(option["type"] == "choice" for option in options):
        merged = [choice for option in options for choice in option["choices"]]
        control.kind = "choice"
        _read_leaf(control, {"type": "choice", "choices": merged}, typed, judge)
        return
    for place, option in enumerate(options):
        leaf = {"label": _OR[option["type"]], "required": False, **option}
        if option["type"] in ("integer", "number"):
            leaf |= {name: entry[name] for name in ("minimum", "maximum") if name in entry}
        control.parts.append(read(leaf, f"{control.name}.{place}", typed, judge=judge))
    filled = [part for part in control.parts if not part.is_blank]
    if not filled:
        control.error = EMPTY if control.required else ""
    elif len(filled) > 1:
        control.error = "Isi salah satu saja."
    else:
        control.fact = filled[0].fact


def _forgive_blank(row: Control) -> None:
    """A row without anything in it is not there."""
    if not row.is_blank:
        return
    row.fact = ABSENT
    for control in row.faults():
        control.error = ""


def _rows(name: str, typed: Typed) -> list[int]:
    """The rows that the address holds, at least one to type into."""
    head = f"{name}."
    found = {key[len(head):].partition(".")[0] for key in typed if key.startswith(head)}  # fmt: skip
    rows = sorted(int(index) for index in found if _INDEX.fullmatch(index))
    return rows[:MOST_ROWS] or [0]


def add_row(name: str, typed: Typed) -> dict[str, str]:
    """The typed values with one more empty row."""
    rows = _rows(name, typed)
    kept = dict(typed)
    if not any(key.startswith(f"{name}.") for key in typed):
        kept[f"{name}.{rows[0]}"] = ""
    if len(rows) < MOST_ROWS:
        kept[f"{name}.{rows[-1] + 1}"] = ""
    return kept


def remove_row(name: str, typed: Typed) -> dict[str, str]:
    """The typed values without one row."""
    return {key: value for key, value in typed.items() if key != name and not key.startswith(f"{name}.")}


def write(entry: Spec, value: Any, name: str) -> dict[str, str]:
    """A fact as it would be typed: the way from a worked case to an address."""
    kind = entry["type"]
    if kind == "group":
        return _joined(write(part, value[part["name"]], f"{name}.{part['name']}")
                       for part in entry["fields"] if part["name"] in value)  # fmt: skip
    if kind == "list":
        return _joined(write(entry["item"], item, f"{name}.{place}") for place, item in enumerate(value))
    if kind == "mapping":
        return _write_pairs(entry, value, name)
    if kind == "either":
        return _write_either(entry, value, name)
    return {name: _written(kind, value)}


def _write_pairs(entry: Spec, value: Mapping[str, Any], name: str) -> dict[str, str]:
    if entry["key"]["type"] == "choice":
        return _joined(write(entry["value"], item, f"{name}.{key}") for key, item in value.items())
    rows = enumerate(value.items())
    return _joined(
        {f"{name}.{place}.{KEY}": str(key)} | write(entry["value"], item, f"{name}.{place}.{VALUE}")
        for place, (key, item) in rows
    )


def _write_either(entry: Spec, value: Any, name: str) -> dict[str, str]:
    options = entry["options"]
    if all(option["type"] == "choice" for option in options):
        return {name: str(value)}
    for place, option in enumerate(options):
        is_number = isinstance(value, int | float | Decimal)
        if is_number == (option["type"] in ("integer", "number")):
            return write(option, value, f"{name}.{place}")
    return {}


def _joined(pieces: Iterator[dict[str, str]]) -> dict[str, str]:
    return {key: value for piece in pieces for key, value in piece.items()}


def _written(kind: str, value: Any) -> str:
    if value is None:
        return ""
    if kind == "boolean":
        return YES if value else NO
    if kind == "date":
        return formats.typed_date(value if isinstance(value, date) else date.fromisoformat(value))
    if kind == "datetime":
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        return f"{formats.typed_date(moment.date())} {moment:%H.%M.%S} {_zone(moment)}".strip()
    if kind in ("integer", "number"):
        return f"{Decimal(str(value)):f}".replace(".", ",")
    return str(value)


def _zone(moment: datetime) -> str:
    offset = moment.isoformat()[-6:] if moment.tzinfo else ""
    return next((name.upper() for name, hours in ZONES.items() if hours == offset), offset)


def _choice_label(choice: Spec) -> str:
    """A grade is known by its code, other codes by their words."""
    value, label = choice["value"], choice["label"]
    if not value:
        return label or "Tidak ada"
    return f"{value} · {label}" if value[:1].isupper() and "/" in value and label != value else label or value


def _parse_text(text: str, _control: Control) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"Terlalu panjang; paling banyak {LONGEST} huruf.")
    return text


def _parse_number(text: str, _control: Control) -> Decimal:
    try:
        number = _NUMBER.to_python(text)
    except ValidationError:
        raise ValueError(UNREADABLE_NUMBER) from None
    if number is None:
        raise ValueError(EMPTY)
    return number


def _parse_whole(text: str, control: Control) -> int:
    number = _parse_number(text, control)
    if number != number.to_integral_value():
        raise ValueError("Tulis bilangan bulat, tanpa koma.")
    return int(number)


def _parse_date(text: str, _control: Control) -> str:
    return dates.parse(text).isoformat()


def _parse_moment(text: str, _control: Control) -> str:
    """22/11/2026 14.30 WIB; without a zone it is the clock on the wall."""
    match = _MOMENT.fullmatch(text[:60].lower())
    if match is None:
        raise ValueError(UNREADABLE_MOMENT)
    zone = match["zone"] or ""
    clock = f"{int(match['hour']):02d}:{match['minute']}:{match['second'] or '00'}{ZONES.get(zone, zone)}"
    day = dates.parse(match["day"])
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}").isoformat()
    except ValueError:
        raise ValueError(UNREADABLE_MOMENT) from None


def _parse_choice(text: str, control: Control) -> str:
    if text not in {value for value, _ in control.choices}:
        raise ValueError("Pilih salah satu dari daftar.")
    return text


_BRANCHES = frozenset({"group", "list", "pairs", "fixed", "either"})
_KINDS = {
    "text": "text", "integer": "number", "number": "number", "date": "date", "datetime": "moment", "choice": "choice",
    "boolean": "flag", "group": "group", "list": "list", "mapping": "pairs", "either": "either",
}  # fmt: skip
_OR = {"integer": "Angka", "number": "Angka", "choice": "atau pilih", "text": "Teks", "date": "Tanggal"}
_PARSERS: dict[str, Callable[[str, Control], Any]] = {
    "text": _parse_text, "integer": _parse_whole, "number": _parse_number, "date": _parse_date,
    "datetime": _parse_moment, "choice": _parse_choice,
}  # fmt: skip
_READERS: Mapping[str, Callable[[Control, Spec, Typed, bool], None]] = {
    "group": _read_group, "list": _read_list, "pairs": _read_pairs, "either": _read_either, "flag": _read_flag,
} | dict.fromkeys(("text", "number", "date", "moment", "choice"), _read_leaf)  # fmt: skip
