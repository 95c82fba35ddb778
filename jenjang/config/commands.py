"""Commands that keep the program running: setup, serve, db."""

import argparse
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import psycopg

from jenjang.config import database, env

WEB_WORKERS = 2
MOST_WORKERS = 64
LAST_PORT = 65535
RESTART_PAUSE = 1.0
GRACE_SECONDS = 15
PORT_SECONDS = 3.0  # a server that was killed a moment ago lets its port go within this time


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    setup = commands.add_parser("setup", help="migrate the database, make keys and static files; no data")
    setup.add_argument("--if-needed", action="store_true", help="do nothing when this version was set up here before")
    setup.set_defaults(run=set_up, done=is_set_up, database_role="owner", prepares=True)
    serve = commands.add_parser("serve", help="serve the program and its jobs on loopback")
    serve.add_argument("--port", type=_between(1, LAST_PORT), default=8000)
    serve.add_argument("--workers", type=_between(1, MOST_WORKERS), default=WEB_WORKERS)
    serve.set_defaults(run=run_server, needs_django=False)
    worker = commands.add_parser("worker", help="run background jobs (serve starts this by itself)")
    worker.set_defaults(run=run_worker)
    base = commands.add_parser("db", help="start, stop or name the embedded database")
    base.add_argument("action", choices=["start", "stop", "url"])
    base.add_argument("--superuser", action="store_true", help="the address for the superuser")
    base.set_defaults(run=run_database, needs_django=False)


def set_up(options: argparse.Namespace) -> int:
    """Once at a time: of two that begin together the second finds the work done, or does it again without harm."""
    with database.one_at_a_time("siap"):
        if not is_set_up(options):
            _set_up()
    return 0


def _set_up() -> None:
    """Migrate as the owner of the tables, give the application its rights, make the keys, gather static files."""
    from django.core.management import call_command
    from django.db import connection

    from jenjang.kernel import signing
    from jenjang.ledger import grants, keys

    _say("Basis data: menyusun tabel ...")
    call_command("migrate", verbosity=0, interactive=False)
    grants.apply(connection)
    _say("Kunci: memeriksa kunci buku besar dan sertifikat tanda tangan ...")
    keys.ensure()
    signing.make_key()
    _say("Berkas statis: menyiapkan ...")
    call_command("collectstatic", verbosity=0, interactive=False)
    _mark_of_setup().write_text(_version())
    _say("Siap.")


def is_set_up(options: argparse.Namespace) -> bool:
    """Whether these very files were set up in this home, and its database is still there."""
    mark = _mark_of_setup()
    if not options.if_needed or not mark.exists():
        return False
    database.start()
    if mark.read_text() != _version():
        return False
    with psycopg.connect(database.url("owner")) as connection:
        return connection.execute("SELECT to_regclass('public.django_migrations')").fetchone() != (None,)


def _mark_of_setup() -> Path:
    return env.home() / "siap"


def _version() -> str:
    """What was set up, and where: each file of the program by its name, size and time, and the database."""
    found = hashlib.sha256(database.url("owner").encode())
    for path in sorted((env.ROOT / "jenjang").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            state = path.stat()
            found.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()


def run_server(options: argparse.Namespace) -> int:
    """Serve until told to stop: web workers and one job worker, each started again when it dies."""
    os.environ["JENJANG_DB_ROLE"] = "app"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jenjang.config.settings")
    database.start()
    _refuse_if_privileged()
    _refuse_taken_port(options.port)
    web = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "jenjang.config.wsgi:application", "--host", "127.0.0.1",
        "--port", str(options.port), "--workers", str(options.workers), "--blocking-threads", "2", "--no-ws",
        "--workers-lifetime", "24h", "--respawn-failed-workers", "--log-level", "error",
    ]  # fmt: skip
    jobs = [sys.executable, "-m", "jenjang.cli", "worker"]
    _say(f"Jenjang melayani di http://127.0.0.1:{options.port} (Ctrl+C untuk berhenti)")
    return _supervise([web, jobs])


def run_worker(options: argparse.Namespace) -> int:
    from jenjang.kernel import jobs

    jobs.run_worker()
    return 0


def run_database(options: argparse.Namespace) -> int:
    if options.action == "stop":
        database.stop()
        return 0
    database.start()
    if options.action == "url":
        print(database.url("super" if options.superuser else "app"))
    return 0


def _refuse_if_privileged() -> None:
    """The program must not run as owner of the tables or superuser: then nothing would protect the sealed rows."""
    from jenjang.ledger import roles

    with psycopg.connect(database.url("app")) as connection:
        roles.refuse_if_privileged(connection)


def _between(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"write a whole number from {least} to {most}, not {text!r}")
        return int(text)

    return number


def _refuse_taken_port(port: int) -> None:
    """Said once and in words, before the web server says it at every start anew."""
    end = time.monotonic() + PORT_SECONDS
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except PermissionError as error:
                raise env.SettingError(f"Port {port} hanya untuk root. Pilih nomor di atas 1023.") from error
            except OSError as error:
                if time.monotonic() > end:
                    other = f"`jenjang serve --port {_beside(port)}` atau `make run PORT={_beside(port)}`"
                    raise env.SettingError(
                        f"Port {port} sudah dipakai program lain. Pilih yang lain: {other}."
                    ) from error
            else:
                return
        time.sleep(0.2)


def _beside(port: int) -> int:
    return port + 1 if port < LAST_PORT else port - 1


class _Guarded:
    """Processes of sessions of their own, and the guard that ends them when the supervisor is gone, however it went."""

    def __init__(self) -> None:
        self._guard = subprocess.Popen(
            [sys.executable, "-m", "jenjang.config.guard", str(GRACE_SECONDS)],
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def start(self, command: list[str]) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(command, start_new_session=True)
        self._tell(f"+{process.pid}")
        return process

    def clear_away(self, process: "subprocess.Popen[bytes]") -> None:
        """What a killed process leaves behind in its session would still hold its port."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        self._tell(f"-{process.pid}")

    def _tell(self, line: str) -> None:
        with suppress(BrokenPipeError):  # the guard was killed; its work is only for the day when this is
            print(line, file=self._guard.stdin, flush=True)


def _supervise(commands: list[list[str]]) -> int:
    guarded = _Guarded()
    running: dict[int, subprocess.Popen[bytes]] = {}
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        for process in running.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    for index, command in enumerate(commands):
        running[index] = guarded.start(command)
    failures = 0
    while not stopping:
        for index, process in list(running.items()):
            if process.poll() is not None and not stopping:
                failures += 1
                _say(f"Proses {commands[index][2]} berhenti ({process.returncode}); dijalankan lagi.")
                guarded.clear_away(process)
                time.sleep(min(RESTART_PAUSE * failures, GRACE_SECONDS))
                if not stopping:
                    running[index] = guarded.start(commands[index])
        time.sleep(0.2)
    _wait(guarded, list(running.values()))
    return 0


def _wait(guarded: _Guarded, processes: list["subprocess.Popen[bytes]"]) -> None:
    end = time.monotonic() + GRACE_SECONDS
    for process in processes:
        try:
            process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            guarded.clear_away(process)


def _say(text: str) -> None:
    print(text, flush=True)
