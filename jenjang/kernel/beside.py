"""Di samping: a second thread on this thread's connection, so that the database works while Python does.

It is one connection, so one transaction: the second thread sees what is not committed yet, and what it writes goes or
stays with the rest. Whoever lends the connection keeps away from it until the results are in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

T = TypeVar("T")
R = TypeVar("R")

# Seconds after which a busy thread hands over. At Python's own 5 ms the second thread waits longer for its turn, each
# time a piece of an answer has come, than the database took to send it.
_TURN = 0.0005


@contextmanager
def lent_connection() -> Iterator[Executor]:
    """Meminjamkan koneksi: what is submitted runs one after the other, in this transaction; all is done at the end."""
    ours = connections[DEFAULT_DB_ALIAS]
    usual = sys.getswitchinterval()
    ours.inc_thread_sharing()
    sys.setswitchinterval(_TURN)
    try:
        with ThreadPoolExecutor(1, "beside", initializer=_take, initargs=(ours,)) as executor:
            yield executor
    finally:
        sys.setswitchinterval(usual)
        ours.dec_thread_sharing()


def ahead(read: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Membaca lebih dulu: `read` of each item in order, the next one read while the caller works on the last."""
    with lent_connection() as executor:
        coming: Future[R] | None = None
        for item in items:
            found, coming = coming, executor.submit(read, item)
            if found is not None:
                yield found.result()
        if coming is not None:
            yield coming.result()


def _take(theirs: BaseDatabaseWrapper) -> None:
    connections[DEFAULT_DB_ALIAS] = theirs
