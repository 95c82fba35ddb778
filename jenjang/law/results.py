"""Results of rules: dataclasses whose fields carry an Indonesian label, and their plain JSON form."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any

# A third leaves 83.12499999… where 83.125 is meant: what lies beyond nine decimals is noise of division, not value.
_NOISE = Decimal("1e-9")
_CENT = Decimal("0.01")
_UNIT = Decimal(1)


def points(value: Decimal) -> Decimal:
    """Two decimals, rounded half up: for results only, never for steps."""
    return value.quantize(_NOISE).quantize(_CENT, rounding=ROUND_HALF_UP)


def rupiah(value: Decimal) -> int:
    """Whole rupiah, rounded half up."""
    return int(value.quantize(_NOISE).quantize(_UNIT, rounding=ROUND_HALF_UP))


def result(label: str, *, help: str = "", unit: str = "") -> Any:
    """A field of a result: its label for pages and letters."""
    return dataclasses.field(metadata={"label": label, "help": help, "unit": unit})


def json_name(name: str) -> str:
    """`class_` in Python is `class` outside."""
    return name.removesuffix("_")


def as_plain(value: Any) -> Any:
    """JSON types only: ISO dates, numbers, codes as text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        whole = value.to_integral_value()
        return int(whole) if whole == value else float(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {json_name(f.name): as_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(as_plain(key)): as_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | frozenset | set):
        return [as_plain(item) for item in value]
    return value
