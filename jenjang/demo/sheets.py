"""Baris kota peragaan: gathered table by table, and written like an import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.db import connection

from jenjang import ledger
from jenjang.kernel import clock
from jenjang.personnel import actions as personnel

HAND = ledger.SYSTEM("peragaan")


class Sheets:
    """Baris untuk banyak tabel, one COPY a table; keys are taken from the tables' own sequences beforehand."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self.columns: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, Iterator[int]] = {}

    def key(self, model: str) -> int:
        """The next key of a table."""
        found = next(self._keys.get(model, iter(())), None)
        if found is None:
            self._keys[model] = iter(_reserve(model, 5_000))
            found = next(self._keys[model])
        return found

    def add(self, model: str, **values: Any) -> None:
        """One row; every row of a table names the same columns."""
        self.columns.setdefault(model, tuple(values))
        self.rows[model].append(tuple(values.values()))

    def write(self) -> None:
        """Everything, tables in the order in which they were first used."""
        for model, columns in self.columns.items():
            personnel.bulk_append(apps.get_model(model), self.rows[model], columns=columns, by=HAND)
        self.rows.clear()
        self.columns.clear()


def _reserve(model: str, count: int) -> list[int]:
    table = apps.get_model(model)._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [key for (key,) in cursor.fetchall()]


def noon(day: date) -> datetime:
    """Noon of a day, for what happened at no known hour."""
    return datetime.combine(day, time(12), clock.zone())
