"""Reading much, fast: binary rows in portions while the database goes on. An ORM object a row would cost fifty times as much."""

from collections.abc import Iterator
from typing import Any

import psycopg
from django.db.backends.utils import CursorWrapper

# Large enough to cost nothing a row, small enough that Python hashes one portion while the database makes the next.
PORTION = 500


def stream(cursor: CursorWrapper, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, never all in memory; no other statement may run on the connection until they are read."""
    size = PORTION if psycopg.capabilities.has_stream_chunked() else 1
    reader = psycopg.Cursor(cursor.cursor.connection)
    yield from reader.stream(query, binary=True, size=size)
