"""Reading parameter files (TOML) and tables (CSV with a TOML beside it), strictly: an unknown key is a fault."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from jenjang.law.citations import CONFIDENCES
from jenjang.law.errors import LawError

_KEYS = {
    "label",
    "unit",
    "help",
    "confidence",
    "verified_on",
    "delegated",
    "range",
    "total",
    "decreasing",
    "choices",
    "values",
}
_REQUIRED = {"label", "unit", "confidence", "values"}
_VALUE_KEYS = {"since", "value", "cites", "repealed", "note"}
_TABLE_KEYS = {"since", "file", "cites", "repealed", "note"}
_LONGEST_NUMBER = 40


def read_parameters(folder: Path) -> dict[str, dict[str, Any]]:
    """`cuti/tahunan/hak.toml` is the parameter `cuti.tahunan.hak`."""
    return {_key(folder, path): _read(path, _VALUE_KEYS) for path in sorted(folder.rglob("*.toml"))}


def read_tables(folder: Path) -> dict[str, dict[str, Any]]:
    """A table is a parameter whose values stand in CSV files: a tuple of rows, each a mapping of text."""
    tables = {}
    for path in sorted(folder.rglob("*.toml")):
        raw = _read(path, _TABLE_KEYS)
        for entry in raw["values"]:
            if not entry.get("repealed"):
                entry["value"] = _rows(path.parent / entry["file"])
        tables[_key(folder, path)] = raw | {"is_table": True}
    return tables


def exact(text: str) -> Decimal:
    """A number as it is written; one that no decimal can hold is a `ValueError`, as any unreadable text is."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"bilangan {text[:_LONGEST_NUMBER]} terlalu besar atau terlalu kecil") from None


def _key(folder: Path, path: Path) -> str:
    return ".".join(path.relative_to(folder).with_suffix("").parts)


def _read(path: Path, value_keys: set[str]) -> dict[str, Any]:
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"), parse_float=exact)
    except ValueError as error:
        raise LawError(f"{path.name}: {error}") from error
    if unknown := raw.keys() - _KEYS:
        raise LawError(f"{path}: kunci tidak dikenal: {', '.join(sorted(unknown))}")
    if missing := _REQUIRED - raw.keys():
        raise LawError(f"{path}: belum ada {', '.join(sorted(missing))}")
    if raw["confidence"] not in CONFIDENCES:
        raise LawError(f"{path}: confidence harus salah satu dari {', '.join(CONFIDENCES)}")
    for entry in raw["values"]:
        _check_entry(path, entry, value_keys)
    days = [entry["since"] for entry in raw["values"]]
    if not days or days != sorted(set(days)):
        raise LawError(f"{path}: values harus urut menurut since dan tidak berulang")
    return raw


def _check_entry(path: Path, entry: dict[str, Any], value_keys: set[str]) -> None:
    if unknown := entry.keys() - value_keys:
        raise LawError(f"{path}: kunci tidak dikenal pada values: {', '.join(sorted(unknown))}")
    if type(entry.get("since")) is not date:
        raise LawError(f"{path}: since harus tanggal")
    if not entry.get("cites"):
        raise LawError(f"{path}: setiap nilai menyebut dasar hukumnya (cites)")
    carries = "file" if "file" in value_keys else "value"
    if (carries in entry) == bool(entry.get("repealed")):
        raise LawError(f"{path}: tulis {carries}, atau repealed = true")


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise LawError(f"{path}: tabel tidak ditemukan")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
