"""Time on the wall, and what of it was work: on a machine that others use too, the difference is waiting for them."""

import time
from dataclasses import dataclass
from pathlib import Path

from django.db import connection


def backend_seconds() -> float:
    """Processor time of the database's backend on this connection so far; Linux counts it in nanoseconds."""
    connection.ensure_connection()
    return int(Path(f"/proc/{_backend()}/schedstat").read_text().split()[0]) / 1e9


def _backend() -> int:
    pid: int = connection.connection.info.backend_pid
    return pid


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Seconds on the wall, and of processor time in this process and in the database's backend."""

    wall: float
    here: float
    database: float

    @property
    def said(self) -> str:
        return f"processor time {self.here:.2f} s here and {self.database:.2f} s in the database"


class Clock:
    """Started when made."""

    def __init__(self) -> None:
        self._began = (time.perf_counter(), time.process_time(), backend_seconds())
        self._backend = _backend()

    def read(self) -> Span:
        """What it took; a database time of -1 s when another backend answered at the end than at the beginning."""
        now = (time.perf_counter(), time.process_time(), backend_seconds())
        span = Span(*(later - earlier for later, earlier in zip(now, self._began, strict=True)))
        return span if _backend() == self._backend else Span(span.wall, span.here, -1.0)
