"""Kasus uji: worked cases in TOML that a lawyer can write and read, and their runner."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jenjang.law.catalogue import evaluate
from jenjang.law.errors import LawError
from jenjang.law.parameters import REGULATIONS, LawBook
from jenjang.law.reading import exact

_KEYS = {"id", "rule", "on", "facts", "expect", "error", "tolerance", "source"}
_REQUIRED = {"id", "rule", "on", "facts"}


@dataclass(frozen=True, slots=True)
class Case:
    """Kasus: facts, a day, what must come out, and who says so."""

    id: str
    rule: str
    on: Any
    facts: Mapping[str, Any]
    expect: Mapping[str, Any]
    error: str = ""
    tolerance: Decimal = Decimal(0)
    source: str = ""
    file: str = ""


def find_files(path: Path) -> list[Path]:
    """A case file, or all case files below a folder."""
    if path.is_dir():
        return sorted(path.rglob("*.toml"))
    if path.is_file():
        return [path]
    raise FileNotFoundError(f"{path}: tidak ada berkas atau folder kasus ini")


def load_cases(path: Path) -> list[Case]:
    """The cases of one file."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"), parse_float=exact)
    except ValueError as error:
        raise LawError(f"{path}: {error}") from error
    entries = raw.get("case")
    if raw.keys() != {"case"} or not isinstance(entries, list):
        raise LawError(f"{path}: berkas kasus berisi [[case]] saja")
    return [_case(path, entry) for entry in entries]


def _case(path: Path, raw: dict[str, Any]) -> Case:
    name = raw.get("id", "?")
    if unknown := raw.keys() - _KEYS:
        raise LawError(f"{path}: {name}: kunci tidak dikenal: {', '.join(sorted(unknown))}")
    if missing := _REQUIRED - raw.keys():
        raise LawError(f"{path}: {name}: belum ada {', '.join(sorted(missing))}")
    expect = dict(raw.get("expect", {}))
    error = raw.get("error") or expect.pop("error", "")
    if not error and not expect:
        raise LawError(f"{path}: {name}: belum ada expect")
    tolerance = Decimal(str(raw.get("tolerance", 0)))
    return Case(name, raw["rule"], raw["on"], raw["facts"], expect, error, tolerance, raw.get("source", ""), str(path))


def run(case: Case, book: LawBook | None = None) -> list[str]:
    """What differs from the expectation; empty when the case passes."""
    answer = evaluate(case.rule, case.on, case.facts, book=book)
    refused = answer.get("error")
    if case.error:
        if refused is None:
            return [f"diharapkan ditolak pada {case.error}, tetapi hasilnya {answer['result']}"]
        return [] if refused["field"] == case.error else [f"ditolak pada {refused['field']}, bukan {case.error}"]
    if refused is not None:
        return [f"ditolak pada {refused['field']}: {refused['message']}"]
    return list(_differences("", case.expect, answer["result"], case.tolerance))


def _differences(place: str, expected: Any, actual: Any, tolerance: Decimal) -> Iterator[str]:
    if isinstance(expected, Mapping) and isinstance(actual, Mapping):
        for key, item in expected.items():
            inner = f"{place}.{key}".lstrip(".")
            if key not in actual:
                yield f"{inner}: tidak ada pada hasil"
            else:
                yield from _differences(inner, item, actual[key], tolerance)
    elif not _same(expected, actual, tolerance):
        yield f"{place}: diharapkan {_plain(expected)!r}, hasilnya {actual!r}"


def _same(expected: Any, actual: Any, tolerance: Decimal) -> bool:
    if _is_number(expected) and _is_number(actual):
        return abs(Decimal(str(expected)) - Decimal(str(actual))) <= tolerance
    if isinstance(expected, list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(
            _same(*pair, tolerance) for pair in zip(expected, actual, strict=True)
        )
    return bool(_plain(expected) == actual) and isinstance(expected, bool) == isinstance(actual, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@cache
def shipped_cases() -> tuple[Case, ...]:
    """The cases that come with the law."""
    return tuple(case for path in find_files(REGULATIONS / "cases") for case in load_cases(path))


@cache
def parameters_of(rule_id: str) -> tuple[str, ...]:
    """The parameters that a rule looks up, as its shipped cases show; for pages and the reverse index."""
    used: dict[str, None] = {}
    for case in shipped_cases():
        if case.rule == rule_id:
            used |= dict.fromkeys(evaluate(case.rule, case.on, case.facts).get("parameters", ()))
    return tuple(sorted(used))
