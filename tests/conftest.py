"""What a test may touch is decided by the folder it lies in.

tests/rules touches nothing and needs no Django. The other layers get a database of their own, in an embedded server of
their own (JENJANG_HOME, by default var/tes), so that a running program is never disturbed.
"""

import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PURE = ROOT / "tests" / "rules"

if importlib.util.find_spec("tests.plugins"):
    pytest_plugins = ["tests.plugins"]


def pytest_configure(config: pytest.Config) -> None:
    wanted = [(config.invocation_params.dir / argument.split("::")[0]).resolve() for argument in config.args]
    if all(path == PURE or PURE in path.parents for path in wanted):
        return
    os.environ.setdefault("JENJANG_HOME", str(ROOT / "var" / "tes"))
    os.environ["JENJANG_DB_ROLE"] = "super"
    os.environ["JENJANG_TESTING"] = "1"
    os.environ["JENJANG_LEDGER_WRITERS"] = (
        "jenjang_super"  # tests write as superuser, which the verifier would call foreign
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "jenjang.config.settings"
    import django

    django.setup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Unit and integration tests get the database without asking; tests/rules and tests/architecture do not."""
    for item in items:
        folder = item.path.relative_to(ROOT).parts[1]
        own = {"transactional_db", "committed_db", "live_server"} & set(getattr(item, "fixturenames", ()))
        if folder in ("unit", "integration") and not own:
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What a process keeps for a minute (the agency's name) must not outlive the test whose database it was read from."""
    from django.conf import settings

    if settings.configured:
        from django.core.cache import cache

        cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """The test database stands whenever anything asks for it: a copy of one that was migrated once (tests/databases.py)."""
    from tests import databases

    with django_db_blocker.unblock(), databases.copied(databases.suffix_of_worker()):
        yield


@pytest.fixture
def freeze() -> Iterator[Callable[[date], None]]:
    """Stop the agency's clock at noon of a day, or at an instant."""
    from jenjang.kernel import clock

    with ExitStack() as stack:
        yield lambda at: stack.enter_context(clock.frozen(at))


@pytest.fixture
def committed_db(django_db_setup: None, django_db_blocker: "object") -> Iterator[str]:
    """A copy of the test database, thrown away afterwards: for tests that need real commits, threads and processes.

    Gives the copy's address, for processes that the test starts (DATABASE_URL).
    """
    import psycopg
    from django.db import connection, connections
    from psycopg import sql

    def administer(statement: sql.Composed) -> None:
        settings = connection.settings_dict
        with psycopg.connect(
            host=settings["HOST"], user=settings["USER"], password=settings["PASSWORD"], port=settings["PORT"] or None,
            dbname="postgres", autocommit=True,
        ) as server:  # fmt: skip
            server.execute(statement)

    with django_db_blocker.unblock():
        connections.close_all()
        settings = connection.settings_dict
        original, copy = settings["NAME"], f"{settings['NAME']}_salinan_{os.getpid()}"
        administer(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(copy)))
        administer(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(copy), sql.Identifier(original)))
        settings["NAME"] = copy
        try:
            port = f"&port={settings['PORT']}" if settings["PORT"] else ""
            yield f"postgresql://{settings['USER']}:{settings['PASSWORD']}@/{copy}?host={settings['HOST']}{port}"
        finally:
            connections.close_all()
            settings["NAME"] = original
            administer(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(copy)))
