"""Two at once: steps that several people, or one with several devices, take in the same moment."""

import threading
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date

from django.db import connections

from jenjang.kernel import clock
from jenjang.law.errors import Refused

DONE, REFUSED = "selesai", "ditolak"


def at_once(*steps: Callable[[], object], on: date | None = None) -> list[str]:
    """Every step on a connection of its own, all let go at the same moment, on a day. What came of each, sorted."""
    outcomes: list[str] = []
    failed: list[Exception] = []
    gate = threading.Barrier(len(steps))

    def take(step: Callable[[], object]) -> None:
        with clock.frozen(on) if on else nullcontext():
            try:
                gate.wait()
                step()
                outcomes.append(DONE)
            except Refused:
                outcomes.append(REFUSED)
            except Exception as error:
                failed.append(error)
            finally:
                connections.close_all()

    threads = [threading.Thread(target=take, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    return sorted(outcomes)
