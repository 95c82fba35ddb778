"""Requests made inside this process, through the whole stack of middleware, with their cost.

Time is processor time, of this process and of the database's backend that answers it: on a machine that others use too,
the time on the wall says how busy they are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from benchmarks.clocks import Clock

WARM, ROUNDS = 3, 15


@dataclass(frozen=True, slots=True)
class Cost:
    """The least disturbed round, in milliseconds; the most queries of a warm request."""

    status: int
    queries: int
    cpu: float
    database: float
    size: int


class Counter:
    """Counts what goes to the database."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable[..., Any], *query: Any) -> Any:
        self.queries += 1
        return execute(*query)


def sign_in(user: Any) -> str:
    """A session past password and second factor. Gives the cookie."""
    from jenjang.accounts import factor
    from jenjang.kernel import clock

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[factor.SESSION_KEY] = clock.now().timestamp()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def costs(requests: Iterable[tuple[str, str, str]]) -> dict[str, Cost]:
    """The cost of each (name, address, cookie). Rounds go through all of them in turn, so that a busy moment hits all alike."""
    handler, asked = WSGIHandler(), list(requests)
    seen: dict[str, list[tuple[int, int, float, float, int]]] = {name: [] for name, _, _ in asked}
    for turn in range(WARM + ROUNDS):
        for name, address, cookie in asked:
            result = _visit(handler, address, cookie)
            if turn >= WARM:
                seen[name].append(result)
    return {name: _cost(results) for name, results in seen.items()}


def _cost(results: list[tuple[int, int, float, float, int]]) -> Cost:
    status, queries, cpus, databases, size = (list(column) for column in zip(*results, strict=True))
    # A connection that was renewed within a visit is another backend, whose clock says nothing of this visit.
    cpu, database = min((pair for pair in zip(cpus, databases, strict=True) if pair[1] >= 0), key=sum)
    return Cost(max(status), max(queries), cpu, database, max(size))


def _visit(handler: WSGIHandler, address: str, cookie: str) -> tuple[int, int, float, float, int]:
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost", "HTTP_COOKIE": cookie, "REMOTE_ADDR": "127.0.0.1",
        "HTTP_ACCEPT": "text/html", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.version": (1, 0),
    }  # fmt: skip
    status: list[int] = []
    counter = Counter()
    with connection.execute_wrapper(counter):
        clock = Clock()
        answer = handler(environ, lambda line, headers, *rest: status.append(int(line[:3])))
        size = sum(len(part) for part in answer)
        answer.close()
        spent = clock.read()
    return status[0], counter.queries, spent.here * 1000, spent.database * 1000, size
