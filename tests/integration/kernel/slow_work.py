"""A task that takes its time and counts its beginnings, for a worker that will be killed."""

import time
from pathlib import Path

from jenjang.kernel.jobs import Failed, Progress, task

STEPS = 40


@task("uji.lambat", title="Pekerjaan yang lambat")
def slow(progress: Progress, *, marks: str) -> None:
    """Writes a line at each beginning; waits only the first time."""
    place = Path(marks)
    beginnings = len(place.read_text().splitlines()) if place.exists() else 0
    with place.open("a") as lines:
        lines.write("mulai\n")
    for step in range(STEPS):
        progress.progress(step, STEPS, f"Langkah {step}")
        if beginnings == 0:
            time.sleep(0.5)
    progress.finish(result="selesai", url="/hasil/")


@task("uji.gagal", title="Pekerjaan yang gagal")
def failing(progress: Progress) -> None:
    raise Failed("Berkas tidak terbaca.")


@task("uji.rusak", title="Pekerjaan yang rusak")
def broken(progress: Progress) -> None:
    raise ZeroDivisionError
