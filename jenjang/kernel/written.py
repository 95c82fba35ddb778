"""Pertanyaan yang ditulis sekali: what every request asks of the database, put into SQL for a stand-in and asked with a key.

Writing such a query as SQL costs more than running it. It may depend on nothing but the key of an account and what its writer
names (a day, a set of roles), so a caller keeps one `Written` for each of those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

STAND_IN = -(2**61) - 1
"""No row has this key."""


@dataclass(frozen=True, slots=True)
class Written:
    """SQL with its values; the stand-in's key gives way to the real one."""

    sql: str
    values: tuple[Any, ...]

    def rows(self, key: int) -> list[tuple[Any, ...]]:
        """Ask it with a key."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [key if value == STAND_IN else value for value in self.values])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def write(rows: QuerySet[Any, Any]) -> Written:
    """A query made for `STAND_IN`, as SQL. Its columns are those of `values_list` or `values`."""
    sql, values = rows.query.get_compiler(connection=connection).as_sql()
    return Written(sql, tuple(values))
