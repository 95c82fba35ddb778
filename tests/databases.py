"""Test databases: copies of one that was migrated once, and is kept in the tests' own server until a migration changes.

Migrating takes ten seconds, copying a third of one; whoever runs a single test a hundred times a day waits for neither.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PREFIX = "jenjang_templat_"
LOCK = 0x54455354  # "TEST": one process migrates, the others wait and copy
# What a migrated database depends on beside the migrations: the seal's SQL, roles and grants, programs with migrations.
SOURCES = ("jenjang/*/migrations/*.py", "jenjang/ledger/*.py", "jenjang/kernel/schema.py", "jenjang/config/database.py")
PROGRAMS = ("django", "procrastinate", "django-allauth", "django-axes")


def digest() -> str:
    """A name for the state of all that makes the tables."""
    seen = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            seen.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    seen.update(" ".join(version(name) for name in PROGRAMS).encode())
    return seen.hexdigest()[:16]


@contextmanager
def copied(suffix: str) -> Iterator[str]:
    """A database of this run's own, gone afterwards; Django's connection points at it meanwhile."""
    from django.db import connection, connections

    settings = connection.settings_dict
    original, name = settings["NAME"], f"test_{settings['NAME']}{suffix}"
    connections.close_all()
    with _server(settings) as server:
        template = _template(server)
        _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _run(server, "CREATE DATABASE {} TEMPLATE {}", name, template)
    settings["NAME"] = name
    try:
        yield name
    finally:
        connections.close_all()
        settings["NAME"] = original
        with _server(settings) as server:
            _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _template(server: Any) -> str:
    """The migrated database; made when there is none for this state of the migrations, those of other states go."""
    name = PREFIX + digest()
    server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        known = [
            row[0] for row in server.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [PREFIX + "%"])
        ]
        if name not in known:
            for old in known:
                _run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", old)
            _migrate(server, name)
    finally:
        server.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    return name


def _migrate(server: Any, name: str) -> None:
    from django.db import connection, connections

    settings = connection.settings_dict
    original, making = settings["NAME"], f"{name}_dibuat"
    settings["TEST"]["NAME"] = making
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    finally:
        connections.close_all()
        settings["NAME"], settings["TEST"]["NAME"] = original, None
    _run(server, "ALTER DATABASE {} RENAME TO {}", making, name)  # whole or not there: a killed run leaves no half one


@contextmanager
def _server(settings: dict[str, Any]) -> Iterator[Any]:
    import psycopg

    with psycopg.connect(
        host=settings["HOST"], user=settings["USER"], password=settings["PASSWORD"], port=settings["PORT"] or None,
        dbname="postgres", autocommit=True,
    ) as server:  # fmt: skip
        yield server


def _run(server: Any, statement: str, *names: str) -> None:
    from psycopg import sql

    server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def suffix_of_worker() -> str:
    """xdist's workers each have a database."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    return f"_{worker}" if worker else f"_{os.getpid()}"
