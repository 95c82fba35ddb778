"""Jenis riwayat: every kind of history a person has, described once, for the profile, the forms, the CV and the imports.

Higher slices add theirs in `<slice>/histories.py` as `kinds`; this module gathers them by name, without knowing them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from jenjang.kernel.histories import HistoryRecord
from jenjang.ui import formats

Summary = Callable[[Any], str]
Sense = Callable[[Mapping[str, Any]], Iterable[tuple[str, str]]]


def _plausible(facts: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """A kind whose facts say nothing of one another."""
    return ()


@dataclass(frozen=True, slots=True)
class HistoryKind:
    """One kind of history. `fields` are what the person or an officer may ask to correct; `private` is for few eyes.

    `sense` gives what is wrong with facts typed by hand, as field and sentence; `once` are the facts that no second row has.
    """

    code: str
    label: str
    model: type[HistoryRecord]
    fields: tuple[str, ...]
    summary: Summary
    order: int = 50
    private: bool = False
    correctable: bool = True
    related: tuple[str, ...] = ()
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sense: Sense = _plausible
    once: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    def value_in_words(self, name: str, value: Any) -> str:
        """A stored value as people read it."""
        if isinstance(value, date):
            return formats.long_date(value)
        return self.choices.get(name, {}).get(value, "" if value is None else str(value))

    def label_of(self, name: str) -> str:
        return str(self.model._meta.get_field(name).verbose_name)

    def rows_of(self, employee_id: int) -> Any:
        """Every row of a person, newest first, superseded ones included."""
        rows = self.model._default_manager.filter(employee=employee_id)
        return rows.order_by("-effective_from", "-recorded_at", "-pk").select_related("document", *self.related)


@cache
def all_kinds() -> tuple[HistoryKind, ...]:
    """Every kind of every installed slice, in the order of the profile."""
    found: list[HistoryKind] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.histories"
        if config.name.startswith("jenjang.") and config.label != "kernel" and find_spec(name):
            found.extend(import_module(name).kinds)
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.code)))


def kind(code: str) -> HistoryKind | None:
    return next((item for item in all_kinds() if item.code == code), None)


def kind_of(model: type[HistoryRecord]) -> HistoryKind | None:
    """The kind that a model holds."""
    return next((item for item in all_kinds() if item.model is model), None)


def joined(*parts: object) -> str:
    """Parts that are there, with commas."""
    return ", ".join(str(part) for part in parts if part not in (None, "", "tidak_ada"))


def labels_of(codes: Iterable[Any]) -> dict[str, str]:
    return {code.value: code.label for code in codes}
