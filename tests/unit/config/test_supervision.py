"""What `serve` starts ends with it, also when it is killed; and a killed process leaves nothing behind that holds its port."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jenjang.config import guard

# A child of the supervisor, with a child of its own, as the web server has: both write their numbers into a file.
CHILD = """
import os, subprocess, sys, time
helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "a").write(f"{os.getpid()} {helper.pid}\\n")
time.sleep(60)
"""
SUPERVISOR = (
    "import sys; from jenjang.config import commands; commands._supervise([[sys.executable, '-c', *sys.argv[1:]]])"
)


def until(met: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not met() and time.monotonic() < end:
        time.sleep(0.05)
    return met()


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def started(notes: Path) -> list[list[int]]:
    return [[int(pid) for pid in line.split()] for line in notes.read_text().splitlines()] if notes.exists() else []


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[tuple["subprocess.Popen[bytes]", Path]]:
    notes = tmp_path / "nomor"
    process = subprocess.Popen([sys.executable, "-c", SUPERVISOR, CHILD, str(notes)], start_new_session=True)
    try:
        assert until(lambda: len(started(notes)) == 1)
        yield process, notes
    finally:
        process.kill()
        process.wait()
        for pid in (pid for line in started(notes) for pid in line):
            if lives(pid):
                os.kill(pid, signal.SIGKILL)


def test_a_child_ends_when_its_supervisor_is_killed(supervisor: tuple["subprocess.Popen[bytes]", Path]) -> None:
    process, notes = supervisor
    process.kill()
    assert until(lambda: not lives(started(notes)[0][0]))


def test_a_killed_child_is_started_again_and_what_it_left_behind_is_cleared_away(
    supervisor: tuple["subprocess.Popen[bytes]", Path],
) -> None:
    _process, notes = supervisor
    ((child, helper),) = started(notes)
    os.kill(child, signal.SIGKILL)
    assert until(lambda: len(started(notes)) == 2)
    assert not lives(helper)


def test_who_does_not_listen_is_ended_all_the_same(tmp_path: Path) -> None:
    notes = tmp_path / "nomor"
    stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + CHILD
    process = subprocess.Popen([sys.executable, "-c", stubborn, str(notes)], start_new_session=True)
    try:
        assert until(lambda: len(started(notes)) == 1)
        assert guard.main(0.3, [f"+{process.pid}\n"]) == 0
        assert process.wait(5) == -signal.SIGKILL
        assert until(lambda: not lives(started(notes)[0][1]))
    finally:
        process.kill()


def test_a_group_that_ended_is_left_alone(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    try:
        guard.main(0.1, [f"+{other.pid}\n", f"-{other.pid}\n"])
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()
