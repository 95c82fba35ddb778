"""Where the benchmarks work: homes of their own, each with its own embedded database, kept for the next run.

`kosong` holds no people; `2900` and `100000` hold the invented city at those sizes, made by the program's own commands;
`peringkat-…` hold the people whom the ranking ranks. `jenjang setup` brings them up to date before each run.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jenjang.config import env

ROOT = Path(__file__).resolve().parents[1]
EMPTY, SMALL, LARGE = "kosong", "2900", "100000"
JENJANG = [sys.executable, "-m", "jenjang.cli"]


class NotMeasured(RuntimeError):
    """A part of the run ended before it could measure; the message is the end of what it said."""


def base() -> Path:
    return env.home() / "tolok-ukur"


def environment(home: str, **more: str) -> dict[str, str]:
    """The environment of a process that works in this home: never in the running program's database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JENJANG_", "DATABASE_"))}
    return {**kept, "JENJANG_HOME": str(base() / home), "PYTHONPATH": str(ROOT), **more}


def prepare(home: str, *, filled_by: str = "", size: int = 0) -> None:
    """Set the home up, and fill it when it is empty: with the city, or by a `module:function` that is told the size."""
    place = base() / home
    place.mkdir(parents=True, exist_ok=True)
    _command(home, "setup")
    if home == EMPTY or (place / "terisi").exists():
        return
    began = time.perf_counter()
    if filled_by:
        ask(home, filled_by, size, role="super")
    else:
        _command(home, "demo", "load", "--employees", home)
    (place / "terisi").write_text(f"{time.perf_counter() - began:.1f}\n")
    ask(home, "benchmarks.worker:settle", role="super")


def load_seconds(home: str) -> float:
    """How long the city took to load when this home was made."""
    return float((base() / home / "terisi").read_text())


def ask(home: str, function: str, *arguments: Any, role: str = "app", **more: str) -> Any:
    """Call `module:function` in a process of its own, with Django set up in that home. Gives what it returns."""
    command = [sys.executable, "-m", "benchmarks.worker", function, json.dumps(arguments)]
    # Who writes as superuser is expected to here; the verifier would name every row otherwise.
    given = environment(home, JENJANG_DB_ROLE=role, JENJANG_LEDGER_WRITERS=f"jenjang_{role}", **more)
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotMeasured(f"{function}: {_end(done.stderr)}")
    return json.loads(done.stdout.splitlines()[-1])


def stop(homes: Iterable[str]) -> None:
    """Stop the databases of these homes: nothing goes on running after a benchmark."""
    for home in homes:
        if (base() / home / "kunci").exists():
            _command(home, "db", "stop")


def _command(home: str, *words: str) -> None:
    done = subprocess.run(
        [*JENJANG, *words], cwd=ROOT, env=environment(home), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotMeasured(f"jenjang {' '.join(words)}: {_end(done.stderr)}")


def _end(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines()[-3:])
