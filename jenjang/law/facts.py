"""Fakta: frozen dataclasses read from plain data (JSON, TOML, a form), strictly.

Unknown keys and codes, wrong types and values outside their range are a `FactError` that names the top-level key.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from jenjang.law.codes import Code
from jenjang.law.errors import FactError

F = TypeVar("F")
Reader = Callable[[Any], Any]

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LARGEST = 10**15
_LONGEST_TEXT = 2000
_LONGEST_LIST = 500
_MAXIMUM_SHOWN = 40

_READERS: dict[type[Any], dict[str, tuple[Reader, bool]]] = {}


@dataclass(frozen=True, slots=True)
class Meta:
    """What a page needs to ask for a fact, and the limits of its value."""

    label: str
    help: str = ""
    unit: str = ""
    minimum: int | None = None
    maximum: int | None = None
    example: Any = None


def fact(
    label: str,
    *,
    help: str = "",
    unit: str = "",
    minimum: int | None = None,
    maximum: int | None = None,
    example: Any = None,
    default: Any = dataclasses.MISSING,
) -> Any:
    """A field of a facts dataclass. A default is only for what need not be known (`date | None`)."""
    meta = Meta(label, help, unit, minimum, maximum, example)
    return dataclasses.field(default=default, metadata={"fact": meta})


def meta_of(field: dataclasses.Field[Any]) -> Meta:
    """The description of one fact."""
    found: Meta = field.metadata["fact"]
    return found


def hints_of(kind: type[Any]) -> dict[str, Any]:
    """The resolved types of a facts dataclass."""
    return typing.get_type_hints(kind)


def parse(kind: type[F], data: Any) -> F:
    """Read plain data into the facts dataclass."""
    if not isinstance(data, Mapping):
        raise FactError("facts", "Fakta harus berupa objek berisi nama dan nilai.")
    readers = _readers(kind)
    for name in data:
        if name not in readers:
            raise FactError(str(name)[:_MAXIMUM_SHOWN], f"{_shown(name)} bukan fakta aturan ini.")
    values = {}
    for name, (reader, required) in readers.items():
        if name not in data:
            if required:
                raise FactError(name, "Fakta ini wajib diisi.")
            continue
        try:
            values[name] = reader(data[name])
        except ValueError as error:
            raise FactError(name, str(error)) from None
    return kind(**values)


def _readers(kind: type[Any]) -> dict[str, tuple[Reader, bool]]:
    """A reader per fact, made once for each facts dataclass."""
    known = _READERS.get(kind)
    if known is None:
        hints = hints_of(kind)
        known = _READERS[kind] = {
            field.name: (_reader(hints[field.name], meta_of(field)), field.default is dataclasses.MISSING)
            for field in dataclasses.fields(kind)
        }
    return known


def _reader(hint: Any, meta: Meta) -> Reader:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _union_reader(arguments, meta)
    if origin is tuple:
        return _list_reader(_reader(arguments[0], meta))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(_reader(arguments[0], Meta("")), _reader(arguments[1], meta))
    if isinstance(hint, type) and issubclass(hint, Code):
        return _code_reader(hint)
    if dataclasses.is_dataclass(hint):
        return _nested_reader(typing.cast("type[Any]", hint))
    return _PLAIN[hint](meta)


def _union_reader(options: tuple[Any, ...], meta: Meta) -> Reader:
    optional = type(None) in options
    readers = [_reader(option, meta) for option in options if option is not type(None)]

    def read(value: Any) -> Any:
        if optional and (value is None or (value == "" and date in options)):
            return None
        refusals = []
        for reader in readers:
            try:
                return reader(value)
            except ValueError as error:
                refusals.append(str(error))
        raise ValueError(" ".join(refusals) if isinstance(value, str) else refusals[-1])

    return read


def _list_reader(item_reader: Reader) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValueError(f"Harus berupa daftar, bukan {_shown(value)}.")
        if len(value) > _LONGEST_LIST:
            raise ValueError(f"Daftar paling panjang {_LONGEST_LIST} butir.")
        return tuple(_at(f"butir ke-{place}", item_reader, item) for place, item in enumerate(value, 1))

    return read


def _mapping_reader(key_reader: Reader, value_reader: Reader) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"Harus berupa pasangan nama dan nilai, bukan {_shown(value)}.")
        if len(value) > _LONGEST_LIST:
            raise ValueError(f"Paling banyak {_LONGEST_LIST} butir.")
        return {key_reader(key): _at(_shown(key), value_reader, item) for key, item in value.items()}

    return read


def _nested_reader(kind: type[Any]) -> Reader:
    def read(value: Any) -> Any:
        try:
            return parse(kind, value)
        except FactError as error:
            raise ValueError(f"{error.field}: {error.message}") from None

    return read


def _code_reader(codes: type[Code]) -> Reader:
    known = {code.value: code for code in codes}

    def read(value: Any) -> Any:
        code = known.get(value) if isinstance(value, str) else None
        if code is None:
            choices = ", ".join(text for text in known if text)
            raise ValueError(f"Kode {_shown(value)} tidak dikenal; pilihannya: {choices}.")
        return code

    return read


def _number_reader(meta: Meta, *, whole: bool) -> Reader:
    low = -_LARGEST if meta.minimum is None else meta.minimum
    high = _LARGEST if meta.maximum is None else meta.maximum
    kinds: tuple[type[Any], ...] = (int,) if whole else (int, float, Decimal)
    wanted = "bilangan bulat" if whole else "bilangan"

    def read(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, kinds):
            raise ValueError(f"Harus {wanted}, bukan {_shown(value)}.")
        if isinstance(value, float):
            value = Decimal(str(value))
        if isinstance(value, Decimal) and not value.is_finite():
            raise ValueError("Harus bilangan yang terhingga.")
        if not low <= value <= high:
            raise ValueError(limits_in_words(meta.minimum, meta.maximum))
        return value if whole else Decimal(value)

    return read


def limits_in_words(minimum: int | None, maximum: int | None) -> str:
    """What a number outside its limits is told."""
    if minimum is not None and maximum is not None:
        return f"Harus antara {minimum} dan {maximum}."
    if minimum is not None:
        return f"Paling sedikit {minimum}."
    if maximum is not None:
        return f"Paling banyak {maximum}."
    return "Bilangan ini terlalu besar."


def read_day(value: Any) -> date:
    """An ISO date, as text or as a date."""
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"Tanggal {value} tidak ada pada kalender.") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"Harus tanggal tttt-bb-hh, bukan {_shown(value)}.")
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise ValueError(f"Tahun harus antara {_FIRST_YEAR} dan {_LAST_YEAR}.")
    return value


def read_moment(value: Any) -> datetime:
    """An ISO date and time, with its offset if it has one; a day alone is no moment."""
    if isinstance(value, str):
        if not _ISO_CLOCK.fullmatch(value):
            raise ValueError(f"Harus tanggal dan jam, misalnya 2026-03-02T10:00:00+07:00, bukan {_shown(value)}.")
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(f"Harus waktu ISO, bukan {_shown(value)}.") from None
    if not isinstance(value, datetime):
        raise ValueError(f"Harus waktu ISO, bukan {_shown(value)}.")
    read_day(value.date())
    return value


def _read_text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"Harus teks, bukan {_shown(value)}.")
    if len(value) > _LONGEST_TEXT:
        raise ValueError(f"Paling panjang {_LONGEST_TEXT} huruf.")
    return value


def _read_flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"Harus ya atau tidak (true/false), bukan {_shown(value)}.")
    return value


_PLAIN: dict[Any, Callable[[Meta], Reader]] = {
    str: lambda meta: _read_text,
    bool: lambda meta: _read_flag,
    int: lambda meta: _number_reader(meta, whole=True),
    Decimal: lambda meta: _number_reader(meta, whole=False),
    date: lambda meta: read_day,
    datetime: lambda meta: read_moment,
}


def _at(place: str, reader: Reader, value: Any) -> Any:
    try:
        return reader(value)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None


def _shown(value: Any) -> str:
    """A short form of what was given, safe to print."""
    if isinstance(value, str):
        return f"'{value[:_MAXIMUM_SHOWN]}'"
    if isinstance(value, Mapping):
        return "objek"
    if isinstance(value, list | tuple):
        return "daftar"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _LARGEST:
        return "bilangan besar"
    return str(value)[:_MAXIMUM_SHOWN]
