"""Rentang bertingkat: rows that each hold from a threshold (`mulai`) until the next one begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

START = "mulai"


def reached(rows: Iterable[Mapping[str, Any]], amount: int | Decimal) -> Mapping[str, Any] | None:
    """The row with the highest threshold that the amount reaches; none below the lowest."""
    found = None
    for row in rows:
        if row[START] <= amount and (found is None or row[START] > found[START]):
            found = row
    return found
