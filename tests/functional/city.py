"""The demo city, loaded once into a throw-away database and served as `jenjang serve` serves it.

Nothing of the test process takes part: the commands run as an operator runs them, the web workers connect as the
application's own role, and pages are reached over loopback only.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import psycopg
from psycopg import sql

EMPLOYEES = 500
START_SECONDS = 40
OF_THE_TESTS = ("JENJANG_DB_ROLE", "JENJANG_TESTING", "JENJANG_LEDGER_WRITERS", "JENJANG_PORT")


@dataclass
class City:
    """Kota peragaan yang sedang dilayani."""

    home: Path
    environment: dict[str, str]
    superuser: str
    port: int = 0
    accounts: list[dict[str, str]] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self, *arguments: str, good: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
        """A command of the program, as an operator would type it. `good` = it must exit with 0."""
        done = subprocess.run(
            [sys.executable, "-m", "jenjang.cli", *arguments],
            env={**self.environment, **environment}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if good and done.returncode:
            raise AssertionError(f"jenjang {' '.join(arguments)}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def answer(self, *arguments: str) -> Any:
        """What a command with `--format json` says."""
        return json.loads(self.run(*arguments, "--format", "json", good=False).stdout)

    def players(self, role: str) -> list[dict[str, str]]:
        """The invented accounts that play a role, in the order in which they are worth meeting."""
        return [account for account in self.accounts if account["role"] == role]

    def player(self, login: str) -> dict[str, str]:
        return next(account for account in self.accounts if account["login"] == login)

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Look behind the pages, as superuser: to find whom a story is about, never to make it happen."""
        with psycopg.connect(self.superuser) as connection:
            return connection.execute(query, values).fetchall()  # type: ignore[arg-type]

    def serve(self) -> None:
        """Start web and job workers, and wait for the first page."""
        self.port = self.port or free_port()
        with (self.home / "layanan.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jenjang.cli", "serve", "--port", str(self.port), "--workers", "1"],
                env=self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        end = time.monotonic() + START_SECONDS
        while not answers(f"{self.address}/masuk/"):
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError((self.home / "layanan.log").read_text(errors="replace")[-3000:])
            time.sleep(0.2)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)


@contextmanager
def demo_city(*, employees: int = EMPLOYEES) -> Iterator[City]:
    """Set up, load, serve; afterwards everything is gone."""
    with empty_city() as city:
        city.run("demo", "load", "--employees", str(employees))
        city.accounts = json.loads(city.run("demo", "accounts", "--format", "json").stdout)
        city.serve()
        yield city


@contextmanager
def empty_city() -> Iterator[City]:
    """A database with tables and grants, and a home with keys; no data, and not served yet."""
    from jenjang.config import database

    name = f"jenjang_peramban_{os.getpid()}_{time.monotonic_ns()}"
    addresses = {role: renamed(database.url(role), name) for role in ("app", "owner", "super")}
    home = database.places().home / "peramban" / name
    home.mkdir(parents=True)
    environment = {key: value for key, value in os.environ.items() if key not in OF_THE_TESTS} | {
        "JENJANG_HOME": str(home),
        "DATABASE_URL": addresses["app"],
        "DATABASE_OWNER_URL": addresses["owner"],
    }
    administer("CREATE DATABASE {} OWNER {}", name, owner_of(addresses["owner"]))
    city = City(home, environment, addresses["super"])
    try:
        city.run("setup")
        yield city
    finally:
        city.stop()
        administer("DROP DATABASE {} WITH (FORCE)", name)
        shutil.rmtree(home)


def agency_day() -> date:
    """Today where the demo city lies: the program's day, which is not always the machine's."""
    return datetime.now(ZoneInfo("Asia/Jakarta")).date()


def administer(statement: str, *names: str) -> None:
    from jenjang.config import database

    with psycopg.connect(renamed(database.url("super"), "postgres"), autocommit=True) as server:
        server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]


def renamed(address: str, name: str) -> str:
    """The same server and user, another database."""
    return re.sub(r"^(\w+://[^/]*/)[^?]*", rf"\g<1>{name}", address)


def owner_of(address: str) -> str:
    found = re.match(r"\w+://([^:@]+)", address)
    assert found, "DATABASE_OWNER_URL names no user"
    return found.group(1)


def free_port() -> int:
    given = os.environ.get("JENJANG_PORT")
    if given:
        return int(given)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310  (loopback only)
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
