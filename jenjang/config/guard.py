"""Penjaga: waits until `serve` is gone, however it went, and ends what it started.

    python -m jenjang.config.guard SECONDS < pipe

`serve` holds the other end of the pipe and writes each process group that it starts (+123) and that has ended (-123). The
system closes the pipe when `serve` dies, also by kill -9; then the groups are asked to end, and made to after some seconds.
"""

import os
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress

PAUSE = 0.1


def main(seconds: float, lines: Iterable[str]) -> int:
    groups: set[int] = set()
    for line in lines:
        group = int(line[1:])
        groups.add(group) if line[0] == "+" else groups.discard(group)
    _tell(groups, signal.SIGTERM)
    end = time.monotonic() + seconds
    while any(_lives(group) for group in groups) and time.monotonic() < end:
        time.sleep(PAUSE)
    _tell(groups, signal.SIGKILL)
    return 0


def _tell(groups: set[int], what: signal.Signals) -> None:
    for group in groups:
        with suppress(ProcessLookupError):
            os.killpg(group, what)


def _lives(group: int) -> bool:
    with suppress(ProcessLookupError):
        os.killpg(group, 0)
        return True
    return False


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.stdin))
