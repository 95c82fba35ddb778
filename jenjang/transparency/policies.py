"""Kebijakan instansi pada halaman hukum: what this agency set where the law leaves it a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.kernel import policy
from jenjang.law.parameters import Parameter
from jenjang.transparency.books import Table, table_of, value_in_words
from jenjang.ui.parts import Reason


@dataclass(frozen=True, slots=True)
class OwnValue:
    """Nilai instansi: the value, since when, by which decree."""

    text: str
    table: Table | None
    since: date
    decree: str


def values_on(day: date) -> dict[str, Any]:
    """The adopted values of a day; empty where the national default speaks."""
    version = policy.policy_on(day)
    return policy.read_values(version.values) if version else {}


def own_value(parameter: Parameter, day: date) -> OwnValue | None:
    """What the agency set for one delegated parameter."""
    version = policy.policy_on(day) if parameter.delegated else None
    values = policy.read_values(version.values) if version else {}
    if version is None or parameter.key not in values:
        return None
    value = values[parameter.key]
    table = table_of(value, parameter.unit)
    text = "" if table else value_in_words(value, parameter.unit)
    return OwnValue(text, table, version.since, version.decree_number)


def as_reasons(answer: Mapping[str, Any] | None) -> list[Reason]:
    """The findings of an answer, for the list on the page: what stands in the way first, each article once."""
    found = sorted(answer["findings"] if answer else [], key=lambda item: item["met"] is not False)
    return [Reason(item["reason"], item["met"], list(dict.fromkeys(item["cites"]))) for item in found]
