"""Reading much, fast: COPY's text lines, split by hand. An ORM object a row would cost fifty times as much."""

import re
from collections.abc import Iterator

from django.db.backends.utils import CursorWrapper

NULL = rb"\N"
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_MEANING = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b"\\": b"\\"}


def lines(cursor: CursorWrapper, query: str) -> Iterator[bytes]:
    """The lines of COPY (query), without their line feeds."""
    with cursor.cursor.copy(f"COPY ({query}) TO STDOUT") as copy:
        for block in copy:
            yield bytes(block[:-1])


def unescaped(value: bytes) -> bytes:
    """What COPY's text form stands for."""
    return _ESCAPED.sub(lambda match: _MEANING[match[1]], value) if b"\\" in value else value
