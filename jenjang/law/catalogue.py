"""Katalog aturan: every rule by its id, reached alike from an action, the command line, the API, a page and a case.

A core is registered with `@rule("kinerja.predikat", title=…, facts=PredicateFacts, result=PredicateResult, cites=…)`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jenjang.law import forms
from jenjang.law.decisions import Decision
from jenjang.law.errors import FactError, NotInForce
from jenjang.law.facts import parse, read_day
from jenjang.law.parameters import LawBook, LawOn, default_book
from jenjang.law.results import as_plain

Core = Callable[[Any, LawOn], Decision[Any]]
C = TypeVar("C", bound=Callable[..., Decision[Any]])

_RULES: dict[str, Rule] = {}
_PACKAGE = Path(__file__).resolve().parents[1]
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Rule:
    """Aturan: a typed core with what is needed to call it by name and to ask a person for its facts."""

    id: str
    title: str
    help: str
    facts: type[Any]
    result: type[Any] | None
    cites: tuple[str, ...]
    core: Core
    decides: bool

    def answer(self, facts: Any, law: LawOn) -> dict[str, Any]:
        """Plain facts in, the answer of the contract out; bad input raises `FactError`."""
        decision = self.core(parse(self.facts, facts), law)
        verdict = {"allowed": decision.allowed} if self.decides else {}
        return {
            "rule": self.id,
            "on": law.day.isoformat(),
            "result": verdict | (as_plain(decision.result) or {}),
            "findings": [finding.as_json() for finding in decision.findings],
            "parameters": law.used,
        }

    def form_spec(self) -> dict[str, Any]:
        """Everything a page needs to ask for the facts and to show the result."""
        return forms.form_spec(self)


def rule(
    id: str,
    *,
    title: str,
    facts: type[Any],
    cites: tuple[str, ...],
    result: type[Any] | None = None,
    decides: bool = False,
    help: str = "",
) -> Callable[[C], C]:
    """Register a core under an id; `cites` is its legal basis, `decides` puts `allowed` first into its result."""

    def register(core: C) -> C:
        known = _RULES.get(id)
        if known is not None and known.core.__module__ != core.__module__:
            raise ValueError(f"{id} is registered by {known.core.__module__} and by {core.__module__}")
        about = help or (core.__doc__ or "").strip().partition("\n")[0]
        _RULES[id] = Rule(id, title, about, facts, result, cites, core, decides)
        return core

    return register


@cache
def _discover() -> None:
    """Import the modules in each slice's `rules/`; by name, for the law stands below the slices."""
    for path in sorted(_PACKAGE.glob("*/rules/*.py")):
        if path.stem != "__init__":
            importlib.import_module(f"{_PACKAGE.name}.{path.parts[-3]}.rules.{path.stem}")


def get(id: str) -> Rule:
    """The rule with this id; `KeyError` for an unknown one."""
    _discover()
    return _RULES[id]


def all_rules() -> list[Rule]:
    """Every rule, by id."""
    _discover()
    return [_RULES[id] for id in sorted(_RULES)]


def cited_by(citation: str) -> list[Rule]:
    """The rules whose legal basis is this citation, or an article of this source."""
    return [rule for rule in all_rules() if any(text == citation or text.startswith(f"{citation}#")
                                                for text in rule.cites)]  # fmt: skip


def evaluate(
    id: Any, on: Any, facts: Any, policy: Mapping[str, Any] | None = None, *, book: LawBook | None = None
) -> dict[str, Any]:
    """One answer, or `{"rule", "error": {"field", "message"}}`; never raises for what a caller typed."""
    try:
        found = _rule_named(id)
        law = (book or default_book()).on(_day_of_law(on), policy)
        return found.answer(facts, law)
    except FactError as error:
        return _refusal(id, error.field, error.message)
    except NotInForce as error:
        return _refusal(id, "on", str(error))


def _rule_named(id: Any) -> Rule:
    if id is None:
        raise FactError("rule", "Nama aturan wajib diisi.")
    try:
        return get(id)
    except (KeyError, TypeError):
        raise FactError("rule", f"Tidak ada aturan bernama '{str(id)[:_LONGEST_NAME]}'.") from None


def _day_of_law(on: Any) -> date:
    if on is None:
        raise FactError("on", "Tanggal hukum wajib diisi.")
    try:
        return read_day(on)
    except ValueError as error:
        raise FactError("on", str(error)) from None


def _refusal(id: Any, field: str, message: str) -> dict[str, Any]:
    name = id[:_LONGEST_NAME] if isinstance(id, str) else None
    return {"rule": name, "error": {"field": field, "message": message}}
