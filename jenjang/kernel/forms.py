"""Forms of the ground: a draft of the agency's policy, one field a value, and its adoption."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from jenjang.kernel import policy
from jenjang.law.codes import label_of
from jenjang.law.parameters import Parameter
from jenjang.law.wording import SUBJECTS
from jenjang.law.wording import number as in_digits
from jenjang.ui.forms import DateField, Form, TextField

YES, NO = "ya", "tidak"
Path = tuple[str, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The single values inside a parameter, each with the way to it."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, str(key)))
    elif isinstance(value, tuple | list):
        for place, item in enumerate(value):
            yield from leaves(item, (*path, str(place)))
    else:
        yield path, value


def rebuild(model: Any, given: Mapping[Path, Any], path: Path = ()) -> Any:
    """A value of the model's shape, its leaves taken from `given` where they are there."""
    if isinstance(model, Mapping):
        return {key: rebuild(item, given, (*path, str(key))) for key, item in model.items()}
    if isinstance(model, tuple | list):
        return [rebuild(item, given, (*path, str(place))) for place, item in enumerate(model)]
    return given.get(path, model)


@dataclass(frozen=True, slots=True)
class Choice:
    """Satu pilihan yang diserahkan: its limits in words, and a field (short name, field) for each single value."""

    parameter: Parameter
    limits: str
    fields: list[tuple[str, Any]]


@dataclass(slots=True)
class Subject:
    """Satu pokok: what may be chosen there; open when something in it was filled in or has to be mended."""

    title: str
    choices: list[Choice] = field(default_factory=list)
    is_open: bool = False


class PolicyForm(Form):
    """Rancangan kebijakan: an empty field keeps the national default."""

    title = forms.CharField(label="Judul", max_length=200)
    since = DateField(label="Mulai berlaku")

    def __init__(self, *positional: Any, values: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(*positional, **options)
        self.parameters = policy.delegated()
        for parameter in self.parameters:
            chosen = dict(leaves((values or {}).get(parameter.key, {}))) if values and parameter.key in values else {}
            for path, default in leaves(parameter.values[-1].value):
                said = _shown(chosen[path]) if path in chosen else ""
                self.fields[_name(parameter.key, path)] = _field(parameter, path, default, said)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.policy_values: dict[str, Any] = {}
        for parameter in self.parameters:
            given = self._given(parameter, cleaned)
            if given:
                self.policy_values[parameter.key] = rebuild(parameter.values[-1].value, given)
        for key, reason in policy.check_values(self.policy_values).items():
            path = next(path for path, _ in leaves(self._parameter(key).values[-1].value))
            self.add_error(_name(key, path), reason)
        return cleaned

    def _given(self, parameter: Parameter, cleaned: Mapping[str, Any]) -> dict[Path, Any]:
        given: dict[Path, Any] = {}
        for path, default in leaves(parameter.values[-1].value):
            text = cleaned.get(_name(parameter.key, path), "")
            if text:
                try:
                    given[path] = _read(text, default)
                except ValueError as error:
                    self.add_error(_name(parameter.key, path), str(error))
        return given

    def _parameter(self, key: str) -> Parameter:
        return next(parameter for parameter in self.parameters if parameter.key == key)

    def subjects(self) -> list[Subject]:
        """The choices under the first word of their key, as the pages of the law order them."""
        found: dict[str, Subject] = {}
        for parameter in self.parameters:
            word = parameter.key.partition(".")[0]
            subject = found.setdefault(word, Subject(SUBJECTS.get(word, word.capitalize())))
            paths = [path for path, _ in leaves(parameter.values[-1].value)]
            fields = [(_short(path), self[_name(parameter.key, path)]) for path in paths]
            subject.choices.append(Choice(parameter, _limits(parameter), fields))
            subject.is_open = subject.is_open or any(one.value() or one.errors for _, one in fields)
        return list(found.values())


class AdoptionForm(Form):
    """Penetapan kebijakan."""

    decree_number = forms.CharField(label="Nomor keputusan", max_length=100)
    decree_date = DateField(label="Tanggal keputusan")


class ReturnForm(Form):
    """Pengembalian usulan kebijakan."""

    reason = TextField(label="Alasan dikembalikan", max_length=500)


class DiscardForm(Form):
    """Pembuangan rancangan kebijakan."""

    reason = TextField(label="Alasan dibuang", max_length=500)


def _name(key: str, path: Path) -> str:
    return "__".join((key.replace(".", "-"), *path))


def _field(parameter: Parameter, path: Path, default: Any, said: str) -> forms.Field:
    """A choice is a list of words; everything else is typed."""
    options: dict[str, Any] = {
        "label": " · ".join((parameter.label, *filter(None, (_short(path),)))),
        "required": False,
        "initial": said,
    }
    codes = (YES, NO) if isinstance(default, bool) else parameter.choices if isinstance(default, str) else ()
    if codes:
        listed = [(code, _opened(label_of(code))) for code in codes]
        return forms.ChoiceField(choices=[("", f"Bawaan: {label_of(_shown(default))}"), *listed], **options)
    return forms.CharField(max_length=200, help_text=f"Bawaan: {label_of(_shown(default))}", **options)


def _short(path: Path) -> str:
    """The way to a value in words: "Ahli Utama", "Baris 2, nilai"."""
    return _opened(", ".join(f"baris {int(step) + 1}" if step.isdecimal() else label_of(step) for step in path))


def _opened(words: str) -> str:
    """Words that begin with a capital; the other capitals stay."""
    return words[:1].upper() + words[1:]


def _limits(parameter: Parameter) -> str:
    """How far the law lets go, said once for all values of a parameter."""
    if parameter.range is None:
        return ""
    low, high = (in_digits(bound) for bound in parameter.range)
    unit = f" {parameter.unit}" if parameter.unit else ""
    total = f"; jumlahnya {in_digits(parameter.total)}" if parameter.total is not None else ""
    return f"Boleh {low} sampai {high}{unit}{total}."


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return in_digits(value) if isinstance(value, int | Decimal) else str(value)


def _read(text: str, default: Any) -> Any:
    if isinstance(default, bool):
        if text.lower() not in (YES, NO):
            raise ValueError("Tulis ya atau tidak.")
        return text.lower() == YES
    if isinstance(default, int | Decimal):
        try:
            read = Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
        except InvalidOperation:
            raise ValueError("Tulis angka, misalnya 12 atau 12,5.") from None
        if not read.is_finite():
            raise ValueError("Tulis angka, misalnya 12 atau 12,5.")
        return int(read) if read == read.to_integral_value() and abs(read) < 10**12 else read
    return text
