"""Forms of the ground: a draft of the agency's policy, one field a value, and its adoption."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from jenjang.kernel import policy
from jenjang.law.parameters import Parameter
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
                self.fields[_name(parameter.key, path)] = forms.CharField(
                    label=" · ".join((parameter.label, *filter(None, (_short(path),)))),
                    max_length=200,
                    required=False,
                    help_text=_help(parameter, default),
                    initial=_shown(chosen[path]) if path in chosen else "",
                )

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

    def groups(self) -> list[tuple[Parameter, list[tuple[str, Any]]]]:
        """Fields by parameter, each with its short name under the parameter's; a single value needs none."""
        return [
            (
                parameter,
                [(_short(path), self[_name(parameter.key, path)]) for path, _ in leaves(parameter.values[-1].value)],
            )
            for parameter in self.parameters
        ]


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


def _short(path: Path) -> str:
    """The way to a value in words: "ahli utama", "baris 2, nilai"."""
    return ", ".join(f"baris {int(step) + 1}" if step.isdecimal() else step.replace("_", " ") for step in path)


def _help(parameter: Parameter, default: Any) -> str:
    said = [f"Bawaan nasional: {_shown(default)}"]
    if parameter.range is not None and isinstance(default, int | Decimal) and not isinstance(default, bool):
        said.append(f"boleh {in_digits(parameter.range[0])} sampai {in_digits(parameter.range[1])}")
    if parameter.choices:
        said.append(f"pilihan: {', '.join(parameter.choices)}")
    if parameter.total is not None:
        said.append(f"jumlah seluruhnya {in_digits(parameter.total)}")
    return "; ".join(said) + "."


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
